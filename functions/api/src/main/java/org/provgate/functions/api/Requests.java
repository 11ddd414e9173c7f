package org.provgate.functions.api;

import java.util.Optional;
import java.util.regex.Pattern;
import org.provgate.core.facts.Digests;
import org.provgate.functions.api.Api.Question;
import org.provgate.usecases.ledger.Act;

/// A request that may come again: a request that bears an `Idempotency-Key` is carried out once, however often it
/// comes.
final class Requests {

    /// Visible characters.
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private Requests() {}

    /// Empty when the key is none.
    static Optional<Act.Request> of(Question question) {
        String key = question.request().header("idempotency-key");
        if (key.isEmpty()) {
            return Optional.of(Act.Request.none());
        }
        return KEY.matcher(key).matches()
                ? Optional.of(new Act.Request(
                        Digests.sha256(key).hex(),
                        Digests.sha256(question.request().body()).hex()))
                : Optional.empty();
    }

    static Answer unfit() {
        return Answer.unfit("an Idempotency-Key has 1 to 255 visible ASCII characters");
    }

    static Answer reused() {
        return Answer.problem(409, "Key used before", "this Idempotency-Key was borne by another request");
    }
}
