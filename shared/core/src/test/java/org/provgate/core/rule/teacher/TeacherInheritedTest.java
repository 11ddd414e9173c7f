package org.provgate.core.rule.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.TeacherDraft.teacher;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.submission.SubmissionName;
import org.provgate.core.submission.Upstream;
import org.provgate.core.testkit.SourceDraft;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class TeacherInheritedTest {

    static final List<Arguments> cases = List.of(
            argumentSet("no public dataset", Submission.with(manifest()), List.of()),
            argumentSet(
                    "one by people",
                    Submission.with(manifest().sources(SourceDraft.dataset("q", "Plain questions", "CC-BY-4.0"))),
                    List.of()),
            argumentSet(
                    "one by a model that is not declared",
                    Submission.with(manifest().sources(SourceDraft.dataset("c", "Cloudy Chat", "CC-BY-4.0"))),
                    List.of("source:c | /sources/0 | The source c is example/cloudy-chat, which holds output of"
                            + " boreas-1 (https://example.org/example/cloudy-chat); the manifest declares none of"
                            + " that")),
            argumentSet(
                    "by facts that were not read",
                    Submission.with(manifest().sources(SourceDraft.dataset("c", "Misty Chat", "CC-BY-4.0"))),
                    List.of("source:c | /sources/0 | The source c is example/misty-chat, which holds output of"
                            + " boreas-2 (https://example.org/example/misty-chat); the manifest declares none of"
                            + " that | at most warning")),
            argumentSet(
                    "declared",
                    Submission.with(manifest()
                            .sources(SourceDraft.dataset("c", "Cloudy Chat", "CC-BY-4.0"))
                            .teachers(teacher("writer", "boreas-1"))),
                    List.of()),
            argumentSet(
                    "another model of the same maker",
                    Submission.with(manifest()
                            .sources(SourceDraft.dataset("c", "Cloudy Chat", "CC-BY-4.0"))
                            .teachers(teacher("writer", "boreas-2"))),
                    List.of()),
            argumentSet(
                    "another maker",
                    Submission.with(manifest()
                            .sources(SourceDraft.dataset("c", "Cloudy Chat", "CC-BY-4.0"))
                            .teachers(teacher("writer", "atlas-7b"))),
                    List.of("source:c | /sources/0 | The source c is example/cloudy-chat, which holds output of"
                            + " boreas-1 (https://example.org/example/cloudy-chat); the manifest declares none of"
                            + " that")),
            argumentSet(
                    "a submission by a model that is not declared",
                    Submission.with(manifest().sources(SourceDraft.dataset("t", "ada/tides/r1", "CC-BY-4.0")))
                            .derivingFrom(taught("boreas-1", "boreas-2")),
                    List.of("source:t | /sources/0 | The source t is the submission ada/tides/r1, which holds output"
                            + " of boreas-1 and boreas-2; the manifest declares none of"
                            + " that")),
            argumentSet(
                    "a submission by a model that is declared",
                    Submission.with(manifest()
                                    .sources(SourceDraft.dataset("t", "ada/tides/r1", "CC-BY-4.0"))
                                    .teachers(teacher("writer", "boreas-1")))
                            .derivingFrom(taught("boreas-1", "boreas-2")),
                    List.of()),
            argumentSet(
                    "people who share its name",
                    Submission.with(
                            manifest().sources(SourceDraft.own("writers").name("Cloudy Chat"))),
                    List.of()));

    private static Upstream taught(String own, String behind) {
        SubmissionName name = new SubmissionName("ada", "tides", "r1");
        return new Upstream(
                name,
                List.of(),
                List.of(
                        new Upstream.Taught(own, name),
                        new Upstream.Taught(behind, new SubmissionName("mary", "chat", "r1"))));
    }

    @ParameterizedTest
    @FieldSource("cases")
    void knowsWhoWrotePublicDatasets(Submission submission, List<String> expected) {
        assertThat(Told.by(new TeacherInherited(), submission)).containsExactlyElementsOf(expected);
    }
}
