package org.provgate.core.rule.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.ObjectDraft.object;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.facts.Concern;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class FileNotInspectedTest {

    static final List<Arguments> cases = List.of(
            argumentSet("wholly read", Submission.with(manifest()), List.of()),
            argumentSet(
                    "an unknown kind",
                    Submission.with(manifest())
                            .stores(object("data/train.jsonl")
                                    .concern(Concern.Kind.NOT_INSPECTED, "its kind is unknown")),
                    List.of("file:data/train.jsonl | data/train.jsonl | data/train.jsonl: its kind is unknown")),
            argumentSet(
                    "partly read, for no stated reason",
                    Submission.with(manifest())
                            .stores(object("data/train.jsonl").partlyRead()),
                    List.of(
                            "file:data/train.jsonl | data/train.jsonl | data/train.jsonl: only 2,100 of 4,200 bytes were looked into")),
            argumentSet(
                    "partly read, since it is broken",
                    Submission.with(manifest())
                            .stores(object("data/train.jsonl")
                                    .partlyRead()
                                    .concern(Concern.Kind.UNREADABLE, "cut off")),
                    List.of()),
            argumentSet(
                    "a picture",
                    Submission.with(manifest())
                            .stores(object("data/train.jsonl")
                                    .mediaType("image/png")
                                    .concern(Concern.Kind.NOT_INSPECTED, "it is a picture")),
                    List.of(
                            "file:data/train.jsonl | data/train.jsonl | data/train.jsonl: it is a picture | usually warning")),
            argumentSet(
                    "a document beside the data",
                    Submission.with(manifest())
                            .stores(
                                    object("data/train.jsonl"),
                                    object("LICENSE.pdf")
                                            .mediaType("application/pdf")
                                            .concern(Concern.Kind.NOT_INSPECTED, "it is a PDF")),
                    List.of("file:LICENSE.pdf | LICENSE.pdf | LICENSE.pdf: it is a PDF | usually warning")));

    @ParameterizedTest
    @FieldSource("cases")
    void takesUncheckedForUnknown(Submission submission, List<String> expected) {
        assertThat(Told.by(new FileNotInspected(), submission)).containsExactlyElementsOf(expected);
    }
}
