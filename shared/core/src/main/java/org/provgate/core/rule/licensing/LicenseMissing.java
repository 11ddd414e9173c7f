package org.provgate.core.rule.licensing;

import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.license.LicenseText;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// A source may honestly say `NOASSERTION`, since its rights may rest on something else; the dataset may not.
public final class LicenseMissing implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("license-missing"),
            "0.1",
            Severity.ERROR,
            "A licence is not stated",
            "Without a licence nobody may use the rows, and everybody will think somebody else has asked.",
            "State the licence as an SPDX expression.",
            Example.with("""
                    dataset:
                      name: Harbour phrasebook
                      version: "1.0.0"
                      description: Questions and answers about small harbours.
                    """),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().stream().flatMap(manifest -> Stream.concat(dataset(manifest), sources(manifest)));
    }

    private static Stream<Breach> dataset(Manifest manifest) {
        Subject subject = Subject.dataset(manifest.dataset().name().value().orElse(""));
        Field<String> license = manifest.dataset().license();
        if (license.absent()) {
            return Stream.of(Breach.of(subject, license.at(), "The dataset states no licence"));
        }
        return license.value().map(LicenseText::read).stream().flatMap(text -> switch (text) {
            case LicenseText.None _ ->
                Stream.of(Breach.of(
                        subject, license.at(), "The dataset says NONE: nobody is granted a licence to read it"));
            case LicenseText.NoAssertion _ ->
                Stream.of(Breach.of(subject, license.at(), "The dataset says NOASSERTION: its licence is not known"));
            case LicenseText.Expression _, LicenseText.Broken _ -> Stream.empty();
        });
    }

    private static Stream<Breach> sources(Manifest manifest) {
        return manifest.sources().listed().stream()
                .filter(source -> source.license().absent())
                .map(source -> Breach.of(
                                source.subject(),
                                source.license().at(),
                                "The source %s states no licence"
                                        .formatted(
                                                Phrases.plain(source.subject().name())))
                        .remedy("State the source's licence as an SPDX expression; NOASSERTION where none is known."));
    }
}
