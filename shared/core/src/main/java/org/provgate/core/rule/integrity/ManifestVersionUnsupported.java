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

public final class ManifestVersionUnsupported implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("manifest-version-unsupported"),
            "0.1",
            Severity.ERROR,
            "The manifest is written in a version of its format that this gate does not know",
            "A newer version may say things that an older reader would pass over.",
            "Write it in a version that is read, or put a provenance.yaml beside it.",
            Example.whole("""
                    manifest: dataset-provenance/v2
                    dataset: { name: Harbour phrasebook }
                    """),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.facts().manifest() instanceof ManifestReading.UnsupportedVersion unsupported
                ? Stream.of(Breach.of(Subject.manifest(unsupported.file()), unsupported.at(), unsupported.message()))
                : Stream.empty();
    }
}
