package org.provgate.local.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/// Who may look, by the token that a request bears.
///
/// @param contributor whose submissions the second token shows
public record Tokens(String operator, String contributor, String ofContributor) {

    /// Somebody with a token.
    sealed interface Visitor {

        boolean sees(String submissionsOf);

        record Operator() implements Visitor {
            @Override
            public boolean sees(String submissionsOf) {
                return true;
            }
        }

        record Contributor(String name) implements Visitor {
            @Override
            public boolean sees(String submissionsOf) {
                return name.equals(submissionsOf);
            }
        }
    }

    private static final String BEARER = "Bearer ";

    /// @param authorization the header; empty when there is none
    Optional<Visitor> visitor(String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String token = authorization.substring(BEARER.length()).strip();
        if (same(token, operator)) {
            return Optional.of(new Visitor.Operator());
        }
        return same(token, ofContributor) ? Optional.of(new Visitor.Contributor(contributor)) : Optional.empty();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
