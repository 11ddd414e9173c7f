package org.provgate.usecases.operate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.provgate.core.facts.Digests;

/// Says that a policy was previewed over all submissions, when, and against what. It keeps an operator from publishing
/// a policy unseen; whoever may publish could write one by hand, so it is no signature.
///
/// @param began when the preview began
/// @param cursor up to where it went; empty once it is through
/// @param bound digest of what it was made of
public record PreviewToken(Instant began, long looked, long flips, String cursor, String bound) {

    /// How long a preview counts.
    public static final Duration FRESH = Duration.ofHours(1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\.(\\d{1,15})\\.(\\d{1,15})\\.([0-9a-f]{64})");

    /// @param policy digest of the policy that was previewed
    /// @param against digest of the policy in force, of the registry, and the engine's version
    public record Basis(String policy, String against) {}

    public static PreviewToken made(Basis basis, Instant began, long looked, long flips, String cursor) {
        Instant second = Instant.ofEpochSecond(began.getEpochSecond());
        String all = String.join(
                "\n",
                basis.policy(),
                basis.against(),
                second.toString(),
                Long.toString(looked),
                Long.toString(flips),
                cursor);
        return new PreviewToken(
                second, looked, flips, cursor, Digests.sha256(all).hex());
    }

    /// As it is handed out; the cursor is not in it, only bound to it.
    public String text() {
        return began.getEpochSecond() + "." + looked + "." + flips + "." + bound;
    }

    /// Empty when it was not made for that preview and that place in it.
    public static Optional<PreviewToken> read(String text, Basis basis, String cursor) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        PreviewToken token = made(
                basis,
                Instant.ofEpochSecond(Long.parseLong(parts.group(1))),
                Long.parseLong(parts.group(2)),
                Long.parseLong(parts.group(3)),
                cursor);
        return Optional.of(token).filter(made -> made.bound().equals(parts.group(4)));
    }

    public boolean isFresh(Instant now) {
        return !now.isAfter(began.plus(FRESH)) && !began.isAfter(now);
    }
}
