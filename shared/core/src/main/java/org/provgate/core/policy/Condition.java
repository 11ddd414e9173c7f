package org.provgate.core.policy;

import java.util.List;
import java.util.Map;

/// An operator's condition, ready to be asked of one submission after another.
public interface Condition {

    /// @param variables by name: texts, whole numbers (`Long`), truth values, and lists and maps of these
    Answer over(Map<String, Object> variables);

    /// A condition finds a fault where it holds.
    sealed interface Answer {
        record Holds() implements Answer {}

        record HoldsNot() implements Answer {}

        /// It came to no answer, which is never the same as "no".
        ///
        /// @param why a clause for people
        record Unanswered(String why) implements Answer {}
    }

    /// Turns the text of a condition into one that can be asked, and finds what is wrong with it before it is.
    interface Compiler {
        Compilation compile(String text);
    }

    sealed interface Compilation {
        record Ready(Condition condition) implements Compilation {}

        /// @param faults at least one, in reading order
        record Faulty(List<Fault> faults) implements Compilation {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /// @param line of the condition's own text, counted from 1
    /// @param column counted from 1, in UTF-16 code units
    /// @param message a clause for people
    record Fault(int line, int column, String message) {}
}
