/// How AWS is reached, and what its failures mean here.
@NullMarked
package org.provgate.aws.client;

import org.jspecify.annotations.NullMarked;
