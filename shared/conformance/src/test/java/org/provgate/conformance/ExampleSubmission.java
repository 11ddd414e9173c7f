package org.provgate.conformance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.provgate.core.facts.Digests;
import org.provgate.core.rule.Example;

/// The files of a rule's example, as a contributor would upload them.
final class ExampleSubmission {

    private static final Pattern DIGEST = Pattern.compile("SHA256\\(([^)]+)\\)");

    private static final Pattern TOP_LEVEL = Pattern.compile("([A-Za-z$][A-Za-z0-9-]*):.*");

    private ExampleSubmission() {}

    /// Path to bytes, the manifest included.
    static SortedMap<String, byte[]> files(Example example) {
        Map<String, String> texts =
                example.files().isEmpty() ? Map.of(Example.BASE_FILE, Example.BASE_TEXT) : example.files();
        SortedMap<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, Example.bytes(text)));
        switch (example.shape()) {
            case NONE -> {}
            case WHOLE -> files.put("provenance.yaml", bytes(example.manifest(), files));
            case OVERLAY ->
                files.put("provenance.yaml", bytes(overlaid(Example.BASE_MANIFEST, example.manifest()), files));
        }
        return files;
    }

    private static byte[] bytes(String manifest, SortedMap<String, byte[]> files) {
        Matcher digest = DIGEST.matcher(manifest);
        return digest.replaceAll(found -> {
                    byte[] named = files.get(found.group(1));
                    if (named == null) {
                        throw new IllegalArgumentException("the example has no file " + found.group(1));
                    }
                    return Digests.sha256(named).hex();
                })
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String overlaid(String base, String overlay) {
        SequencedMap<String, List<String>> blocks = blocks(base);
        blocks.putAll(blocks(overlay));
        StringBuilder manifest = new StringBuilder();
        blocks.values()
                .forEach(lines -> lines.forEach(line -> manifest.append(line).append('\n')));
        return manifest.toString();
    }

    /// Lines by the top-level key they stand under.
    private static SequencedMap<String, List<String>> blocks(String yaml) {
        SequencedMap<String, List<String>> blocks = new LinkedHashMap<>();
        String key = "";
        for (String line : yaml.lines().toList()) {
            Matcher top = TOP_LEVEL.matcher(line);
            if (top.matches()) {
                key = top.group(1);
                blocks.put(key, new ArrayList<>());
            }
            blocks.computeIfAbsent(key, _ -> new ArrayList<>()).add(line);
        }
        return blocks;
    }
}
