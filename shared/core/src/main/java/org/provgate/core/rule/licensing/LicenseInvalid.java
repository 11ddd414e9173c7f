package org.provgate.core.rule.licensing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.finding.Fix;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.license.LicenseText;
import org.provgate.core.license.LicenseText.GivenUp;
import org.provgate.core.license.LicenseText.Meaning;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.TeacherModel.StatedTerms;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// Ids that the list has given up still say which licence is meant, so they are a warning.
public final class LicenseInvalid implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("license-invalid"),
            "0.1",
            Severity.ERROR,
            "A licence is not written as an SPDX expression",
            "Readers and programs must all understand the same licence, and an approximate name is several.",
            "Write an id of the SPDX list, LicenseRef- with a licenseLink, NONE or NOASSERTION; join with AND, OR, WITH.",
            Example.with("""
                    dataset:
                      name: Harbour phrasebook
                      version: "1.0.0"
                      description: Questions and answers about small harbours.
                      license: CC-BY-4.0 and MIT
                    """),
            Example.with("""
                    dataset:
                      name: Harbour phrasebook
                      version: "1.0.0"
                      description: Questions and answers about small harbours.
                      license: CC-BY-4.0 AND MIT
                    """));

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    private record Stated(Subject subject, Field<String> license) {}

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().stream()
                .flatMap(LicenseInvalid::licenses)
                .flatMap(stated -> stated.license()
                        .value()
                        .map(text -> judge(stated, text))
                        .orElse(Stream.empty()));
    }

    private static Stream<Stated> licenses(Manifest manifest) {
        Stream<Stated> dataset = Stream.of(new Stated(
                Subject.dataset(manifest.dataset().name().value().orElse("")),
                manifest.dataset().license()));
        Stream<Stated> sources =
                manifest.sources().listed().stream().map(source -> new Stated(source.subject(), source.license()));
        Stream<Stated> teachers = manifest.teachers().listed().stream()
                .flatMap(teacher -> teacher.terms() instanceof StatedTerms.Accepted accepted
                        ? Stream.of(new Stated(teacher.subject(), accepted.license()))
                        : Stream.empty());
        Stream<Stated> files = manifest.files().stream()
                .filter(entry -> !entry.license().absent())
                .map(entry -> new Stated(Subject.file(entry.name()), entry.license()));
        return Stream.of(dataset, sources, teachers, files).flatMap(stated -> stated);
    }

    private static Stream<Breach> judge(Stated stated, String text) {
        return switch (LicenseText.read(text)) {
            case LicenseText.Broken(String problem, Meaning meaning) ->
                Stream.of(broken(stated, text, problem, meaning));
            case LicenseText.Expression(var _, List<GivenUp> deprecated) ->
                deprecated.stream().map(id -> deprecated(stated, text, id));
            case LicenseText.None _, LicenseText.NoAssertion _ -> Stream.empty();
        };
    }

    private static Breach broken(Stated stated, String text, String problem, Meaning meaning) {
        Breach breach = Breach.of(
                stated.subject(),
                stated.license().at(),
                "The licence %s of the %s is no SPDX expression: %s"
                        .formatted(Phrases.quoted(text), named(stated.subject()), problem));
        return meaning.probable().map(spdx -> corrected(breach, stated, spdx)).orElse(breach);
    }

    private static Breach deprecated(Stated stated, String text, GivenUp id) {
        Breach breach = Breach.of(
                        stated.subject(),
                        stated.license().at(),
                        "The licence of the %s uses %s, which the SPDX list has given up"
                                .formatted(named(stated.subject()), id.id()))
                .usually(Severity.WARNING);
        Optional<String> successor = id.successor().probable();
        if (successor.isEmpty()) {
            return breach.remedy("Write %s-only or %s-or-later, whichever was granted.".formatted(id.id(), id.id()));
        }
        return text.strip().equalsIgnoreCase(id.id())
                ? corrected(breach, stated, successor.get())
                : breach.remedy("Write \"%s\" in its place.".formatted(successor.get()));
    }

    private static Breach corrected(Breach breach, Stated stated, String spdx) {
        return breach.remedy("Write \"%s\".".formatted(spdx))
                .fix(List.of(new Fix.Replace(stated.license().at().pointer(), JsonValue.text(spdx))));
    }

    private static String named(Subject subject) {
        return subject.kind().equals("dataset") ? "dataset" : subject.kind() + " " + Phrases.plain(subject.name());
    }
}
