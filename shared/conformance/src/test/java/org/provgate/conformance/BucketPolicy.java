package org.provgate.conformance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/// The denials of a bucket policy, judged as IAM judges them. No emulator does: tags in conditions are beyond them.
record BucketPolicy(List<Map<String, Object>> statements) {

    BucketPolicy {
        statements.forEach(statement -> {
            if (!"Deny".equals(statement.get("Effect")) || !"*".equals(statement.get("Principal"))) {
                throw new IllegalStateException("not a denial to everybody: " + statement);
            }
        });
    }

    /// What somebody asks for.
    ///
    /// @param context values by condition key, in lower case; the caller's role is `aws:principalarn`
    record Request(String action, String resource, Map<String, List<String>> context) {

        Request {
            context = Map.copyOf(context);
        }
    }

    /// The names of the statements that deny it.
    List<String> denials(Request request) {
        return statements.stream()
                .filter(statement -> Template.texts(statement.getOrDefault("Action", "")).stream()
                        .anyMatch(pattern -> like(
                                pattern.toLowerCase(Locale.ROOT),
                                request.action().toLowerCase(Locale.ROOT))))
                .filter(statement -> Template.texts(statement.getOrDefault("Resource", "")).stream()
                        .anyMatch(pattern -> like(pattern, request.resource())))
                .filter(statement -> Template.mapping(statement.getOrDefault("Condition", Map.of())).entrySet().stream()
                        .allMatch(block -> Template.mapping(block.getValue()).entrySet().stream()
                                .allMatch(key -> holds(
                                        block.getKey(),
                                        Optional.ofNullable(request.context()
                                                .get(key.getKey().toLowerCase(Locale.ROOT))),
                                        Template.texts(key.getValue())))))
                .map(statement -> String.valueOf(statement.get("Sid")))
                .toList();
    }

    /// A negated operator holds when the key is not there; a plain one does not.
    private static boolean holds(String operator, Optional<List<String>> values, List<String> wanted) {
        return switch (operator) {
            case "Null" -> wanted.equals(List.of("true")) == values.isEmpty();
            case "Bool", "StringEquals", "ArnEquals" -> any(values, wanted, String::equals);
            case "StringNotEquals" -> !any(values, wanted, String::equals);
            case "ArnNotEquals", "ArnNotLike" -> !any(values, wanted, BucketPolicy::like);
            case "ForAnyValue:StringLike" -> any(values, wanted, BucketPolicy::like);
            case "ForAnyValue:StringEqualsIgnoreCase" -> any(values, wanted, String::equalsIgnoreCase);
            default -> throw new IllegalStateException("this test does not know the operator " + operator);
        };
    }

    private static boolean any(
            Optional<List<String>> values, List<String> wanted, BiPredicate<String, String> matches) {
        return values.orElse(List.of()).stream()
                .anyMatch(value -> wanted.stream().anyMatch(pattern -> matches.test(pattern, value)));
    }

    private static boolean like(String pattern, String value) {
        String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(regex, Pattern.DOTALL).matcher(value).matches();
    }
}
