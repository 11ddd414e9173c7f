/// The ledger in one DynamoDB table.
@NullMarked
package org.provgate.aws.dynamo;

import org.jspecify.annotations.NullMarked;
