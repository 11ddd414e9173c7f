/// Tables of what the rules about a manifest's own statements find.
@NullMarked
package org.provgate.core.rule.declaration;

import org.jspecify.annotations.NullMarked;
