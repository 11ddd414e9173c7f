/// Talking to a gate that runs elsewhere.
@NullMarked
package org.provgate.cli.remote;

import org.jspecify.annotations.NullMarked;
