package org.provgate.inspection.fingerprint;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.Strength;

/// Something that speaks for a model.
public sealed interface Sign {

    String id();

    Strength strength();

    /// Where in a dialogue a phrase counts.
    enum Scope {
        /// In what was answered; one step weaker where it is not known whose turn it is.
        ASSISTANT,
        /// Only at the very beginning of an answer.
        OPENING,
        ANY
    }

    /// Words in running text.
    ///
    /// @param least rows that it must be seen in; in fewer it is weak
    record Phrase(String id, Maker maker, Strength strength, Scope scope, int least, List<Expression> patterns)
            implements Sign {}

    /// The first person with a name: the pattern says where maker and name stand, the names say who that is.
    ///
    /// @param corporate strength when the maker is a corporation with people and products of many kinds
    /// @param starts with one of these every match begins; empty where it begins with the maker
    /// @param needs then one of these stands in every match
    record Naming(
            String id,
            Strength strength,
            Strength corporate,
            List<String> starts,
            List<String> needs,
            List<Expression> patterns)
            implements Sign {}

    /// The form of a response's id.
    ///
    /// @param generic whether others use the form too, so that it counts only beside a model field
    record IdForm(String id, List<String> providers, Strength strength, boolean generic, Expression form)
            implements Sign {}

    /// A key, or a value under a key.
    ///
    /// @param value the whole value; empty when the key's presence is enough
    /// @param route whether it names the host, so that the model field of the row decides
    record Field(
            String id,
            Maker maker,
            Strength strength,
            String key,
            Optional<Expression> value,
            Optional<String> beside,
            boolean route)
            implements Sign {}

    /// Keys of one object that only stored responses and logs of calls have; the model's name in the row says whose.
    ///
    /// @param keys at least one of each list stands in the object
    record Shape(String id, Strength strength, List<List<String>> keys) implements Sign {
        /// Whether an object with these keys has the shape.
        public boolean in(List<String> present) {
            for (List<String> any : keys) {
                if (Collections.disjoint(any, present)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// How names look that only language models have. Nobody knows the maker of such a model.
    record ModelForm(String id, Strength strength, Expression form) implements Sign {}
}
