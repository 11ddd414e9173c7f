package org.provgate.usecases.preview;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.core.finding.Finding;
import org.provgate.core.finding.Severity;
import org.provgate.core.verdict.Verdict;

/// A submission whose verdict would be another, and why.
///
/// @param id of the submission, or the name of its folder
/// @param contributor who is to be told; `-` where nobody is named
/// @param gained errors there would be, and are not
/// @param lost errors there are, and would not be
public record Flip(String id, String contributor, String from, String to, List<Reason> gained, List<Reason> lost) {

    public static final String NOBODY = "-";

    public Flip {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }

    /// @param rule what the policies say about the code
    /// @param subject of its first finding, as waivers name it; empty where the finding is gone
    public record Reason(String code, String rule, String subject, String message, String remedy) {}

    /// @param from the outcome there is
    /// @param errors the codes of errors there are
    /// @return empty when the outcome stays
    public static Optional<Flip> between(
            String id, String contributor, String from, List<String> errors, Verdict then, PolicyChange change) {
        if (then.outcome().equals(from)) {
            return Optional.empty();
        }
        List<String> errorsThen = then.report().codes(Severity.ERROR);
        return Optional.of(new Flip(
                id,
                contributor,
                from,
                then.outcome(),
                without(errorsThen, errors)
                        .map(code -> gained(code, then, change.about(code, contributor)))
                        .toList(),
                without(errors, errorsThen)
                        .map(code -> new Reason(code, change.about(code, contributor), "", "", ""))
                        .toList()));
    }

    public List<String> gainedCodes() {
        return gained.stream().map(Reason::code).toList();
    }

    public List<String> lostCodes() {
        return lost.stream().map(Reason::code).toList();
    }

    public boolean closes() {
        return to.equals("quarantined");
    }

    private static Stream<String> without(List<String> codes, List<String> others) {
        return codes.stream().filter(code -> !others.contains(code)).sorted();
    }

    private static Reason gained(String code, Verdict then, String rule) {
        Optional<Finding> first = then.report().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR
                        && finding.code().value().equals(code))
                .findFirst();
        return new Reason(
                code,
                rule,
                first.map(finding -> finding.subject().toString()).orElse(""),
                first.map(Finding::message).orElse(""),
                first.map(Finding::remedy).orElse(""));
    }
}
