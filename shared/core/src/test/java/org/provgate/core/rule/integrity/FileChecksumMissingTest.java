package org.provgate.core.rule.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.EntryDraft.file;
import static org.provgate.core.testkit.EntryDraft.glob;
import static org.provgate.core.testkit.ManifestDraft.manifest;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class FileChecksumMissingTest {

    static final List<Arguments> cases = List.of(
            argumentSet("given", Submission.with(manifest()), List.of()),
            argumentSet(
                    "not given",
                    Submission.with(manifest().files(file("a.jsonl").sha256("")))
                            .stores("a.jsonl"),
                    List.of(
                            "file:a.jsonl | /files/0/sha256 | The entry of a.jsonl gives no digest | add /files/0/sha256 8d6a6f2da8cffa60896c7bef4041abc38892be977ca31c3cb70f7548a8a5a81d")),
            argumentSet(
                    "not given, and no file to measure",
                    Submission.with(manifest().files(file("a.jsonl").sha256(""))),
                    List.of("file:a.jsonl | /files/0/sha256 | The entry of a.jsonl gives no digest")),
            argumentSet(
                    "a glob without a list",
                    Submission.with(manifest().files(glob("s/*", ""))).stores("s/1"),
                    List.of("file:s/* | /files/0/checksums | The entry of s/* names no checksum list")),
            argumentSet(
                    "a list that leaves one out",
                    Submission.with(manifest().files(glob("s/*", "SUMS")))
                            .stores("s/1", "s/2")
                            .lists("SUMS", "s/1"),
                    List.of("file:s/2 | /files/0/glob | s/2 is covered by s/*, but SUMS does not list it")),
            argumentSet(
                    "left out, but with an entry of its own",
                    Submission.with(manifest().files(glob("s/*", "SUMS"), file("s/2")))
                            .stores("s/1", "s/2")
                            .lists("SUMS", "s/1"),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void wantsADigestOfEveryFile(Submission submission, List<String> expected) {
        assertThat(Told.by(new FileChecksumMissing(), submission)).containsExactlyElementsOf(expected);
    }
}
