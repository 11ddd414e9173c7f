package org.provgate.inspection.content;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Names of media types, and which of them a file name promises.
final class MediaTypes {

    static final String JSONL = "application/jsonl";
    static final String JSON = "application/json";
    static final String CSV = "text/csv";
    static final String TSV = "text/tab-separated-values";
    static final String MARKDOWN = "text/markdown";
    static final String PLAIN = "text/plain";
    static final String YAML = "application/yaml";
    static final String HTML = "text/html";
    static final String XML = "application/xml";
    static final String GZIP = "application/gzip";
    static final String ZSTD = "application/zstd";
    static final String ZIP = "application/zip";
    static final String TAR = "application/x-tar";
    static final String PARQUET = "application/vnd.apache.parquet";
    static final String ARROW_FILE = "application/vnd.apache.arrow.file";
    static final String ARROW_STREAM = "application/vnd.apache.arrow.stream";
    static final String UNKNOWN = "application/octet-stream";

    private static final Set<String> ANY_TEXT = Set.of(JSONL, JSON, CSV, TSV, MARKDOWN, PLAIN, YAML, HTML, XML);

    private static final Map<String, Set<String>> PROMISES = Map.ofEntries(
            Map.entry("jsonl", Set.of(JSONL)),
            Map.entry("ndjson", Set.of(JSONL)),
            Map.entry("jsonlines", Set.of(JSONL)),
            Map.entry("json", Set.of(JSON, JSONL)),
            Map.entry("jsonld", Set.of(JSON, JSONL)),
            Map.entry("geojson", Set.of(JSON, JSONL)),
            Map.entry("ipynb", Set.of(JSON, JSONL)),
            Map.entry("csv", Set.of(CSV, TSV)),
            Map.entry("tsv", Set.of(TSV)),
            Map.entry("tab", Set.of(TSV)),
            Map.entry("txt", ANY_TEXT),
            Map.entry("text", ANY_TEXT),
            Map.entry("log", ANY_TEXT),
            Map.entry("md", ANY_TEXT),
            Map.entry("markdown", ANY_TEXT),
            Map.entry("yaml", ANY_TEXT),
            Map.entry("yml", ANY_TEXT),
            Map.entry("html", Set.of(HTML, XML, PLAIN)),
            Map.entry("htm", Set.of(HTML, XML, PLAIN)),
            Map.entry("xml", Set.of(HTML, XML, PLAIN)),
            Map.entry("gz", Set.of(GZIP)),
            Map.entry("tgz", Set.of(GZIP)),
            Map.entry("zst", Set.of(ZSTD)),
            Map.entry("tzst", Set.of(ZSTD)),
            Map.entry("zstd", Set.of(ZSTD)),
            Map.entry("zip", Set.of(ZIP)),
            Map.entry("tar", Set.of(TAR)),
            Map.entry("parquet", Set.of(PARQUET)),
            Map.entry("pq", Set.of(PARQUET)),
            Map.entry("arrow", Set.of(ARROW_FILE, ARROW_STREAM)),
            Map.entry("arrows", Set.of(ARROW_FILE, ARROW_STREAM)),
            Map.entry("ipc", Set.of(ARROW_FILE, ARROW_STREAM)),
            Map.entry("feather", Set.of(ARROW_FILE, ARROW_STREAM, "application/x-feather")),
            Map.entry("pdf", Set.of("application/pdf")),
            Map.entry("png", Set.of("image/png")),
            Map.entry("jpg", Set.of("image/jpeg")),
            Map.entry("jpeg", Set.of("image/jpeg")),
            Map.entry("gif", Set.of("image/gif")),
            Map.entry("webp", Set.of("image/webp")));

    private static final Map<String, String> EMPTY = Map.of(
            "jsonl",
            JSONL,
            "ndjson",
            JSONL,
            "jsonlines",
            JSONL,
            "json",
            JSON,
            "csv",
            CSV,
            "tsv",
            TSV,
            "md",
            MARKDOWN,
            "yaml",
            YAML,
            "yml",
            YAML);

    private MediaTypes() {}

    /// The letters behind the last full stop of the last path segment, in lower case.
    static String suffix(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /// The name of what a compressed file holds.
    static String inner(String path) {
        return switch (suffix(path)) {
            case "gz", "zst", "zstd", "gzip" -> path.substring(0, path.lastIndexOf('.'));
            case "tgz", "tzst" -> path.substring(0, path.lastIndexOf('.')) + ".tar";
            default -> path;
        };
    }

    /// Whether the name promises something else, and what.
    static boolean differs(String path, String mediaType) {
        return Optional.ofNullable(PROMISES.get(suffix(path)))
                .filter(promised -> !promised.contains(mediaType))
                .isPresent();
    }

    static String ofEmpty(String path) {
        return EMPTY.getOrDefault(suffix(path), PLAIN);
    }

    /// Whether a file of that name holds bytes even when it holds nothing.
    static boolean neverEmpty(String path) {
        Set<String> promised = PROMISES.getOrDefault(suffix(path), ANY_TEXT);
        return promised.stream().noneMatch(ANY_TEXT::contains);
    }

    static boolean text(String mediaType) {
        return ANY_TEXT.contains(mediaType);
    }
}
