package org.provgate.core.rule.integrity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Sha256;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.FileEntry.Target;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Papers;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.submission.ChecksumList;

/// Every digest counts that anybody wrote down: of the entry, of each checksum list, of documents.
public final class FileChecksumMismatch implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("file-checksum-mismatch"),
            "0.1",
            Severity.ERROR,
            "A file is not the one that its digest names",
            "The statements of the manifest are about other bytes than those that would be read.",
            "Upload the file that was meant, or write the digest of this one.",
            Example.with("""
                    files:
                      - path: data/train.jsonl
                        sha256: "0000000000000000000000000000000000000000000000000000000000000000"
                        sources: [writers]
                    """),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return Stream.of(entries(file), lists(file), documents(file)).flatMap(breaches -> breaches);
    }

    private static Stream<Breach> entries(CaseFile file) {
        return file.lineage().entries().entrySet().stream()
                .flatMap(covered -> Optional.ofNullable(file.facts().objects().get(covered.getKey())).stream()
                        .flatMap(object -> entries(object, covered.getValue())));
    }

    private static Stream<Breach> entries(ObjectFacts object, List<FileEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.target() instanceof Target.Path(var _, var _, Field<String> sha256)
                        ? differing(object, sha256, "the manifest")
                        : Stream.empty());
    }

    private static Stream<Breach> lists(CaseFile file) {
        return file.facts().checksumLists().values().stream()
                .flatMap(list -> list.digests().entrySet().stream().flatMap(line -> line(file, list, line)));
    }

    private static Stream<Breach> line(CaseFile file, ChecksumList list, Map.Entry<String, Sha256> line) {
        ObjectFacts object = file.facts().objects().get(line.getKey());
        Place at = list.places().getOrDefault(line.getKey(), Place.startOf(list.path()));
        return object == null
                ? Stream.empty()
                : differing(object, Field.stated(line.getValue().hex(), at), list.path());
    }

    private static Stream<Breach> documents(CaseFile file) {
        return file.manifest().stream()
                .flatMap(Papers::plain)
                .flatMap(document -> document.path().value().map(file.facts().objects()::get).stream()
                        .flatMap(object -> differing(object, document.sha256(), "the manifest")));
    }

    private static Stream<Breach> differing(ObjectFacts object, Field<String> declared, String by) {
        return declared
                .value()
                .filter(digest -> !digest.equals(object.sha256().hex()))
                .map(digest -> Breach.of(
                        Subject.file(object.path()),
                        declared.at(),
                        "%s has the SHA-256 %s, but %s says %s".formatted(object.path(), object.sha256(), by, digest)))
                .stream();
    }
}
