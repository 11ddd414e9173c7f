package org.provgate.core.rule.integrity;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Media types under the several names that they have.
final class MediaTypes {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("application/x-ndjson", "application/jsonl"),
            Map.entry("application/ndjson", "application/jsonl"),
            Map.entry("application/x-jsonlines", "application/jsonl"),
            Map.entry("application/jsonlines", "application/jsonl"),
            Map.entry("application/json-lines", "application/jsonl"),
            Map.entry("application/x-jsonl", "application/jsonl"),
            Map.entry("text/jsonl", "application/jsonl"),
            Map.entry("text/json", "application/json"),
            Map.entry("application/csv", "text/csv"),
            Map.entry("text/tsv", "text/tab-separated-values"),
            Map.entry("application/parquet", "application/vnd.apache.parquet"),
            Map.entry("application/x-parquet", "application/vnd.apache.parquet"),
            Map.entry("application/x-gzip", "application/gzip"),
            Map.entry("application/x-zip-compressed", "application/zip"),
            Map.entry("application/x-zstd", "application/zstd"),
            Map.entry("application/x-yaml", "application/yaml"),
            Map.entry("text/yaml", "application/yaml"),
            Map.entry("text/x-yaml", "application/yaml"),
            Map.entry("text/xml", "application/xml"),
            Map.entry("text/x-markdown", "text/markdown"),
            Map.entry("application/vnd.apache.arrow.stream", "application/vnd.apache.arrow"),
            Map.entry("application/vnd.apache.arrow.file", "application/vnd.apache.arrow"),
            Map.entry("application/x-feather", "application/vnd.apache.arrow"));

    private static final Set<String> TEXT =
            Set.of("application/jsonl", "application/json", "application/yaml", "application/xml", "application/toml");

    private static final Set<String> COMPRESSED = Set.of("application/gzip", "application/zstd");

    private static final String ANY = "application/octet-stream";

    private MediaTypes() {}

    /// Whether content found to be of one type may be declared as the other. Kinds of text that only their meaning
    /// tells apart agree, as do a compressed file and what is in it.
    static boolean agree(String declared, String found) {
        String said = canonical(declared);
        String seen = canonical(found);
        return said.equals(seen)
                || said.equals(ANY)
                || (isPlain(said) && isPlain(seen))
                || (said.equals("text/plain") && isText(seen))
                || (isJson(said) && isJson(seen))
                || (isText(said) && COMPRESSED.contains(seen));
    }

    private static String canonical(String type) {
        String bare = type.strip().toLowerCase(Locale.ROOT);
        int parameters = bare.indexOf(';');
        String name = parameters < 0 ? bare : bare.substring(0, parameters).strip();
        return NAMES.getOrDefault(name, name);
    }

    private static boolean isPlain(String type) {
        return type.startsWith("text/");
    }

    private static boolean isText(String type) {
        return isPlain(type) || TEXT.contains(type);
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.equals("application/jsonl");
    }
}
