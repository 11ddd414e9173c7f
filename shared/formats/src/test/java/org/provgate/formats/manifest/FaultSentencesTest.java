package org.provgate.formats.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.finding.Fix;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.manifest.ManifestFault;
import org.provgate.core.manifest.ManifestReading;

/// What a contributor reads about each kind of fault: one sentence for one cause, at its place.
class FaultSentencesTest {

    private static final String BASE = """
            manifest: dataset-provenance/v1
            dataset:
              name: Phrases
              version: "1"
              description: Phrases.
              license: CC-BY-4.0
            contributors:
              - name: Jo Example
                roles: [submitter]
            sources:
              - id: writers
                type: human-authored
                name: Written from scratch
                license: CC-BY-4.0
                rightsBasis: own-work
                collectionPeriod: { start: 2026-02, end: 2026-04 }
            teachers:
              - id: writer
                provider: Example Labs
                model: wordsmith
                uses: [generated]
                generationPeriod: { start: 2026-03, end: 2026-03 }
                accessChannel: self-hosted
                terms: unknown
            files:
              - path: data/train.jsonl
                sha256: "5555555555555555555555555555555555555555555555555555555555555555"
                sources: [writers]
                teachers: [writer]
            attestations:
              - { type: complete-and-accurate, by: Jo Example, date: 2026-05-04 }
            """;

