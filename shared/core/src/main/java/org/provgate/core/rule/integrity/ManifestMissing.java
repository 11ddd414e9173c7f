package org.provgate.core.rule.integrity;

import java.util.stream.Stream;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// A manifest in a format that the policy does not take is as good as none.
public final class ManifestMissing implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("manifest-missing"),
            "0.1",
            Severity.ERROR,
            "The submission has no provenance manifest",
            "Without a declaration nobody answers for where the rows come from.",
            "Add a provenance.yaml at the root of the submission; `provgate init` drafts one.",
            Example.withoutManifest(),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        Subject submission = new Subject("submission", file.facts().name());
        return switch (file.facts().manifest()) {
            case ManifestReading.Missing _ -> Stream.of(Breach.of(submission, file.whole(), amongThe(file)));
            case ManifestReading.Read(var manifest, var _, var _) -> taken(file, manifest.format(), manifest.file());
            case ManifestReading.UnsupportedVersion(String path, ManifestFormat format, Place _, String _) ->
                taken(file, format, path);
            case ManifestReading.Unreadable _, ManifestReading.Several _ -> Stream.empty();
        };
    }

    private static Stream<Breach> taken(CaseFile file, ManifestFormat format, String path) {
        return file.policy().manifests().contains(format)
                ? Stream.empty()
                : Stream.of(Breach.of(
                        new Subject("submission", file.facts().name()),
                        Place.startOf(path),
                        "%s is a manifest in the format %s, which the policy does not take"
                                .formatted(path, format.word())));
    }

    private static String amongThe(CaseFile file) {
        int count = file.facts().objects().size();
        return count == 1
                ? "The one file of the submission is no provenance manifest"
                : "None of the %,d files of the submission is a provenance manifest".formatted(count);
    }
}
