/// Servers of others that adapters are tried against, where they are installed.
@NullMarked
package org.provgate.testkit.server;

import org.jspecify.annotations.NullMarked;
