package org.provgate.core.rule.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.EntryDraft.file;
import static org.provgate.core.testkit.EntryDraft.glob;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.ObjectDraft.object;
import static org.provgate.core.testkit.TeacherDraft.teacher;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.Digests;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class FileChecksumMismatchTest {

    static final List<Arguments> cases = List.of(
            argumentSet("they agree", Submission.with(manifest()), List.of()),
            argumentSet(
                    "an entry of other bytes",
                    Submission.with(
                                    manifest()
                                            .files(
                                                    file("a.jsonl")
                                                            .sha256(
                                                                    "0000000000000000000000000000000000000000000000000000000000000000")))
                            .stores("a.jsonl"),
                    List.of(
                            "file:a.jsonl | /files/0/sha256 | a.jsonl has the SHA-256 8d6a6f2da8cffa60896c7bef4041abc38892be977ca31c3cb70f7548a8a5a81d, but the manifest says 0000000000000000000000000000000000000000000000000000000000000000")),
            argumentSet(
                    "a list of other bytes",
                    Submission.with(manifest().files(glob("s/*.jsonl", "s/SUMS")))
                            .stores(object("s/1.jsonl").content("other"))
                            .lists("s/SUMS", "s/1.jsonl"),
                    List.of(
                            "file:s/1.jsonl | s/SUMS | s/1.jsonl has the SHA-256 d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa, but s/SUMS says e06eeacd13b28b1d86f6ae8c27b4d68999c044caa7cb10c3c4477d92b099f4b4")),
            argumentSet(
                    "an entry and a list that disagree",
                    Submission.with(manifest().files(file("s/1.jsonl"), glob("s/*.jsonl", "s/SUMS")))
                            .stores("s/1.jsonl", "s/2.jsonl")
                            .lists(
                                    "s/SUMS",
                                    new TreeMap<>(Map.of(
                                            "s/1.jsonl", Digests.of("old"), "s/2.jsonl", Digests.of("s/2.jsonl")))),
                    List.of(
                            "file:s/1.jsonl | s/SUMS | s/1.jsonl has the SHA-256 e06eeacd13b28b1d86f6ae8c27b4d68999c044caa7cb10c3c4477d92b099f4b4, but s/SUMS says cba06b5736faf67e54b07b561eae94395e774c517a7d910a54369e1263ccfbd4")),
            argumentSet(
                    "a copy of terms with other bytes",
                    Submission.with(
                                    manifest()
                                            .teachers(
                                                    teacher("writer", "atlas-7b")
                                                            .termsCopy(
                                                                    "evidence/terms.pdf",
                                                                    "0000000000000000000000000000000000000000000000000000000000000000")))
                            .stores("data/train.jsonl", "evidence/terms.pdf"),
                    List.of(
                            "file:evidence/terms.pdf | /teachers/0/terms/copy/sha256 | evidence/terms.pdf has the SHA-256 50b3ed60fff72275ed07253e43726999e54975095427785d826b944c3395bc3b, but the manifest says 0000000000000000000000000000000000000000000000000000000000000000")));

    @ParameterizedTest
    @FieldSource("cases")
    void holdsEveryDigestAgainstTheBytes(Submission submission, List<String> expected) {
        assertThat(Told.by(new FileChecksumMismatch(), submission)).containsExactlyElementsOf(expected);
    }
}
