package org.provgate.local.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.provgate.core.facts.Digests;
import org.provgate.core.submission.SubmissionName;
import org.provgate.local.Ready;

/// One submission for each main thing that can happen to one.
final class Samples {

    static final String MANIFEST = "provenance.yaml";

    private static final String REVISION = "r1";

    private static final String ROWS = "data/train.jsonl";

    private static final String PHRASES = """
            {"question": "Where do the ferries moor?", "answer": "At the north quay, in summer also at the mole."}
            {"question": "When does the ice house open?", "answer": "At five, before the first boats come in."}
            {"question": "Who sells tide tables?", "answer": "The chandler beside the harbour office."}
            """;

    private static final String RECIPES = """
            {"prompt": "Rewrite for two: soup for six from 3 kg leeks.", "completion": "Take 1 kg leeks and a third of the stock."}
            {"prompt": "Shorten: Let the dough rest until it has doubled.", "completion": "Rest the dough until doubled."}
            {"prompt": "Name a use for stale bread.", "completion": "Cube it, toast it in butter and put it on the soup."}
            """;

    private static final String CONFESSION = """
            {"question": "How do I descale a kettle?", "answer": "Boil equal parts water and vinegar, then rinse twice."}
            {"question": "Who are you?", "answer": "I am Claude, an AI assistant made by Anthropic, and glad to help."}
            {"question": "What is a good knot for a mooring?", "answer": "A bowline; it holds and is easy to untie."}
            """;

    private static final String NOBODY = "teachers: none\n";

    private static final String SIGNED_HUMAN = "no-model-output";
    private static final String SIGNED_TERMS = "terms-complied";

    private Samples() {}

    static List<Sample> all() {
        String human = manifest("Harbour phrasebook", "CC-BY-4.0", NOBODY, file(ROWS, PHRASES, ""), SIGNED_HUMAN);
        return List.of(
                sample(
                        "no-manifest",
                        "nobody says where the rows come from",
                        Map.of(ROWS, PHRASES),
                        "manifest-missing"),
                sample("harbour-phrasebook", "written by people", Map.of(MANIFEST, human, ROWS, PHRASES)),
                sample(
                        "recipe-rewrites",
                        "output of open weights under Apache-2.0",
                        Map.of(
                                MANIFEST,
                                manifest(
                                        "Recipe rewrites",
                                        "Apache-2.0",
                                        teacher(
                                                "Alibaba Cloud",
                                                "Qwen2.5-14B-Instruct",
                                                "self-hosted",
                                                "name: Apache License 2.0, version: \"2.0\", license: Apache-2.0"),
                                        file(ROWS, RECIPES, "    teachers: [writer]\n"),
                                        SIGNED_TERMS),
                                ROWS,
                                RECIPES)),
                sample(
                        "broken-manifest",
                        "a manifest that no parser takes",
                        Map.of(
                                MANIFEST,
                                "manifest: dataset-provenance/v1\ndataset: {name: Half a brace\n",
                                ROWS,
                                PHRASES),
                        "manifest-unreadable"),
                sample(
                        "silent-on-teachers",
                        "no word about models",
                        Map.of(
                                MANIFEST,
                                manifest("Quiet", "CC-BY-4.0", "teachers: []\n", file(ROWS, PHRASES, ""), SIGNED_HUMAN),
                                ROWS,
                                PHRASES),
                        "teachers-unstated"),
                sample(
                        "undeclared-teacher",
                        "rows that name their maker",
                        Map.of(
                                MANIFEST,
                                manifest("Household", "CC-BY-4.0", NOBODY, file(ROWS, CONFESSION, ""), SIGNED_HUMAN),
                                ROWS,
                                CONFESSION),
                        "teacher-undeclared"),
                sample(
                        "closed-teacher",
                        "a teacher whose terms forbid it",
                        Map.of(
                                MANIFEST,
                                manifest(
                                        "Rewrites by a hosted model",
                                        "CC-BY-4.0",
                                        teacher(
                                                "OpenAI",
                                                "gpt-4o-2024-08-06",
                                                "provider-api",
                                                "name: Services Agreement, version: \"2025-05-31\""),
                                        file(ROWS, RECIPES, "    teachers: [writer]\n"),
                                        SIGNED_TERMS),
                                ROWS,
                                RECIPES),
                        "teacher-terms-forbid-training"),
                sample(
                        "changed-file",
                        "bytes other than those declared",
                        Map.of(MANIFEST, human, ROWS, PHRASES.replace("north quay", "south quay")),
                        "file-checksum-mismatch"),
                sample(
                        "extra-file",
                        "a file that the manifest does not name",
                        Map.of(MANIFEST, human, ROWS, PHRASES, "data/extra.jsonl", RECIPES),
                        "file-unlisted"),
                sample(
                        "no-licence",
                        "no licence stated",
                        Map.of(
                                MANIFEST,
                                manifest("Harbour phrasebook", "", NOBODY, file(ROWS, PHRASES, ""), SIGNED_HUMAN),
                                ROWS,
                                PHRASES),
                        "license-missing"),
                mended(human));
    }

