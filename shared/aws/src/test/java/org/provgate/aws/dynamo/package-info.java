/// The ledger against an embedded table.
@NullMarked
package org.provgate.aws.dynamo;

import org.jspecify.annotations.NullMarked;