    static final List<Arguments> faults = List.of(
            argumentSet(
                    "no format",
                    "manifest: dataset-provenance/v1\n",
                    "",
                    List.of(
                            "/manifest 1:1 The manifest has no `manifest`, which names its format and version | Add the line `manifest: dataset-provenance/v1`. +/manifest=\"dataset-provenance/v1\"")),
            argumentSet(
                    "format without version",
                    "manifest: dataset-provenance/v1",
                    "manifest: dataset-provenance",
                    List.of(
                            "/manifest 1:11 `manifest` is the text \"dataset-provenance\", which names no version of this format | Write `manifest: dataset-provenance/v1`. /manifest:=\"dataset-provenance/v1\"")),
            argumentSet(
                    "misspelt key",
                    "  license: CC-BY-4.0\ncontributors",
                    "  licence: CC-BY-4.0\ncontributors",
                    List.of(
                            "/dataset/licence 6:3 `licence` is no field of `dataset`; did you mean `license`? | Rename it to `license`. -/dataset/licence +/dataset/license=\"CC-BY-4.0\"")),
            argumentSet(
                    "misspelt top-level key",
                    "teachers:\n",
                    "Teacher:\n",
                    List.of(
                            "/Teacher 17:1 `Teacher` is no field of the manifest; did you mean `teachers`? | Rename it to `teachers`. -/Teacher +/teachers=[[id, provider, model, uses, generationPeriod, accessChannel, terms]]")),
            argumentSet(
                    "snake case",
                    "    rightsBasis: own-work",
                    "    rights_basis: own-work",
                    List.of(
                            "/sources/0/rights_basis 15:5 `rights_basis` is no field of a source; did you mean `rightsBasis`? | Rename it to `rightsBasis`. -/sources/0/rights_basis +/sources/0/rightsBasis=\"own-work\"")),
            argumentSet(
                    "unknown key",
                    "  name: Phrases",
                    "  name: Phrases\n  colour: blue",
                    List.of(
                            "/dataset/colour 4:3 `colour` is no field of `dataset` | Remove it, or rename it to a key of your own that begins with `x-`. The fields here are name, identifier, version, description, license, licenseLink, url, languages, modalities, intendedUse, personalData, copyrightedMaterial, created, previousVersion, processing.")),
            argumentSet(
                    "own key in the wrong form",
                    "  name: Phrases",
                    "  name: Phrases\n  x-Own: blue",
                    List.of(
                            "/dataset/x-Own 4:3 `x-Own` is no key of your own: after `x-` come lower-case letters, digits and single hyphens | Rename it, for instance to `x-example-ticket`.")),
            argumentSet(
                    "required text missing",
                    "  version: \"1\"\n",
                    "",
                    List.of("/dataset/version 2:1 `dataset` has no `version` | Add `version`.")),
            argumentSet(
                    "required text empty",
                    "version: \"1\"",
                    "version:",
                    List.of("/dataset/version 4:11 `dataset.version` has no value | Write its value.")),
            argumentSet(
                    "required text of no length",
                    "description: Phrases.",
                    "description: \"\"",
                    List.of(
                            "/dataset/description 5:16 `dataset.description` is an empty text, not a text of 1 to 4,000 characters | Write a text of 1 to 4,000 characters.")),
            argumentSet(
                    "list for a text",
                    "name: Phrases",
                    "name: [Phrases]",
                    List.of("/dataset/name 3:9 `dataset.name` is a list; a text is wanted | Write one text.")),
            argumentSet(
                    "dataset is a text",
                    "dataset:\n  name: Phrases\n  version: \"1\"\n  description: Phrases.\n  license: CC-BY-4.0\n",
                    "dataset: Phrases\n",
                    List.of(
                            "/dataset 2:10 `dataset` is the text \"Phrases\"; a mapping is wanted | Write its fields, which are name, identifier, version, description, license, licenseLink, url, languages, modalities, intendedUse, personalData, copyrightedMaterial, created, previousVersion, processing.")),
            argumentSet(
                    "two lines",
                    "name: Phrases",
                    "name: |\n    Phrases and\n    words",
                    List.of(
                            "/dataset/name 3:9 `dataset.name` is the text \"Phrases and words \", which has a line break | Write it on one line. /dataset/name:=\"Phrases and words\"")),
            argumentSet(
                    "version with a space",
                    "version: \"1\"",
                    "version: \"1 beta\"",
                    List.of(
                            "/dataset/version 4:12 `dataset.version` is the text \"1 beta\", not a version of 1 to 64 letters, digits, `.`, `_`, `+` and `-` that begins with a letter or digit | Write a version of 1 to 64 letters, digits, `.`, `_`, `+` and `-` that begins with a letter or digit.")),
            argumentSet(
                    "word misspelt",
                    "type: human-authored",
                    "type: human_authored",
                    List.of(
                            "/sources/0/type 12:11 `sources[0].type` is the text \"human_authored\", which is not one of its words; did you mean `human-authored`? | Write one of human-authored, human-annotation, dataset, digitized, other, user-data, internal-logs, web-crawl, api, programmatic. /sources/0/type:=\"human-authored\"")),
            argumentSet(
                    "word unknown",
                    "type: human-authored",
                    "type: magic",
                    List.of(
                            "/sources/0/type 12:11 `sources[0].type` is the text \"magic\", which is not one of its words | Write one of api, other, dataset, digitized, web-crawl, user-data, programmatic, human-authored, internal-logs, human-annotation.")),
            argumentSet(
                    "role for a list",
                    "roles: [submitter]",
                    "roles: submitter",
                    List.of(
                            "/contributors/0/roles 9:12 `contributors[0].roles` is the text \"submitter\"; a list is wanted | Write a list, even of one: put `[` and `]` round it, or `- ` before it. /contributors/0/roles:=[\"submitter\"]")),
            argumentSet(
                    "role twice",
                    "roles: [submitter]",
                    "roles: [submitter, submitter]",
                    List.of(
                            "/contributors/0/roles/1 9:24 `contributors[0].roles[1]` is the text \"submitter\", which stands in the list already | Remove it. -/contributors/0/roles/1")),
            argumentSet(
                    "no roles",
                    "roles: [submitter]",
                    "roles: []",
                    List.of(
                            "/contributors/0/roles 9:12 `contributors[0].roles` is an empty list | Name at least one.")),
            argumentSet(
                    "date in another form",
                    "date: 2026-05-04",
                    "date: 04/05/2026",
                    List.of(
                            "/attestations/0/date 31:58 `attestations[0].date` is the text \"04/05/2026\", not a day written YYYY-MM-DD | Write the day as in 2026-05-04.")),
            argumentSet(
                    "period in another form",
                    "start: 2026-02,",
                    "start: spring,",
                    List.of(
                            "/sources/0/collectionPeriod/start 16:32 `sources[0].collectionPeriod.start` is the text \"spring\", not a date written YYYY, YYYY-MM or YYYY-MM-DD | Write the date as in 2026-05-04, \"2026-05\" or \"2026\".")),
            argumentSet(
                    "period without end",
                    "{ start: 2026-02, end: 2026-04 }",
                    "{ start: 2026-02 }",
                    List.of(
                            "/sources/0/collectionPeriod/end 16:5 `sources[0].collectionPeriod` has no `end` | Add `end`.")),
            argumentSet(
                    "id in upper case",
                    "- id: writers",
                    "- id: Writers",
                    List.of(
                            "/sources/0/id 11:9 `sources[0].id` is the text \"Writers\", which has upper-case letters | Write it in lower case, here and where it is referred to.")),
            argumentSet(
                    "id named none",
                    "- id: writers",
                    "- id: none",
                    List.of(
                            "/sources/0/id 11:9 `sources[0].id` is the text \"none\", which means that there is none | Choose another id.")),
            argumentSet(
                    "digest too short",
                    "\"5555555555555555555555555555555555555555555555555555555555555555\"",
                    "\"5555\"",
                    List.of(
                            "/files/0/sha256 27:13 `files[0].sha256` is the text \"5555\", not 64 lower-case hexadecimal digits | Write 64 lower-case hexadecimal digits.")),
            argumentSet(
                    "digest in upper case",
                    "\"5555555555555555555555555555555555555555555555555555555555555555\"",
                    "\"ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789\"",
                    List.of(
                            "/files/0/sha256 27:13 `files[0].sha256` is the text \"ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF012345…\", which has upper-case letters | Write it in lower case. /files/0/sha256:=\"abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789\"")),
            argumentSet(
                    "path with backslash",
                    "path: data/train.jsonl",
                    "path: data\\train.jsonl",
                    List.of(
                            "/files/0/path 26:11 `files[0].path` is the text \"data\\train.jsonl\", which has a backslash | Write forward slashes. /files/0/path:=\"data/train.jsonl\"")),
            argumentSet(
                    "path from the root",
                    "path: data/train.jsonl",
                    "path: /data/train.jsonl",
                    List.of(
                            "/files/0/path 26:11 `files[0].path` is the text \"/data/train.jsonl\", which begins with a slash | Name it from the folder of the manifest on.")),
            argumentSet(
                    "path with ./",
                    "path: data/train.jsonl",
                    "path: ./data/train.jsonl",
                    List.of(
                            "/files/0/path 26:11 `files[0].path` is the text \"./data/train.jsonl\", which begins with `./` | Leave the `./` out. /files/0/path:=\"data/train.jsonl\"")),
            argumentSet(
                    "path with wildcard",
                    "path: data/train.jsonl",
                    "path: data/*.jsonl",
                    List.of(
                            "/files/0/path 26:11 `files[0].path` is the text \"data/*.jsonl\", which has a wildcard | Name one file, or write `glob` with `checksums` in a file entry.")),
            argumentSet(
                    "glob without wildcard",
                    "path: data/train.jsonl",
                    "glob: data/train.jsonl",
                    List.of(
                            "/files/0/glob 26:11 `files[0].glob` is the text \"data/train.jsonl\", which has no wildcard | Write it as `path`, with `sha256`.")),
            argumentSet(
                    "path and glob",
                    "- path: data/train.jsonl",
                    "- path: data/train.jsonl\n    glob: data/*",
                    List.of(
                            "/files/0 26:5 `files[0]` has a `path` and a `glob` | Make two entries of it, or remove one of the two.")),
            argumentSet(
                    "neither path nor glob",
                    "- path: data/train.jsonl\n    sha256",
                    "- sha256",
                    List.of(
                            "/files/0 26:5 `files[0]` has neither `path` nor `glob` | Add `path` with `sha256`, or `glob` with `checksums`.")),
            argumentSet(
                    "grouped number",
                    "- path: data/train.jsonl",
                    "- path: data/train.jsonl\n    bytes: 1_000",
                    List.of(
                            "/files/0/bytes 27:12 `files[0].bytes` is the text \"1_000\"; a whole number from 0 to 9,007,199,254,740,991 is wanted | Write digits only, without quotation marks.")),
            argumentSet(
                    "quoted number",
                    "- path: data/train.jsonl",
                    "- path: data/train.jsonl\n    bytes: \"1000\"",
                    List.of(
                            "/files/0/bytes 27:12 `files[0].bytes` is the text \"1000\"; a whole number from 0 to 9,007,199,254,740,991 is wanted | Take the quotation marks off. /files/0/bytes:=1000")),
            argumentSet(
                    "negative number",
                    "- path: data/train.jsonl",
                    "- path: data/train.jsonl\n    rows: -1",
                    List.of(
                            "/files/0/rows 27:11 `files[0].rows` is the text \"-1\"; a whole number from 0 to 9,007,199,254,740,991 is wanted | Write digits only, without quotation marks.")),
            argumentSet(
                    "media type in upper case",
                    "- path: data/train.jsonl",
                    "- path: data/train.jsonl\n    mediaType: Text/CSV",
                    List.of(
                            "/files/0/mediaType 27:16 `files[0].mediaType` is the text \"Text/CSV\", which has upper-case letters | Write it in lower case. /files/0/mediaType:=\"text/csv\"")),
            argumentSet(
                    "file without sources",
                    "    sources: [writers]\n",
                    "",
                    List.of("/files/0/sources 26:5 `files[0]` has no `sources` | Add `sources`.")),
            argumentSet(
                    "file with one source alone",
                    "sources: [writers]",
                    "sources: writers",
                    List.of(
                            "/files/0/sources 28:14 `files[0].sources` is the text \"writers\"; a list of ids is wanted | Put the ids between `[` and `]`. /files/0/sources:=[\"writers\"]")),
            argumentSet(
                    "file of nothing",
                    "sources: [writers]\n    teachers: [writer]",
                    "sources: none\n    teachers: none",
                    List.of(
                            "/files/0 26:5 `files[0]` has `none` for sources and for teachers; its rows come from somewhere | Name the sources, or the teachers if models wrote the rows from prompts alone.")),
            argumentSet(
                    "none in a list",
                    "sources: [writers]",
                    "sources: [none]",
                    List.of(
                            "/files/0/sources 28:14 `files[0].sources` is a list; did you mean `none`? | Write `none`, in lower case and without a list. /files/0/sources:=\"none\"")),
            argumentSet(
                    "None",
                    "sources: [writers]\n",
                    "sources: None\n",
                    List.of(
                            "/files/0/sources 28:14 `files[0].sources` is the text \"None\"; did you mean `none`? | Write `none`, in lower case and without a list. /files/0/sources:=\"none\"")),
            argumentSet(
                    "one teacher alone",
                    "teachers:\n  - id: writer\n",
                    "teachers:\n    id: writer\n",
                    List.of(
                            "/teachers 18:5 `teachers` is a mapping; a list of teachers is wanted | Write `- ` before the teacher's first field, and indent the others as far as the first.")),
            argumentSet(
                    "teachers None",
                    "teachers:\n  - id: writer\n    provider: Example Labs\n    model: wordsmith\n    uses: [generated]\n    generationPeriod: { start: 2026-03, end: 2026-03 }\n    accessChannel: self-hosted\n    terms: unknown\n",
                    "teachers: None\n",
                    List.of(
                            "/teachers 17:11 `teachers` is the text \"None\"; did you mean `none`? | Write `teachers: none`, in lower case and without a list. /teachers:=\"none\"")),
            argumentSet(
                    "teacher as a text",
                    "teachers:\n  - id: writer\n    provider: Example Labs\n    model: wordsmith\n    uses: [generated]\n    generationPeriod: { start: 2026-03, end: 2026-03 }\n    accessChannel: self-hosted\n    terms: unknown\n",
                    "teachers: [gpt-4]\n",
                    List.of(
                            "/teachers/0 17:12 `teachers[0]` is the text \"gpt-4\"; a mapping is wanted | Write its fields, which are id, provider, model, revision, uri, uses, usesDescription, generationPeriod, accessChannel, accessProvider, viaSources, terms, authorization.")),
            argumentSet(
                    "use unknown",
                    "uses: [generated]",
                    "uses: [generated, distilled]",
                    List.of(
                            "/teachers/0/uses/1 21:23 `teachers[0].uses[1]` is the text \"distilled\", which is not one of its words | Write one of filtered, generated, rewritten, translated, annotated, judged, embedded, other.")),
            argumentSet(
                    "use other",
                    "uses: [generated]",
                    "uses: [other]",
                    List.of(
                            "/teachers/0/usesDescription 18:5 `teachers[0]` has no `usesDescription`; `uses` lists `other`, which says nothing by itself | Add `usesDescription`.")),
            argumentSet(
                    "reseller",
                    "accessChannel: self-hosted",
                    "accessChannel: reseller",
                    List.of(
                            "/teachers/0/accessProvider 18:5 `teachers[0]` has no `accessProvider`; `accessChannel` is `reseller`, and whose it is decides which terms hold | Add `accessProvider`.")),
            argumentSet(
                    "upstream",
                    "accessChannel: self-hosted",
                    "accessChannel: upstream-dataset",
                    List.of(
                            "/teachers/0/viaSources 18:5 `teachers[0]` has no `viaSources`; `accessChannel` is `upstream-dataset`, and the source is not named | Add `viaSources`.")),
            argumentSet(
                    "terms without version",
                    "terms: unknown",
                    "terms: {name: Apache}",
                    List.of("/teachers/0/terms/version 24:5 `teachers[0].terms` has no `version` | Add `version`.")),
            argumentSet(
                    "terms as a text",
                    "terms: unknown",
                    "terms: Apache",
                    List.of(
                            "/teachers/0/terms 24:12 `teachers[0].terms` is the text \"Apache\"; a mapping is wanted | Write its fields, which are name, uri, version, acceptedOn, license, copy.")),
            argumentSet(
                    "authorization without grantor",
                    "terms: unknown",
                    "terms: unknown\n    authorization: {document: {path: a.pdf}}",
                    List.of(
                            "/teachers/0/authorization/grantedBy 25:5 `teachers[0].authorization` has no `grantedBy` | Add `grantedBy`.")),
            argumentSet(
                    "document of nothing",
                    "terms: unknown",
                    "terms: {name: A, version: B, copy: {title: C}}",
                    List.of(
                            "/teachers/0/terms/copy 24:34 `teachers[0].terms.copy` names neither `path` nor `uri` | Add `path` for a file of the submission, or `uri` for one elsewhere.")),
            argumentSet(
                    "dataset without address",
                    "type: human-authored",
                    "type: dataset",
                    List.of(
                            "/sources/0/uri 11:5 `sources[0]` has no `uri`; a source of type `dataset` has one | Add `uri`.")),
            argumentSet(
                    "crawl without crawl",
                    "type: human-authored",
                    "type: web-crawl",
                    List.of(
                            "/sources/0/crawl 11:5 `sources[0]` has no `crawl`; a source of type `web-crawl` has one, with at least `robots` | Add `crawl`.")),
            argumentSet(
                    "statement",
                    "type: complete-and-accurate",
                    "type: other",
                    List.of(
                            "/attestations/0/statement 31:5 `attestations[0]` has no `statement`; its type is `other`, which says nothing by itself | Add `statement`.")),
            argumentSet(
                    "country in lower case",
                    "type: human-authored",
                    "type: human-authored\n    geography: [dk]",
                    List.of(
                            "/sources/0/geography/0 13:17 `sources[0].geography[0]` is the text \"dk\", which has lower-case letters | Write it in upper case. /sources/0/geography/0:=\"DK\"")),
            argumentSet(
                    "sources as a text",
                    "sources:\n  - id: writers\n    type: human-authored\n    name: Written from scratch\n    license: CC-BY-4.0\n    rightsBasis: own-work\n    collectionPeriod: { start: 2026-02, end: 2026-04 }\n",
                    "sources: the web\n",
                    List.of(
                            "/sources 10:10 `sources` is the text \"the web\"; a list of sources, or the word none, is wanted | List every source with its `id`, `type`, `name`, `license`, `rightsBasis` and `collectionPeriod`.")),
            argumentSet(
                    "no contributors",
                    "contributors:\n  - name: Jo Example\n    roles: [submitter]\n",
                    "",
                    List.of("/contributors 1:1 The manifest has no `contributors` | Add `contributors`.")));

