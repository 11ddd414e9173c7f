package org.provgate.formats.mend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.provgate.core.finding.Fix;
import org.provgate.core.finding.JsonValue;
import org.provgate.formats.mend.Mending.Notation;
import org.provgate.formats.tree.JsonTree;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;
import org.provgate.formats.tree.SourceText;
import org.provgate.formats.tree.TreeReading;
import org.provgate.formats.tree.YamlTree;

/// On documents made up by a seeded generator: what is applied to the text reads as if it were applied to the tree.
class MendingPropertyTest {

    private static final int DOCUMENTS = 3_000;

    private final Random random = new Random(20261124);

    @ParameterizedTest
    @EnumSource(Notation.class)
    void theTextReadsAsTheFixedTreeDoes(Notation notation) {
        int applied = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            String text = notation == Notation.JSON ? json(0) : document();
            Object before = read(text, notation);
            List<String> pointers = new ArrayList<>();
            collect(before, "", pointers);
            Fix fix = fix(pointers.get(random.nextInt(pointers.size())));

            Mending mending = Mending.of(text, notation, List.of(List.of(fix)));

            if (mending.applied().isEmpty()) {
                assertThat(mending.text()).isEqualTo(text);
            } else {
                applied++;
                assertThat(read(mending.text(), notation))
                        .as("%s on%n%s%nis%n%s", fix, text, mending.text())
                        .isEqualTo(patched(before, "", fix));
            }
        }
        assertThat(applied).isGreaterThan(DOCUMENTS / 5);
    }

    private Fix fix(String pointer) {
        JsonValue value = random.nextBoolean() ? JsonValue.text("no #: 'x'") : new JsonValue.Whole(42);
        return switch (random.nextInt(4)) {
            case 0 -> new Fix.Replace(pointer, value);
            case 1 -> new Fix.Remove(pointer);
            case 2 -> new Fix.Add(pointer + "/-", value);
            default -> new Fix.Add(pointer + "/fresh", value);
        };
    }

    private static Object read(String text, Notation notation) {
        SourceText source = SourceText.of("x", text);
        TreeReading reading = notation == Notation.JSON ? JsonTree.read(source) : YamlTree.read(source);
        assertThat(reading).as(text).isInstanceOf(TreeReading.Read.class);
        return plain(((TreeReading.Read) reading).root());
    }

    private static Object plain(Node node) {
        return switch (node) {
            case Scalar scalar -> scalar.text();
            case Sequence list ->
                list.items().stream().map(MendingPropertyTest::plain).toList();
            case Mapping mapping -> {
                Map<String, Object> members = new LinkedHashMap<>();
                mapping.members().forEach((name, value) -> members.put(name, plain(value)));
                yield members;
            }
        };
    }

    private static void collect(Object value, String pointer, List<String> into) {
        into.add(pointer);
        if (value instanceof Map<?, ?> members) {
            members.forEach((name, member) -> collect(member, pointer + "/" + name, into));
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                collect(items.get(i), pointer + "/" + i, into);
            }
        }
    }

    /// RFC 6902 on plain values, by its words alone.
    private static Object patched(Object value, String at, Fix fix) {
        if (fix instanceof Fix.Replace(String path, JsonValue replacement) && path.equals(at)) {
            return plain(replacement);
        }
        String parent = fix.path().substring(0, Math.max(0, fix.path().lastIndexOf('/')));
        String last = fix.path().substring(fix.path().lastIndexOf('/') + 1);
        boolean here = parent.equals(at) && !fix.path().isEmpty();
        if (value instanceof Map<?, ?> members) {
            Map<String, Object> next = new LinkedHashMap<>();
            members.forEach((name, member) -> {
                if (!(here && fix instanceof Fix.Remove && last.equals(name))) {
                    next.put((String) name, patched(member, at + "/" + name, fix));
                }
            });
            if (here && fix instanceof Fix.Add(String _, JsonValue added)) {
                next.put(last, plain(added));
            }
            return next;
        }
        if (value instanceof List<?> items) {
            List<Object> next = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                if (!(here && fix instanceof Fix.Remove && last.equals(Integer.toString(i)))) {
                    next.add(patched(items.get(i), at + "/" + i, fix));
                }
            }
            if (here && fix instanceof Fix.Add(String _, JsonValue added)) {
                next.add(plain(added));
            }
            return next;
        }
        return value;
    }

    private static Object plain(JsonValue value) {
        return switch (value) {
            case JsonValue.Text(String text) -> text;
            case JsonValue.Whole(long number) -> Long.toString(number);
            case JsonValue.Items _, JsonValue.Members _ -> throw new IllegalArgumentException("not made up here");
        };
    }

    /// A mapping without braces, with comments and blank lines strewn in.
    private String document() {
        StringBuilder out = new StringBuilder();
        block(out, 0, 0);
        return out.toString();
    }

    private void block(StringBuilder out, int indent, int depth) {
        int members = 1 + random.nextInt(4);
        for (int i = 0; i < members; i++) {
            if (out.isEmpty() || out.charAt(out.length() - 1) == '\n') {
                comment(out, indent);
                out.repeat(" ", indent);
            }
            out.append("k").append(i).append(':');
            value(out, indent, depth);
        }
    }

    private void value(StringBuilder out, int indent, int depth) {
        switch (depth > 3 ? random.nextInt(4) : random.nextInt(8)) {
            case 0 -> out.append(' ').append(json(depth)).append(trailing());
            case 1 -> out.append(" 'it''s #1'").append(trailing());
            case 2 -> out.append(trailing());
            case 3 ->
                out.append(" |\n")
                        .repeat(" ", indent + 2)
                        .append("two\n")
                        .repeat(" ", indent + 2)
                        .append("lines\n");
            case 4, 5 -> {
                out.append(trailing());
                block(out, indent + 2, depth + 1);
            }
            case 6 -> {
                out.append(trailing());
                // A list may stand under its key, or further in.
                items(out, indent + 2 * random.nextInt(2), depth + 1);
            }
            default -> out.append(" a plain 😀 one").append(trailing());
        }
    }

    private void items(StringBuilder out, int indent, int depth) {
        int items = 1 + random.nextInt(3);
        for (int i = 0; i < items; i++) {
            comment(out, indent);
            out.repeat(" ", indent).append("-");
            if (random.nextBoolean()) {
                out.append(' ');
                block(out, indent + 2, depth + 1);
            } else {
                value(out, indent, 4);
            }
        }
    }

    private void comment(StringBuilder out, int indent) {
        switch (random.nextInt(6)) {
            case 0 -> out.repeat(" ", indent).append("# - k1: a comment\n");
            case 1 -> out.append('\n');
            default -> {}
        }
    }

    private String trailing() {
        return random.nextInt(4) == 0 ? "  # why\n" : "\n";
    }

    private String json(int depth) {
        return switch (depth > 4 ? 2 + random.nextInt(2) : random.nextInt(4)) {
            case 0 -> {
                StringBuilder out = new StringBuilder("{");
                int members = random.nextInt(4);
                for (int i = 0; i < members; i++) {
                    out.append(i == 0 ? "" : ", ")
                            .append("\"k")
                            .append(i)
                            .append("\": ")
                            .append(json(depth + 1));
                }
                yield out.append("}").toString();
            }
            case 1 -> {
                StringBuilder out = new StringBuilder("[");
                int items = random.nextInt(4);
                for (int i = 0; i < items; i++) {
                    out.append(i == 0 ? "" : ",").append(json(depth + 1));
                }
                yield out.append("]").toString();
            }
            case 2 -> "\"a \\\"q\\\" 😀\"";
            default -> Integer.toString(random.nextInt(100));
        };
    }
}
