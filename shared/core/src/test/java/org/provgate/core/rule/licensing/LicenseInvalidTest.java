package org.provgate.core.rule.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.EntryDraft.file;
import static org.provgate.core.testkit.ManifestDraft.manifest;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.SourceDraft;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class LicenseInvalidTest {

    static final List<Arguments> cases = List.of(
            argumentSet(
                    "an expression",
                    Submission.with(manifest().license("CC-BY-4.0 OR (MIT AND Apache-2.0 WITH LLVM-exception)")),
                    List.of()),
            argumentSet("ids in any letter case", Submission.with(manifest().license("cc-by-4.0")), List.of()),
            argumentSet(
                    "nothing granted, nothing known",
                    Submission.with(manifest()
                            .license("NONE")
                            .sources(SourceDraft.own("writers").license("NOASSERTION"))),
                    List.of()),
            argumentSet(
                    "an operator that is not in capitals",
                    Submission.with(manifest().license("CC-BY-4.0 and mit")),
                    List.of(
                            "dataset:Harbour phrasebook | /dataset/license | The licence \"CC-BY-4.0 and mit\" of the dataset is no SPDX expression: the operator \"and\" is not in capitals | Write \"CC-BY-4.0 AND MIT\". | replace /dataset/license CC-BY-4.0 AND MIT")),
            argumentSet(
                    "a hub id",
                    Submission.with(manifest().license("odc-by")),
                    List.of(
                            "dataset:Harbour phrasebook | /dataset/license | The licence \"odc-by\" of the dataset is no SPDX expression: \"odc-by\" is no licence of the SPDX list | Write \"ODC-By-1.0\". | replace /dataset/license ODC-By-1.0")),
            argumentSet(
                    "an address",
                    Submission.with(manifest().license("https://creativecommons.org/licenses/by-sa/4.0/deed.nb")),
                    List.of(
                            "dataset:Harbour phrasebook | /dataset/license | The licence \"https://creativecommons.org/licenses/by-sa/4.0/deed.nb\" of the dataset is no SPDX expression: an address stands where the SPDX id should | Write \"CC-BY-SA-4.0\". | replace /dataset/license CC-BY-SA-4.0")),
            argumentSet(
                    "a family",
                    Submission.with(manifest().license("cc")),
                    List.of(
                            "dataset:Harbour phrasebook | /dataset/license | The licence \"cc\" of the dataset is no SPDX expression: \"cc\" names a family of licences, not one of them")),
            argumentSet(
                    "a slip of the pen in a source",
                    Submission.with(
                            manifest().sources(SourceDraft.own("writers").license("CC-BY-4.O"))),
                    List.of(
                            "source:writers | /sources/0/license | The licence \"CC-BY-4.O\" of the source writers is no SPDX expression: \"CC-BY-4.O\" is no licence of the SPDX list (did you mean CC-BY-4.0?)")),
            argumentSet(
                    "a file of its own",
                    Submission.with(manifest().files(file("data/train.jsonl").license("MIT OR"))),
                    List.of(
                            "file:data/train.jsonl | /files/0/license | The licence \"MIT OR\" of the file data/train.jsonl is no SPDX expression: a licence is missing at the end")),
            argumentSet(
                    "an id that the list has given up",
                    Submission.with(manifest().license("GPL-2.0+")),
                    List.of(
                            "dataset:Harbour phrasebook | /dataset/license | The licence of the dataset uses GPL-2.0+, which the SPDX list has given up | usually warning | Write \"GPL-2.0-or-later\". | replace /dataset/license GPL-2.0-or-later")),
            argumentSet(
                    "one that was two",
                    Submission.with(manifest().license("GPL-3.0")),
                    List.of(
                            "dataset:Harbour phrasebook | /dataset/license | The licence of the dataset uses GPL-3.0, which the SPDX list has given up | usually warning | Write GPL-3.0-only or GPL-3.0-or-later, whichever was granted.")));

    @ParameterizedTest
    @FieldSource("cases")
    void readsEveryLicenceAsSpdx(Submission submission, List<String> expected) {
        assertThat(Told.by(new LicenseInvalid(), submission)).containsExactlyElementsOf(expected);
    }
}
