@NullMarked
package org.provgate.testkit.story;

import org.jspecify.annotations.NullMarked;
