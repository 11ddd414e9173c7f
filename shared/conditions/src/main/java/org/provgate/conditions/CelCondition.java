package org.provgate.conditions;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelEvaluationListener;
import dev.cel.runtime.CelRuntime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.provgate.core.policy.Condition;

/// A compiled condition. Asking it costs a bounded number of steps, and its texts and lists stay bounded too.
final class CelCondition implements Condition {

    private final CelRuntime.Program program;

    CelCondition(CelRuntime.Program program) {
        this.program = program;
    }

    @Override
    public Answer over(Map<String, Object> variables) {
        Meter meter = new Meter();
        try {
            Object value = program.trace((String name) -> Optional.ofNullable(variables.get(name)), meter);
            if (!meter.exceeded().isEmpty()) {
                return new Answer.Unanswered(meter.exceeded());
            }
            return value instanceof Boolean holds
                    ? (holds ? new Answer.Holds() : new Answer.HoldsNot())
                    : new Answer.Unanswered("its value is neither true nor false");
        } catch (CelEvaluationException fault) {
            return new Answer.Unanswered(meter.exceeded().isEmpty() ? Wording.of(fault) : meter.exceeded());
        }
    }

    /// Stops what takes too many steps or grows too large. The language lets `||` and `&&` swallow faults on one side,
    /// so what was exceeded is kept here and not only thrown.
    private static final class Meter implements CelEvaluationListener {

        private int steps;
        private String exceeded = "";

        String exceeded() {
            return exceeded;
        }

        @Override
        public void callback(CelExpr expression, @Nullable Object value) {
            if (++steps > CelConditions.MOST_STEPS) {
                exceeded = "it takes more than %,d steps".formatted(CelConditions.MOST_STEPS);
            } else if (value instanceof String text && text.length() > CelConditions.LONGEST_TEXT) {
                exceeded = "it makes a text of more than %,d characters".formatted(CelConditions.LONGEST_TEXT);
            } else if (value instanceof Collection<?> list && list.size() > CelConditions.LARGEST_LIST) {
                exceeded = "it makes a list of more than %,d items".formatted(CelConditions.LARGEST_LIST);
            }
            if (!exceeded.isEmpty()) {
                throw new Stopped();
            }
        }
    }

    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1;

        Stopped() {
            super("stopped", null, false, false);
        }
    }
}
