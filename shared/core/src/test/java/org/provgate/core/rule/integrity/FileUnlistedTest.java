package org.provgate.core.rule.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.EntryDraft.glob;
import static org.provgate.core.testkit.ManifestDraft.manifest;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class FileUnlistedTest {

    static final List<Arguments> cases = List.of(
            argumentSet("everything is listed", Submission.with(manifest()), List.of()),
            argumentSet(
                    "one too many",
                    Submission.with(manifest()).stores("data/train.jsonl", "data/extra.jsonl"),
                    List.of(
                            "file:data/extra.jsonl | data/extra.jsonl | data/extra.jsonl is in the submission, but no entry of the manifest covers it | add /files/- [path: data/extra.jsonl, sha256: 76fea56b1e864783a574da6cac082c2d17d52efc1aa502aedbe4046fbf8fa63c]")),
            argumentSet(
                    "documentation needs no entry",
                    Submission.with(manifest())
                            .stores(
                                    "data/train.jsonl",
                                    "README.md",
                                    "LICENSES/MIT.txt",
                                    ".gitattributes",
                                    "docs/CHANGELOG.md"),
                    List.of()),
            argumentSet(
                    "documents that the manifest names need no entry",
                    Submission.with(manifest().licenseLink("terms/own.txt"))
                            .stores("data/train.jsonl", "terms/own.txt"),
                    List.of()),
            argumentSet(
                    "checksum lists need no entry",
                    Submission.with(manifest().files(glob("s/*.jsonl", "s/SUMS")))
                            .stores("s/1.jsonl")
                            .lists("s/SUMS", "s/1.jsonl"),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void namesEveryFileWithoutAnEntry(Submission submission, List<String> expected) {
        assertThat(Told.by(new FileUnlisted(), submission)).containsExactlyElementsOf(expected);
    }
}