    @ParameterizedTest
    @FieldSource("faults")
    void oneCauseIsOneSentence(String from, String to, List<String> expected) {
        assertThat(BASE).contains(from);

        assertThat(faultsOf("provenance.yaml", BASE.replace(from, to)))
                .extracting(FaultSentencesTest::line)
                .isEqualTo(expected);
    }

    @Test
    void jsonValuesOfOtherTypesAreNamedAsWhatTheyAre() {
        String json = Manifests.HUMAN
                .replace("\"version\": \"1\"", "\"version\": 1.10")
                .replace("\"name\": \"Phrases\"", "\"name\": false")
                .replace("\"by\": \"Jo Example\", \"date\": \"2026-05-04\"},", "\"by\": null, \"date\": 20260504},");

        assertThat(faultsOf("provenance.json", json))
                .extracting(FaultSentencesTest::line)
                .containsExactly(
                        "/dataset/name 3:23 `dataset.name` is the boolean false; a text is wanted | Quote this value; YAML"
                                + " tools turn words such as no, off, yes and on into booleans.",
                        "/dataset/version 3:41 `dataset.version` is the number 1.10; a text is wanted | Quote this value:"
                                + " \"1.10\". /dataset/version:=\"1.10\"",
                        "/attestations/0/by 16:45 `attestations[0].by` has no value | Write its value.",
                        "/attestations/0/date 16:59 `attestations[0].date` is the number 20260504; a text is wanted | Write"
                                + " the text, in quotation marks.");
    }

