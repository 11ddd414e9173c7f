/// Builders of submissions, policies and a registry of a few invented models, for tests of any module.
@NullMarked
package org.provgate.core.testkit;

import org.jspecify.annotations.NullMarked;
