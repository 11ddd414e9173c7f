package org.provgate.core.rule.integrity;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.FileEntry.Target;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.FileLineage;
import org.provgate.core.rule.Papers;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// Documents that prove a right or a permission have rules of their own.
public final class FileMissing implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("file-missing"),
            "0.1",
            Severity.ERROR,
            "A file that the manifest names is not in the submission",
            "What was declared and what is stored are two different datasets.",
            "Upload the file, or take its entry out of the manifest.",
            Example.with("""
                    files:
                      - path: data/train.jsonl
                        sha256: SHA256(data/train.jsonl)
                        sources: [writers]
                      - path: data/test.jsonl
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
        return file.manifest().stream()
                .flatMap(manifest -> Stream.of(named(file), idle(file), papers(file, manifest))
                        .flatMap(breaches -> breaches));
    }

    /// Paths that an entry or a checksum list names.
    private static Stream<Breach> named(CaseFile file) {
        return file.lineage().entries().entrySet().stream()
                .filter(covered -> !file.facts().objects().containsKey(covered.getKey()))
                .map(covered -> missing(file, covered));
    }

    private static Breach missing(CaseFile file, Map.Entry<String, List<FileEntry>> covered) {
        String path = covered.getKey();
        return switch (covered.getValue().getFirst().target()) {
            case Target.Path(String _, Place at, var _) ->
                Breach.of(Subject.file(path), at, "%s is listed, but not in the submission".formatted(path));
            case Target.Glob(String glob, Place at, Field<String> checksums) ->
                Breach.of(
                        Subject.file(path),
                        checksums
                                .value()
                                .map(file.facts().checksumLists()::get)
                                .flatMap(list ->
                                        Optional.ofNullable(list.places().get(path)))
                                .orElse(at),
                        "%s is in the checksum list of %s, but not in the submission".formatted(path, glob));
            case Target.Unusable(Place at) ->
                Breach.of(Subject.file(path), at, "%s is not in the submission".formatted(path));
        };
    }

    /// Patterns that cover nothing at all.
    private static Stream<Breach> idle(CaseFile file) {
        Stream<Breach> idle = file.lineage().idle().stream()
                .map(entry -> Breach.of(
                                Subject.file(entry.name()),
                                entry.at(),
                                "%s matches no file of the submission".formatted(entry.name()))
                        .remedy("Correct the pattern, or take the entry out of the manifest."));
        Stream<Breach> skipped = file.lineage().skipped().stream()
                .map(entry -> Breach.of(
                                Subject.file(entry.name()),
                                entry.at(),
                                "%s was not matched: the patterns before it already take more than %,d comparisons"
                                        .formatted(entry.name(), FileLineage.MOST_COMPARISONS))
                        .remedy("Use fewer patterns, and begin them with a folder."));
        return Stream.concat(idle, skipped);
    }

    /// Checksum lists, lists of domains, copies of terms and attested documents.
    private static Stream<Breach> papers(CaseFile file, Manifest manifest) {
        Stream<Field<String>> lists = manifest.files().stream()
                .flatMap(entry -> entry.target() instanceof Target.Glob(var _, var _, var checksums)
                        ? Stream.of(checksums)
                        : Stream.empty());
        Stream<Field<String>> domains = manifest.sources().listed().stream()
                .flatMap(source -> source.crawl().value().stream())
                .map(DataSource.Crawl::domainsFile);
        Stream<Field<String>> copies = Papers.plain(manifest).map(document -> document.path());
        Set<String> seen = new HashSet<>();
        return Stream.of(lists, domains, copies)
                .flatMap(fields -> fields)
                .flatMap(field -> field.value().stream()
                        .filter(path -> !file.facts().objects().containsKey(path) && seen.add(path))
                        .map(path -> Breach.of(
                                        Subject.file(path),
                                        field.at(),
                                        "%s is named in the manifest, but not in the submission".formatted(path))
                                .remedy("Upload the document, or take the reference to it out of the manifest.")));
    }
}