    @Test
    void allFaultsComeAtOnceInDocumentOrder() {
        String text = BASE.replace("version: \"1\"", "version: 1 beta")
                .replace("type: human-authored", "type: magic")
                .replace("uses: [generated]", "uses: [magic]")
                .replace("date: 2026-05-04", "date: soon");

        assertThat(faultsOf("provenance.yaml", text))
                .extracting(fault -> fault.at().pointer())
                .containsExactly("/dataset/version", "/sources/0/type", "/teachers/0/uses/0", "/attestations/0/date");
    }

    @Test
    void withoutFaultThereIsNone() {
        assertThat(faultsOf("provenance.yaml", BASE)).isEmpty();
    }

    private static List<ManifestFault> faultsOf(String file, String text) {
        return ((ManifestReading.Read) new NativeManifestReader().read(file, text.getBytes(StandardCharsets.UTF_8)))
                .faults();
    }

    private static String line(ManifestFault fault) {
        String fix = String.join(
                "", fault.fix().stream().map(FaultSentencesTest::step).toList());
        return "%s %d:%d %s | %s%s"
                .formatted(
                        fault.at().pointer(),
                        fault.at().line(),
                        fault.at().column(),
                        fault.message(),
                        fault.remedy(),
                        fix);
    }

    private static String step(Fix fix) {
        return switch (fix) {
            case Fix.Add(String path, JsonValue value) -> " +" + path + "=" + shown(value);
            case Fix.Replace(String path, JsonValue value) -> " " + path + ":=" + shown(value);
            case Fix.Remove(String path) -> " -" + path;
        };
    }

    private static String shown(JsonValue value) {
        return switch (value) {
            case JsonValue.Text(String text) -> "\"" + text + "\"";
            case JsonValue.Whole(long whole) -> Long.toString(whole);
            case JsonValue.Items(List<JsonValue> items) ->
                items.stream().map(FaultSentencesTest::shown).toList().toString();
            case JsonValue.Members members -> members.values().keySet().toString();
        };
    }
}
