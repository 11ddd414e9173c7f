package org.provgate.functions.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.operate.Caller;

/// Who asks, by the groups of the token that the gateway has checked.
final class Callers {

    static final String OPERATORS = "provgate-operators";

    /// The rest of the group's name is the contributor's.
    static final String CONTRIBUTOR = "provgate-contributor-";

    /// Claims that hold groups, and those that name a person, the first that is there.
    private static final List<String> GROUPS = List.of("cognito:groups", "groups");

    private static final List<String> NAMES = List.of("cognito:username", "username", "email", "sub");

    private static final int LONGEST_NAME = 200;

    private Callers() {}

    sealed interface Found {

        record Known(Caller caller) implements Found {}

        record NoToken() implements Found {}

        /// A token, but of nobody whom this gate knows.
        record NoGroup() implements Found {}
    }

    /// Who it is, and what they may do.
    static Answer describe(Caller caller) {
        return Answer.json(json -> {
            json.object().text("name", caller.name());
            switch (caller) {
                case Caller.Operator _ ->
                    json.text("role", "operator")
                            .nothing("contributor")
                            .texts(
                                    "may",
                                    List.of("release", "reject", "waive", "recheck", "appeal", "confirm", "preview"));
                case Caller.Contributor(String _, String contributor) ->
                    json.text("role", "contributor")
                            .text("contributor", contributor)
                            .texts("may", List.of("upload", "appeal"));
            }
            json.end();
        });
    }

    static Found of(Map<String, String> claims) {
        if (claims.isEmpty()) {
            return new Found.NoToken();
        }
        String name = name(claims);
        List<String> groups = groups(claims);
        if (groups.contains(OPERATORS)) {
            return new Found.Known(new Caller.Operator(name, subject(claims, name)));
        }
        List<String> contributors = groups.stream()
                .filter(group -> group.startsWith(CONTRIBUTOR))
                .map(group -> group.substring(CONTRIBUTOR.length()))
                .filter(SubmissionName::isPart)
                .distinct()
                .toList();
        // Whose submissions would be meant is not guessed.
        return contributors.size() == 1
                ? new Found.Known(new Caller.Contributor(name, contributors.getFirst()))
                : new Found.NoGroup();
    }

    /// By which nobody becomes somebody else under another name.
    private static String subject(Map<String, String> claims, String name) {
        String subject = claims.getOrDefault("sub", "");
        return subject.isBlank() ? name : subject;
    }

    /// The gateway writes a list as `[one other]`.
    private static List<String> groups(Map<String, String> claims) {
        return GROUPS.stream()
                .flatMap(claim -> Stream.ofNullable(claims.get(claim)))
                .flatMap(text -> Arrays.stream(text.split("[\\[\\]\\s,\"]+", -1)))
                .filter(group -> !group.isEmpty())
                .toList();
    }

    private static String name(Map<String, String> claims) {
        String name = NAMES.stream()
                .flatMap(claim -> Stream.ofNullable(claims.get(claim)))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("unnamed");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
