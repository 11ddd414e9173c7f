package org.provgate.core.rule.integrity;

import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

public final class ManifestUnreadable implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("manifest-unreadable"),
            "0.1",
            Severity.ERROR,
            "The manifest cannot be read as a document of its format",
            "A declaration that only some programs can read says something else to each of them.",
            "Mend the file at the place that is named and upload the manifest again.",
            Example.whole("""
                    manifest: dataset-provenance/v1
                    dataset: { name: Harbour phrasebook
                    """),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.facts().manifest() instanceof ManifestReading.Unreadable unreadable
                ? Stream.of(Breach.of(Subject.manifest(unreadable.file()), unreadable.at(), unreadable.message()))
                : Stream.empty();
    }
}
