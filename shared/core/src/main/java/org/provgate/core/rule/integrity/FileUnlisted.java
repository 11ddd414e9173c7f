package org.provgate.core.rule.integrity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.finding.Fix;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// Keys that no entry could name are [FileOutsideLayout]'s business.
public final class FileUnlisted implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("file-unlisted"),
            "0.1",
            Severity.ERROR,
            "A stored file is not in the manifest's list of files",
            "Rows that no entry covers have no declared origin, and would be read all the same.",
            "Add an entry for the file with its digest, sources and teachers, or remove the file.",
            Example.with(
                    "",
                    Map.of(
                            Example.BASE_FILE,
                            Example.BASE_TEXT,
                            "data/extra.jsonl",
                            "{\"question\": \"When is slack water?\", \"answer\": \"Between the tides.\"}\n")),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.lineage().undeclared().stream()
                .filter(path -> Keys.unnameable(path).isEmpty())
                .map(path -> Breach.of(
                                Subject.file(path),
                                Place.startOf(path),
                                "%s is in the submission, but no entry of the manifest covers it".formatted(path))
                        .fix(entry(path, file)));
    }

    /// An entry with what was measured. Where its rows come from a person says, and is asked for next.
    private static List<Fix> entry(String path, CaseFile file) {
        ObjectFacts object = file.facts().objects().get(path);
        boolean listsFiles = file.manifest()
                .filter(manifest -> manifest.format() == ManifestFormat.NATIVE)
                .filter(manifest -> !manifest.files().isEmpty())
                .isPresent();
        if (object == null || !listsFiles) {
            return List.of();
        }
        SequencedMap<String, JsonValue> members = new LinkedHashMap<>();
        members.put("path", JsonValue.text(path));
        members.put("sha256", JsonValue.text(object.sha256().hex()));
        return List.of(new Fix.Add("/files/-", new JsonValue.Members(members)));
    }
}
