package org.provgate.core.rule.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.submission.SubmissionName;
import org.provgate.core.submission.Upstream;
import org.provgate.core.submission.Upstream.Held;
import org.provgate.core.testkit.SourceDraft;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class SourceQuarantinedTest {

    private static final SubmissionName TIDES = new SubmissionName("ada", "tides", "r1");
    private static final SubmissionName MOON = new SubmissionName("mary", "moon", "r1");

    private static final String ITSELF =
            "source:t | /sources/0 | The source t is the submission ada/tides/r1, which readers are kept from";

    static final List<Arguments> cases = List.of(
            argumentSet("no submission", Submission.with(manifest()), List.of()),
            argumentSet(
                    "one that is not there",
                    Submission.with(manifest().sources(SourceDraft.dataset("t", "ada/tides/r1", "CC-BY-4.0"))),
                    List.of()),
            argumentSet("one that stands", named("ada/tides/r1", ""), List.of()),
            argumentSet("by its name", named("ada/tides/r1", "", new Held(TIDES, "quarantined")), List.of(ITSELF)),
            argumentSet("by name and version", named("ada/tides", "", new Held(TIDES, "quarantined")), List.of(ITSELF)),
            argumentSet(
                    "by its place in a bucket",
                    named("Tides", "s3://hub/ada/tides/r1/data/train.jsonl", new Held(TIDES, "quarantined")),
                    List.of(ITSELF)),
            argumentSet(
                    "by its address in a gate",
                    named(
                            "Tides",
                            "https://gate.example.org/api/submissions/ada/tides/r1",
                            new Held(TIDES, "quarantined")),
                    List.of(ITSELF)),
            argumentSet(
                    "by an address of something else",
                    named("Tides", "https://example.org/ada/tides/r1", new Held(TIDES, "quarantined")),
                    List.of()),
            argumentSet(
                    "by what is no address",
                    named("Tides", "s3://hub/ada/ti des/r1", new Held(TIDES, "quarantined")),
                    List.of()),
            argumentSet(
                    "one behind it",
                    named("ada/tides/r1", "", new Held(MOON, "rejected")),
                    List.of("source:t | /sources/0 | The source t is the submission ada/tides/r1, which derives from"
                            + " one that readers are kept from")));

    private static Submission named(String name, String uri, Held... held) {
        return Submission.with(manifest()
                        .sources(SourceDraft.dataset("t", name, "CC-BY-4.0")
                                .uri(uri)
                                .version("r1")))
                .derivingFrom(new Upstream(TIDES, List.of(held), List.of()));
    }

    @ParameterizedTest
    @FieldSource("cases")
    void keepsWhatIsQuarantinedFromComingBackUnderAnotherName(Submission submission, List<String> expected) {
        assertThat(Told.by(new SourceQuarantined(), submission)).containsExactlyElementsOf(expected);
    }
}
