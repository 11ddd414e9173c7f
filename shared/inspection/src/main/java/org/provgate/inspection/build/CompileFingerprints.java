package org.provgate.inspection.build;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.provgate.inspection.fingerprint.Entry;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Turns the YAML that people edit into the one resource that the product reads, and refuses what would not work.
public final class CompileFingerprints {

    private static final Set<String> STRENGTHS = Set.of("weak", "strong", "conclusive");
    private static final Set<String> SCOPES = Set.of("assistant", "any", "opening");
    private static final Set<String> SIGNS = Set.of("phrase", "self-naming", "id", "field", "shape", "model-form");

    private CompileFingerprints() {}

    public static void main(String... arguments) throws IOException {
        List<Entry> entries = read(Path.of(arguments[0]));
        List<String> faults = new ArrayList<>();
        check(entries, faults);
        List<Entry> compiled = new Grammar(entries).expand(faults);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("fingerprints: " + String.join("; ", faults));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(compiled.size());
        for (Entry entry : compiled) {
            entry.write(out);
        }
        Path target = Path.of(arguments[1]);
        Files.createDirectories(target.getParent());
        Files.write(target, bytes.toByteArray());
    }

    private static List<Entry> read(Path folder) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Map<?, ?> document = (Map<?, ?>) new Load(
                                LoadSettings.builder().setLabel(file.toString()).build())
                        .loadFromString(Files.readString(file));
                List<?> listed = document.get("entries") instanceof List<?> list ? list : List.of();
                for (Object entry : listed) {
                    entries.add(new Entry(String.valueOf(document.get("kind")), fields((Map<?, ?>) entry)));
                }
            }
        }
        return entries;
    }

    private static Map<String, List<String>> fields(Map<?, ?> entry) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        entry.forEach((key, value) -> {
            List<?> words = value instanceof List<?> list ? list : List.of(value);
            fields.put(key.toString(), words.stream().map(Object::toString).toList());
        });
        return fields;
    }

    private static void check(List<Entry> entries, List<String> faults) {
        Set<String> ids = new HashSet<>();
        for (Entry entry : entries) {
            if (!entry.kind().equals("maker") && !ids.add(entry.id())) {
                faults.add(entry.id() + " stands twice");
            }
            if (SIGNS.contains(entry.kind())) {
                if (!STRENGTHS.contains(entry.one("strength"))) {
                    faults.add(entry.id() + " has no strength");
                }
                if (entry.one("why").isEmpty()) {
                    faults.add(entry.id() + " does not say why");
                }
            }
            if (entry.kind().equals("phrase") && entry.all("literals").isEmpty()) {
                faults.add(entry.id() + " has no literals");
            }
            if (!entry.one("scope").isEmpty() && !SCOPES.contains(entry.one("scope"))) {
                faults.add(entry.id() + " has an unknown scope");
            }
        }
    }

    /// The patterns with their words filled in.
    static final class Grammar {

        private final List<Entry> entries;
        private final Map<String, String> words = new HashMap<>();

        Grammar(List<Entry> entries) {
            this.entries = entries;
            List<String> makers = new ArrayList<>();
            List<String> names = new ArrayList<>();
            List<String> distinct = new ArrayList<>();
            for (Entry entry : entries) {
                if (entry.kind().equals("maker")) {
                    makers.addAll(entry.all("makers"));
                    distinct.addAll(entry.all("names"));
                    names.addAll(entry.all("names"));
                    names.addAll(entry.all("ordinary"));
                    names.addAll(entry.all("common"));
                } else if (entry.kind().equals("word")) {
                    words.put(entry.id(), entry.one("pattern"));
                }
            }
            words.put("M", alternatives(makers));
            words.put("N", alternatives(names));
            words.put("D", alternatives(distinct));
        }

        private static String alternatives(List<String> names) {
            return String.join(
                    "|",
                    names.stream()
                            .map(String::toLowerCase)
                            .distinct()
                            .sorted((one, other) -> other.length() - one.length())
                            .map(name -> name.replaceAll("([.+*?()\\[\\]{}|^$\\\\])", "\\\\$1"))
                            .toList());
        }

        List<Entry> expand(List<String> faults) {
            List<Entry> expanded = new ArrayList<>();
            for (Entry entry : entries) {
                if (entry.kind().equals("word")) {
                    continue;
                }
                Map<String, List<String>> fields = new HashMap<>(entry.fields());
                fields.keySet().removeAll(Set.of("why", "traps", "hits", "misses"));
                if (fields.containsKey("patterns")) {
                    fields.put(
                            "patterns",
                            entry.all("patterns").stream()
                                    .map(pattern -> filled(pattern, entry.id(), faults))
                                    .toList());
                }
                expanded.add(new Entry(entry.kind(), fields));
            }
            return expanded;
        }

        private String filled(String pattern, String id, List<String> faults) {
            String text = group(pattern, "M", "maker");
            text = group(text, "D", "name");
            text = group(text, "N", text.contains("(?<name>") ? "" : "name");
            for (int round = 0; round < 4; round++) {
                for (Map.Entry<String, String> word : words.entrySet()) {
                    text = text.replace("{" + word.getKey() + "}", word.getValue());
                }
            }
            try {
                Pattern.compile(text);
            } catch (IllegalArgumentException fault) {
                faults.add(id + ": " + fault.getMessage());
            }
            return text;
        }

        /// The first of a kind is caught under a name, the others only match.
        private String group(String pattern, String word, String name) {
            String mark = "{" + word + "}";
            String plain = "(?:" + words.get(word) + ")";
            if (name.isEmpty() || !pattern.contains(mark)) {
                return pattern.replace(mark, plain);
            }
            int at = pattern.indexOf(mark);
            return pattern.substring(0, at) + "(?<" + name + ">" + words.get(word) + ")"
                    + pattern.substring(at + mark.length()).replace(mark, plain);
        }
    }
}
