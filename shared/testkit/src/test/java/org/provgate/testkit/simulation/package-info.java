/// The whole gate under seeded schedules of everything that may go wrong.
@NullMarked
package org.provgate.testkit.simulation;

import org.jspecify.annotations.NullMarked;