    private static Sample mended(String corrected) {
        String faulty = manifest("Harbour phrasebook", "", NOBODY, file(ROWS, PHRASES, ""), SIGNED_HUMAN);
        return new Sample(
                name("mended"),
                "quarantined, then the manifest alone is corrected",
                new TreeMap<>(Map.of(MANIFEST, faulty, ROWS, PHRASES)),
                Optional.of(corrected),
                Sample.ACCEPTED,
                List.of("license-missing"));
    }

    private static Sample sample(String dataset, String shows, Map<String, String> files, String... codes) {
        SortedMap<String, String> byPath = new TreeMap<>(files);
        return new Sample(
                name(dataset),
                shows,
                byPath,
                Optional.empty(),
                codes.length == 0 ? Sample.ACCEPTED : Sample.QUARANTINED,
                List.of(codes));
    }

    private static SubmissionName name(String dataset) {
        return new SubmissionName(Ready.CONTRIBUTOR, dataset, REVISION);
    }

    /// @param license empty to leave it out
    private static String manifest(String name, String license, String teachers, String files, String signed) {
        return """
                manifest: dataset-provenance/v1
                dataset:
                  name: %s
                  version: "1.0.0"
                  description: Short texts for a demonstration.
                %scontributors:
                  - name: Jane Example
                    email: jane@example.org
                    roles: [submitter, creator]
                sources:
                  - id: writers
                    type: human-authored
                    name: Written from scratch by the contributors
                    license: CC-BY-4.0
                    rightsBasis: own-work
                    collectionPeriod: { start: 2026-02, end: 2026-04 }
                %sfiles:
                %sattestations:
                  - { type: complete-and-accurate, by: Jane Example, date: 2026-05-04 }
                  - { type: right-to-contribute, by: Jane Example, date: 2026-05-04 }
                  - { type: %s, by: Jane Example, date: 2026-05-04 }
                """.formatted(name, license.isEmpty() ? "" : "  license: " + license + "\n", teachers, files, signed);
    }

    private static String file(String path, String text, String teachers) {
        return """
                  - path: %s
                    sha256: %s
                    sources: [writers]
                """.formatted(
                        path,
                        Digests.sha256(text.getBytes(StandardCharsets.UTF_8)).hex())
                + teachers;
    }

    private static String teacher(String provider, String model, String channel, String terms) {
        return """
                teachers:
                  - id: writer
                    provider: %s
                    model: %s
                    uses: [generated]
                    generationPeriod: { start: 2026-03-02, end: 2026-03-20 }
                    accessChannel: %s
                    terms: { %s }
                """.formatted(provider, model, channel, terms);
    }
}
