package org.provgate.core.rule.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.SourceDraft;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class SourceKnownSyntheticTest {

    static final List<Arguments> cases = List.of(
            argumentSet("people who write", Submission.with(manifest()), List.of()),
            argumentSet(
                    "a dataset that says it is one",
                    Submission.with(manifest().sources(SourceDraft.dataset("c", "Cloudy Chat", "CC-BY-4.0"))),
                    List.of()),
            argumentSet(
                    "people who only share its name",
                    Submission.with(
                            manifest().sources(SourceDraft.own("writers").name("Cloudy Chat"))),
                    List.of()),
            argumentSet(
                    "the dataset under the name of people",
                    Submission.with(
                            manifest().sources(SourceDraft.own("writers").name("example/cloudy-chat"))),
                    List.of(
                            "source:writers | /sources/0/type | The source writers is said to be human-authored, but example/cloudy-chat holds output of boreas-1 (https://example.org/example/cloudy-chat)")),
            argumentSet(
                    "by its address",
                    Submission.with(
                            manifest().sources(SourceDraft.own("writers").uri("example/misty-chat"))),
                    List.of(
                            "source:writers | /sources/0/type | The source writers is said to be human-authored, but example/misty-chat holds output of boreas-2 (https://example.org/example/misty-chat) | at most warning")),
            argumentSet(
                    "a dataset by people",
                    Submission.with(
                            manifest().sources(SourceDraft.own("writers").uri("plain questions"))),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void knowsPublicDatasetsByModels(Submission submission, List<String> expected) {
        assertThat(Told.by(new SourceKnownSynthetic(), submission)).containsExactlyElementsOf(expected);
    }
}
