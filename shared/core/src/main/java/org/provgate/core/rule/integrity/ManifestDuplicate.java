package org.provgate.core.rule.integrity;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

public final class ManifestDuplicate implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("manifest-duplicate"),
            "0.1",
            Severity.ERROR,
            "The submission has more than one native manifest",
            "Nobody should have to know which of them counted.",
            "Keep one of the manifests and remove the others, even if they say the same.",
            Example.with(
                    "",
                    Map.of(
                            Example.BASE_FILE,
                            Example.BASE_TEXT,
                            "provenance.json",
                            "{\"manifest\": \"dataset-provenance/v1\"}\n")),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.facts().manifest() instanceof ManifestReading.Several(List<String> files)
                ? Stream.of(Breach.of(
                        new Subject("submission", file.facts().name()),
                        Place.startOf(files.getFirst()),
                        "%s are all manifests of the submission".formatted(Phrases.listed(files))))
                : Stream.empty();
    }
}
