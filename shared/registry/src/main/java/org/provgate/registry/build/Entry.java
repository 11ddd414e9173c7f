package org.provgate.registry.build;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// One mapping of a file. Every key has to be asked for: what is left over at the end is a fault.
final class Entry {

    private final String file;
    private final int line;
    private final List<Fault> faults;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private Entry(String file, Node node, List<Fault> faults) {
        this.file = file;
        this.line = lineOf(node);
        this.faults = faults;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                lines.put(key, lineOf(tuple.getKeyNode()));
                if (values.put(key, tuple.getValueNode()) != null) {
                    fault(key, "the key " + key + " stands here twice");
                }
            }
        } else {
            fault("keys with values are expected here");
        }
    }

    static Entry of(String file, Node root, List<Fault> faults) {
        return new Entry(file, root, faults);
    }

    String file() {
        return file;
    }

    int line() {
        return line;
    }

    void fault(String sentence) {
        faults.add(new Fault(file, line, sentence));
    }

    void fault(String key, String sentence) {
        faults.add(new Fault(file, lines.getOrDefault(key, line), sentence));
    }

    /// All keys, in the order of the file; for mappings whose keys are words of their own.
    Set<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        return optional(key).orElseGet(() -> {
            fault(key, "the key " + key + " is missing or empty");
            return "";
        });
    }

    String textOr(String key, String otherwise) {
        return optional(key).orElse(otherwise);
    }

    private Optional<String> optional(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue().strip()).filter(text -> !text.isEmpty());
        }
        fault(key, key + " is one text, not a list or a mapping");
        return Optional.empty();
    }

    boolean flag(String key) {
        String text = text(key);
        if (!text.equals("true") && !text.equals("false") && !text.isEmpty()) {
            fault(key, key + " is true or false, not " + text);
        }
        return text.equals("true");
    }

    /// A day, or `unknown`, which is `otherwise`.
    LocalDate day(String key, LocalDate otherwise) {
        String text = text(key);
        if (text.isEmpty() || text.equals("unknown")) {
            return otherwise;
        }
        return day(key, text, otherwise);
    }

    Optional<LocalDate> optionalDay(String key) {
        return optional(key).map(text -> day(key, text, LocalDate.MAX));
    }

    private LocalDate day(String key, String text, LocalDate otherwise) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            fault(key, key + " is a day as YYYY-MM-DD, not " + text);
            return otherwise;
        }
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node node : items(key)) {
            if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                texts.add(scalar.getValue().strip());
            } else {
                faults.add(new Fault(file, lineOf(node), key + " is a list of texts"));
            }
        }
        if (texts.stream().distinct().count() < texts.size()) {
            fault(key, key + " names something twice");
        }
        return texts;
    }

    List<Entry> entries(String key) {
        return items(key).stream().map(node -> new Entry(file, node, faults)).toList();
    }

    Entry entry(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            fault("the key " + key + " is missing");
        }
        return new Entry(file, node == null ? new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK) : node, faults);
    }

    private List<Node> items(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        fault(key, key + " is a list");
        return List.of();
    }

    /// A key that people read and the build only knows of.
    void ignore(String key) {
        asked.add(key);
    }

    void close() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                fault(key, "the key " + key + " is not known here");
            }
        }
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
