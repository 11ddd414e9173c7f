package org.provgate.local.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.SortedMap;
import java.util.TreeMap;

/// Who may look, by the token that a request bears: what a gateway's authorizer says of it.
///
/// @param second of another operator, for policies that want two
/// @param contributor whose submissions the last token shows
public record Tokens(String operator, String second, String contributor, String ofContributor) {

    private static final String BEARER = "Bearer ";

    /// The claims of the token's bearer; empty for nobody.
    ///
    /// @param authorization the header; empty when there is none
    SortedMap<String, String> claims(String authorization) {
        SortedMap<String, String> claims = new TreeMap<>();
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return claims;
        }
        String token = authorization.substring(BEARER.length()).strip();
        if (same(token, operator)) {
            claims.put("sub", "operator");
            claims.put("groups", "[provgate-operators]");
        } else if (same(token, second)) {
            claims.put("sub", "second-operator");
            claims.put("groups", "[provgate-operators]");
        } else if (same(token, ofContributor)) {
            claims.put("sub", contributor);
            claims.put("groups", "[provgate-contributor-" + contributor + "]");
        }
        return claims;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
