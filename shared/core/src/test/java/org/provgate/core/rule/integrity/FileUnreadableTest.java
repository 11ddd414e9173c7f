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
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class FileUnreadableTest {

    static final List<Arguments> cases = List.of(
            argumentSet("nothing wrong", Submission.with(manifest()), List.of()),
            argumentSet(
                    "something wrong",
                    Submission.with(manifest())
                            .stores(object("data/train.jsonl")
                                    .concern(Concern.Kind.UNREADABLE, "line 3 is cut off", 3)),
                    List.of("file:data/train.jsonl | data/train.jsonl:3 | data/train.jsonl: line 3 is cut off")),
            argumentSet(
                    "something else wrong",
                    Submission.with(manifest())
                            .stores(object("data/train.jsonl").concern(Concern.Kind.TYPE_DIFFERS, "it is a picture")),
                    List.of()),
            argumentSet(
                    "without a manifest too",
                    Submission.read(new ManifestReading.Missing())
                            .stores(object("a").concern(Concern.Kind.UNREADABLE, "line 3 is cut off", 3)),
                    List.of("file:a | a:3 | a: line 3 is cut off")));

    @ParameterizedTest
    @FieldSource("cases")
    void passesOnWhatInspectionSays(Submission submission, List<String> expected) {
        assertThat(Told.by(new FileUnreadable(), submission)).containsExactlyElementsOf(expected);
    }
}
