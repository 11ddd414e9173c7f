/// The contracts on servers that others wrote.
@NullMarked
package org.provgate.aws.contract;

import org.jspecify.annotations.NullMarked;
