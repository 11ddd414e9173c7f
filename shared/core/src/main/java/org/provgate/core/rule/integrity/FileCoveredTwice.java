package org.provgate.core.rule.integrity;

import java.util.List;
import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// A path beats a glob, so a file may stand under a glob and have an entry of its own.
public final class FileCoveredTwice implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("file-covered-twice"),
            "0.1",
            Severity.ERROR,
            "More than one entry of the manifest covers a file",
            "Two entries can give the same rows two origins, and one of them is wrong.",
            "Remove one of the entries, or narrow the patterns until they no longer overlap.",
            Example.with("""
                    files:
                      - path: data/train.jsonl
                        sha256: SHA256(data/train.jsonl)
                        sources: [writers]
                      - path: data/train.jsonl
                        sha256: SHA256(data/train.jsonl)
                        sources: [writers]
                    """),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.lineage().entries().entrySet().stream()
                .filter(covered -> covered.getValue().size() > 1)
                .map(covered -> breach(covered.getKey(), covered.getValue()));
    }

    private static Breach breach(String path, List<FileEntry> entries) {
        FileEntry second = entries.get(1);
        String names =
                Phrases.listed(entries.stream().map(FileEntry::name).distinct().toList());
        return Breach.of(
                Subject.file(path),
                second.at(),
                entries.stream().map(FileEntry::name).distinct().count() == 1
                        ? "%s has %d entries in the manifest".formatted(path, entries.size())
                        : "%s is covered by %s".formatted(path, names));
    }
}
