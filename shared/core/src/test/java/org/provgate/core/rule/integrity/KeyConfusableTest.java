package org.provgate.core.rule.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class KeyConfusableTest {

    static final List<Arguments> cases = List.of(
            argumentSet(
                    "different names",
                    Submission.with(manifest()).stores("data/train.jsonl", "data/test.jsonl", "README.md"),
                    List.of()),
            argumentSet(
                    "letter case",
                    Submission.with(manifest()).stores("data/Train.jsonl", "data/train.jsonl"),
                    List.of(
                            "file:data/train.jsonl | data/train.jsonl | \"data/train.jsonl\" and \"data/Train.jsonl\" differ only in letter case or in how accents are stored")),
            argumentSet(
                    "accents",
                    Submission.with(manifest()).stores("caf\u00e9", "cafe\u0301"),
                    List.of(
                            "file:café | café | \"café\" and \"café\" differ only in letter case or in how accents are stored")),
            argumentSet(
                    "a file where a folder is",
                    Submission.with(manifest()).stores("data", "data/train.jsonl"),
                    List.of("file:data | data | \"data\" and \"data/train.jsonl\" cannot both exist on a disk")),
            argumentSet(
                    "a folder that sorts later",
                    Submission.with(manifest()).stores("data", "data-2", "data/train.jsonl"),
                    List.of("file:data | data | \"data\" and \"data/train.jsonl\" cannot both exist on a disk")));

    @ParameterizedTest
    @FieldSource("cases")
    void wantsNamesThatDiffer(Submission submission, List<String> expected) {
        assertThat(Told.by(new KeyConfusable(), submission)).containsExactlyElementsOf(expected);
    }
}
