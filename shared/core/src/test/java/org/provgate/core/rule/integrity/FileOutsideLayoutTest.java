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

class FileOutsideLayoutTest {

    static final List<Arguments> cases = List.of(
            argumentSet("an ordinary key", Submission.with(manifest()), List.of()),
            argumentSet(
                    "a wildcard",
                    Submission.with(manifest()).stores("data/train.jsonl", "data/a*.jsonl"),
                    List.of(
                            "file:data/a*.jsonl | data/a*.jsonl | \"data/a*.jsonl\" cannot be named in a manifest: it has a character that stands for others in patterns")),
            argumentSet(
                    "a wildcard that a pattern covers",
                    Submission.with(manifest().files(glob("data/*", "SUMS")))
                            .stores("data/a[1].jsonl")
                            .lists("SUMS", "data/a[1].jsonl"),
                    List.of()),
            argumentSet(
                    "a step out, even under a pattern",
                    Submission.with(manifest().files(glob("**", "SUMS")))
                            .stores("a/../b")
                            .lists("SUMS", "a/../b"),
                    List.of("file:a/../b | a/../b | \"a/../b\" cannot be named in a manifest: a part of it is ..")),
            argumentSet(
                    "nothing between slashes",
                    Submission.with(manifest()).stores("data/train.jsonl", "data//b"),
                    List.of(
                            "file:data//b | data//b | \"data//b\" cannot be named in a manifest: a part of it is empty")),
            argumentSet(
                    "a backslash",
                    Submission.with(manifest()).stores("data/train.jsonl", "data\\b"),
                    List.of("file:data\\b | data\\b | \"data\\b\" cannot be named in a manifest: it has a backslash")),
            argumentSet(
                    "a control character",
                    Submission.with(manifest()).stores("data/train.jsonl", "data/\tb"),
                    List.of(
                            "file:data/\tb | data/\tb | \"data/�b\" cannot be named in a manifest: it has a control character")));

    @ParameterizedTest
    @FieldSource("cases")
    void wantsKeysThatCanBeNamed(Submission submission, List<String> expected) {
        assertThat(Told.by(new FileOutsideLayout(), submission)).containsExactlyElementsOf(expected);
    }
}
