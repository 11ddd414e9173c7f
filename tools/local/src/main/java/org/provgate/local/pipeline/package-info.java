/// What AWS does between the functions: carries notices and changes, tries again, keeps the time.
@NullMarked
package org.provgate.local.pipeline;

import org.jspecify.annotations.NullMarked;
