package org.provgate.proof.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.provgate.core.rule.Example;

/// What is tried, and what it begins with.
enum FuzzTarget {
    NATIVE_YAML("manifest `provenance.yaml`"),
    NATIVE_JSON("manifest `provenance.json`"),
    CARD("front matter of `README.md`"),
    CROISSANT("Croissant"),
    FRICTIONLESS("Frictionless data package"),
    CYCLONEDX("CycloneDX"),
    SPDX("SPDX"),
    DTA("Data Provenance Standards"),
    PROV("PROV"),
    IN_TOTO("in-toto statement and envelope"),
    CHECKSUMS("list of checksums"),
    LICENSE("licence expression"),
    POLICY("policy and its conditions"),
    NOTICES("notice of S3"),
    STREAM("record of the ledger's stream"),
    JSONL("rows of JSON"),
    JSON("one JSON value"),
    CSV("CSV and TSV"),
    TEXT("plain text"),
    ZIP("zip"),
    TAR("tar"),
    GZIP("gzip"),
    ZSTD("zstd"),
    PARQUET("Parquet"),
    ARROW("Arrow"),
    API("HTTP API");

    private static final String CONTENT = "shared/inspection/src/test/resources/org/provgate/inspection/content/";

    private final String what;

    FuzzTarget(String what) {
        this.what = what;
    }

    static FuzzTarget of(String word) {
        return Arrays.stream(values())
                .filter(target -> target.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no target " + word));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// For people.
    String what() {
        return what;
    }

    Reader reader() {
        return switch (this) {
            case NATIVE_YAML -> new ManifestFuzz("provenance.yaml");
            case NATIVE_JSON -> new ManifestFuzz("provenance.json");
            case CARD -> new ManifestFuzz("README.md");
            case CROISSANT -> new ManifestFuzz("croissant.json");
            case FRICTIONLESS -> new ManifestFuzz("datapackage.json");
            case CYCLONEDX -> new ManifestFuzz("bom.cdx.json");
            case SPDX -> new ManifestFuzz("set.spdx3.json");
            case DTA -> new ManifestFuzz("data-provenance.json");
            case PROV -> new ManifestFuzz("set.prov.jsonld");
            case IN_TOTO -> new ManifestFuzz("set.intoto.json");
            case CHECKSUMS -> RecordFuzz::checksums;
            case LICENSE -> RecordFuzz::license;
            case POLICY -> RecordFuzz::policy;
            case NOTICES -> RecordFuzz::notices;
            case STREAM -> RecordFuzz::stream;
            case JSONL -> new ContentFuzz("a.jsonl");
            case JSON -> new ContentFuzz("a.json");
            case CSV -> new ContentFuzz("a.csv");
            case TEXT -> new ContentFuzz("a.txt");
            case ZIP -> new ContentFuzz("a.zip");
            case TAR -> new ContentFuzz("a.tar");
            case GZIP -> new ContentFuzz("a.jsonl.gz");
            case ZSTD -> new ContentFuzz("a.jsonl.zst");
            case PARQUET -> new ContentFuzz("a.parquet");
            case ARROW -> new ContentFuzz("a.arrow");
            case API -> new ApiFuzz();
        };
    }

    /// Samples of other modules, by their paths.
    private List<String> borrowed() {
        return switch (this) {
            case NOTICES -> List.of("events/inspect-object-created.json", "events/inspect-object-removed.json");
            case STREAM -> List.of("events/decide-facts-changed.json", "events/place-verdict-written.json");
            case PARQUET -> List.of(CONTENT + "eight-groups.parquet");
            case ARROW ->
                List.of(
                        CONTENT + "every-type-lz4.arrow",
                        CONTENT + "every-type-zstd.arrow",
                        CONTENT + "every-type.arrows",
                        CONTENT + "growing-dictionary.arrows",
                        CONTENT + "first-version.feather");
            case NATIVE_YAML,
                    NATIVE_JSON,
                    CARD,
                    CROISSANT,
                    FRICTIONLESS,
                    CYCLONEDX,
                    SPDX,
                    DTA,
                    PROV,
                    IN_TOTO,
                    CHECKSUMS,
                    LICENSE,
                    POLICY,
                    JSONL,
                    JSON,
                    CSV,
                    TEXT,
                    ZIP,
                    TAR,
                    GZIP,
                    ZSTD,
                    API -> List.of();
        };
    }

    /// What is kept for it: beginnings, and whatever once led to a fault.
    ///
    /// @param root of the repository
    SortedMap<String, byte[]> kept(Path root) throws IOException {
        SortedMap<String, byte[]> inputs = new TreeMap<>();
        Path folder = root.resolve("tools/proof/src/fuzz").resolve(word());
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    inputs.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
                }
            }
        }
        for (String path : borrowed()) {
            inputs.put(path, Files.readAllBytes(root.resolve(path)));
        }
        if (this == NATIVE_YAML) {
            inputs.put("the base of all examples", Example.BASE_MANIFEST.getBytes(StandardCharsets.UTF_8));
        }
        return inputs;
    }
}
