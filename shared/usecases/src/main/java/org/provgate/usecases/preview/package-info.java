/// What another policy would do to submissions, said so that operators can decide and contributors can be told.
@NullMarked
package org.provgate.usecases.preview;

import org.jspecify.annotations.NullMarked;
