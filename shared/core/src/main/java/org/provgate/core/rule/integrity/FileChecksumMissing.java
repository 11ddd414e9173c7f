package org.provgate.core.rule.integrity;

import java.util.List;
import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.finding.Fix;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.FileEntry.Target;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// A pattern alone proves nothing, so a checksum list names every file that it covers.
public final class FileChecksumMissing implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("file-checksum-missing"),
            "0.1",
            Severity.ERROR,
            "A file has no digest in the manifest",
            "A statement about a name is true of whatever bytes are put there later.",
            "Give the SHA-256 of the file, or name a checksum list that has it.",
            Example.with("""
                files:
                  - path: data/train.jsonl
                    sources: [writers]
                """),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().stream()
                .flatMap(manifest -> Stream.of(entries(manifest, file), lists(file), covered(file))
                        .flatMap(breaches -> breaches));
    }

    private static Stream<Breach> entries(Manifest manifest, CaseFile file) {
        return manifest.files().stream().flatMap(entry -> switch (entry.target()) {
            case Target.Path(String path, Place _, Field<String> sha256)
            when sha256.absent() ->
                Stream.of(Breach.of(Subject.file(path), sha256.at(), "The entry of %s gives no digest".formatted(path))
                        .fix(measured(path, sha256.at(), file)));
            case Target.Glob(String glob, Place _, Field<String> checksums)
            when checksums.absent() ->
                Stream.of(Breach.of(
                        Subject.file(glob),
                        checksums.at(),
                        manifest.listsNoFilesBut(entry)
                                ? "%s lists no files, so none of them has a digest".formatted(manifest.file())
                                : "The entry of %s names no checksum list".formatted(glob)));
            case Target.Path _, Target.Glob _, Target.Unusable _ -> Stream.empty();
        });
    }

    private static List<Fix> measured(String path, Place at, CaseFile file) {
        ObjectFacts object = file.facts().objects().get(path);
        return object == null
                ? List.of()
                : List.of(
                        new Fix.Add(at.pointer(), JsonValue.text(object.sha256().hex())));
    }

    /// Lines that are no entries may hide the very file they were meant for.
    private static Stream<Breach> lists(CaseFile file) {
        return file.facts().checksumLists().values().stream()
                .flatMap(list -> list.faults().stream()
                        .map(fault -> Breach.of(Subject.file(list.path()), fault.at(), fault.message())
                                .remedy("Write the list as sha256sum does: the digest, two spaces, the path.")));
    }

    private static Stream<Breach> covered(CaseFile file) {
        return file.lineage().entries().entrySet().stream()
                .filter(covered -> file.facts().objects().containsKey(covered.getKey()))
                .flatMap(covered ->
                        covered.getValue().stream().limit(1).flatMap(entry -> unlisted(covered.getKey(), entry, file)));
    }

    private static Stream<Breach> unlisted(String path, FileEntry entry, CaseFile file) {
        if (!(entry.target() instanceof Target.Glob(String glob, Place at, Field<String> checksums))) {
            return Stream.empty();
        }
        return checksums.value().map(file.facts().checksumLists()::get).stream()
                .filter(list -> !list.digests().containsKey(path))
                .map(list -> Breach.of(
                        Subject.file(path),
                        at,
                        "%s is covered by %s, but %s does not list it".formatted(path, glob, list.path())));
    }
}
