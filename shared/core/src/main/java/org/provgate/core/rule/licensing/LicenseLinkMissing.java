package org.provgate.core.rule.licensing;

import java.util.Map;
import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.license.LicenseExpression;
import org.provgate.core.license.LicenseText;
import org.provgate.core.manifest.Documents;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

public final class LicenseLinkMissing implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("license-link-missing"),
            "0.1",
            Severity.ERROR,
            "A licence of its own has no text that could be read",
            "LicenseRef- is only a name: without the text nobody knows what it grants.",
            "Add the text to the submission and its path, or its address, as licenseLink.",
            Example.with("""
                    dataset:
                      name: Harbour phrasebook
                      version: "1.0.0"
                      description: Questions and answers about small harbours.
                      license: LicenseRef-Harbour-Terms
                    """),
            Example.with(
                    """
                    dataset:
                      name: Harbour phrasebook
                      version: "1.0.0"
                      description: Questions and answers about small harbours.
                      license: LicenseRef-Harbour-Terms
                      licenseLink: LICENSES/harbour-terms.txt
                    """,
                    Map.of(
                            Example.BASE_FILE,
                            Example.BASE_TEXT,
                            "LICENSES/harbour-terms.txt",
                            "Use it as you like.\n")));

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().stream()
                .flatMap(manifest -> Stream.concat(
                        breach(
                                Subject.dataset(
                                        manifest.dataset().name().value().orElse("")),
                                manifest.dataset().license(),
                                manifest.dataset().licenseLink(),
                                file),
                        manifest.sources().listed().stream()
                                .flatMap(source ->
                                        breach(source.subject(), source.license(), source.licenseLink(), file))));
    }

    private static Stream<Breach> breach(Subject subject, Field<String> license, Field<String> link, CaseFile file) {
        if (link.absent()) {
            return license
                    .value()
                    .flatMap(text -> LicenseText.read(text).expression())
                    .filter(LicenseExpression::hasRef)
                    .map(tree -> Breach.of(
                            subject,
                            link.at(),
                            "%s is a licence of its own, but no licenseLink says where its text is"
                                    .formatted(Phrases.plain(tree.toString()))))
                    .stream();
        }
        return link
                .value()
                .filter(Documents::isPath)
                .filter(path -> !file.facts().objects().containsKey(path))
                .map(path -> Breach.of(
                        subject,
                        link.at(),
                        "The text of the licence is said to be at %s, which is not in the submission"
                                .formatted(Phrases.plain(path))))
                .stream();
    }
}
