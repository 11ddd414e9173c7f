/// What a function goes through before a snapshot of it is taken, so that its first event finds everything loaded.
@NullMarked
package org.provgate.aws.rehearsal;

import org.jspecify.annotations.NullMarked;
