package org.provgate.formats.fields;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.provgate.core.claim.Field;
import org.provgate.core.finding.Fix;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.manifest.PartialDate;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;
import org.provgate.formats.tree.Shown;
import org.provgate.formats.tree.YamlTree;

/// Takes single values and lists by their form and says what is wrong with those that do not have it.
final class ValueReader {

    /// Longer texts are not kept as what stands in place of a value.
    private static final int RAW = 100;

    private final Faults faults;
    private final Faults notices;

    ValueReader(Faults faults, Faults notices) {
        this.faults = faults;
        this.notices = notices;
    }

    Field<String> text(Node node, TextForm form) {
        if (!(node instanceof Scalar scalar) || !scalar.isText()) {
            return notText(node, text -> form.slipOf(text).isEmpty());
        }
        Optional<TextForm.Slip> slip = form.slipOf(scalar.text());
        if (slip.isEmpty()) {
            noteUnquoted(scalar);
            return Field.stated(scalar.text(), node.at());
        }
        TextForm.Slip known = slip.get();
        Fix[] fix =
                known.meant().map(meant -> replace(node, JsonValue.text(meant))).orElseGet(() -> new Fix[0]);
        faults.add(node.at(), "%s, %s".formatted(is(node), known.clause()), known.remedy(), fix);
        return unusable(scalar);
    }

    Field<String> word(Node node, List<String> words) {
        if (!(node instanceof Scalar scalar) || !scalar.isText()) {
            return notText(node, words::contains);
        }
        if (words.contains(scalar.text())) {
            noteUnquoted(scalar);
            return Field.stated(scalar.text(), node.at());
        }
        Optional<String> meant = Spelling.meant(scalar.text(), words);
        Fix[] fix = meant.map(word -> replace(node, JsonValue.text(word))).orElseGet(() -> new Fix[0]);
        faults.add(
                node.at(),
                "%s, which is not one of its words%s"
                        .formatted(
                                is(node),
                                meant.map("; did you mean `%s`?"::formatted).orElse("")),
                words.size() == 1
                        ? "Write %s.".formatted(words.getFirst())
                        : "Write one of %s.".formatted(String.join(", ", Spelling.nearestFirst(scalar.text(), words))),
                fix);
        return unusable(scalar);
    }

    Field<Long> whole(Node node) {
        Optional<Long> value =
                node instanceof Scalar scalar && scalar.mayBeNumber() ? Numbers.whole(scalar.text()) : Optional.empty();
        if (value.isPresent() && value.get() >= 0 && value.get() <= Numbers.LARGEST) {
            return Field.stated(value.get(), node.at());
        }
        Optional<Long> inside = node instanceof Scalar scalar
                ? Numbers.whole(scalar.text().strip()).filter(number -> number >= 0 && number <= Numbers.LARGEST)
                : Optional.empty();
        Fix[] fix =
                inside.map(number -> replace(node, new JsonValue.Whole(number))).orElseGet(() -> new Fix[0]);
        faults.add(
                node.at(),
                "%s; a whole number from 0 to %,d is wanted".formatted(is(node), Numbers.LARGEST),
                inside.isPresent() ? "Take the quotation marks off." : "Write digits only, without quotation marks.",
                fix);
        return Field.unusable(node.at());
    }

    Field<LocalDate> day(Node node) {
        if (!(node instanceof Scalar scalar) || !scalar.isText()) {
            notText(node, _ -> false);
            return Field.unusable(node.at());
        }
        Optional<PartialDate> date = PartialDate.parse(scalar.text());
        if (date.isPresent() && scalar.text().length() == 10) {
            return Field.stated(date.get().first(), node.at());
        }
        faults.add(
                node.at(),
                PartialDate.impossible(scalar.text())
                        ? "%s, a day that no calendar has".formatted(is(node))
                        : "%s, not a day written YYYY-MM-DD".formatted(is(node)),
                "Write the day as in 2026-05-04.");
        return Field.unusable(node.at(), raw(scalar));
    }

    /// A day that a contributor claims. One that no calendar has is left to the rule on periods.
    Field<LocalDate> claimedDay(Node node) {
        return node instanceof Scalar scalar && scalar.isText() && PartialDate.impossible(scalar.text())
                ? Field.unusable(node.at(), raw(scalar))
                : day(node);
    }

    Field<PartialDate> partialDate(Node node) {
        if (!(node instanceof Scalar scalar) || !scalar.isText()) {
            notText(node, _ -> false);
            return Field.unusable(node.at());
        }
        Optional<PartialDate> date = PartialDate.parse(scalar.text());
        if (date.isPresent()) {
            noteUnquoted(scalar);
            return Field.stated(date.get(), node.at());
        }
        if (!PartialDate.impossible(scalar.text())) {
            faults.add(
                    node.at(),
                    "%s, not a date written YYYY, YYYY-MM or YYYY-MM-DD".formatted(is(node)),
                    "Write the date as in 2026-05-04, \"2026-05\" or \"2026\".");
        }
        return Field.unusable(node.at(), raw(scalar));
    }

    <T> Field<List<T>> list(Node node, ListForm form, Function<Node, Optional<T>> item) {
        if (!(node instanceof Sequence sequence)) {
            Fix[] fix = JsonValues.of(node)
                    .map(value -> replace(node, new JsonValue.Items(List.of(value))))
                    .orElseGet(() -> new Fix[0]);
            faults.add(
                    node.at(),
                    "%s; a list is wanted".formatted(is(node)),
                    "Write a list, even of one: put `[` and `]` round it, or `- ` before it.",
                    fix);
            return item.apply(node)
                    .map(value -> Field.stated(List.of(value), node.at()))
                    .orElseGet(() -> Field.unusable(node.at()));
        }
        List<T> values = items(sequence, form, item);
        return values.isEmpty() && !(sequence.items().isEmpty() && form.least() == 0)
                ? Field.unusable(node.at())
                : Field.stated(values, node.at());
    }

    /// The items that can be used. Their number and their differing is checked here, their form by `item`.
    <T> List<T> items(Sequence sequence, ListForm form, Function<Node, Optional<T>> item) {
        List<Node> nodes = sequence.items();
        if (nodes.size() < form.least()) {
            faults.add(
                    sequence.at(), "%s is an empty list".formatted(Shown.code(path(sequence))), "Name at least one.");
        }
        if (nodes.size() > form.most()) {
            faults.add(
                    sequence.at(),
                    "%s has %,d entries; at most %,d are allowed"
                            .formatted(Shown.code(path(sequence)), nodes.size(), form.most()),
                    form.remedy());
        }
        List<T> values = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node node : nodes.subList(0, Math.min(nodes.size(), form.most()))) {
            if (faults.isFull()) {
                break;
            }
            if (form.distinct() && node instanceof Scalar scalar && !seen.add(scalar.text())) {
                faults.add(
                        node.at(),
                        "%s, which stands in the list already".formatted(is(node)),
                        "Remove it.",
                        new Fix.Remove(node.pointer()));
                continue;
            }
            item.apply(node).ifPresent(values::add);
        }
        return values;
    }

    /// @param fits whether a text would do
    private Field<String> notText(Node node, Predicate<String> fits) {
        if (!(node instanceof Scalar scalar)) {
            wanted(node, "Write one text.");
            return Field.unusable(node.at());
        }
        switch (scalar.form()) {
            case NUMBER -> {
                if (fits.test(scalar.text())) {
                    wanted(
                            node,
                            "Quote this value: \"%s\".".formatted(scalar.text()),
                            replace(node, JsonValue.text(scalar.text())));
                } else {
                    wanted(node, "Write the text, in quotation marks.");
                }
            }
            case BOOLEAN ->
                wanted(node, "Quote this value; YAML tools turn words such as no, off, yes and on into booleans.");
            case NULL, PLAIN, QUOTED -> wanted(node, "Write the text, in quotation marks.");
        }
        return Field.unusable(node.at());
    }

    private void wanted(Node node, String remedy, Fix... fix) {
        faults.add(node.at(), "%s; a text is wanted".formatted(is(node)), remedy, fix);
    }

    /// Other YAML tools would read something else than the text we read.
    private void noteUnquoted(Scalar scalar) {
        YamlTree.otherReading(scalar)
                .ifPresent(other -> notices.add(
                        scalar.at(),
                        "%s is written without quotation marks; other YAML tools read %s as %s"
                                .formatted(Shown.code(path(scalar)), Shown.clipped(scalar.text()), other),
                        "Quote this value: \"%s\".".formatted(scalar.text()),
                        replace(scalar, JsonValue.text(scalar.text()))));
    }

    private static Field<String> unusable(Scalar scalar) {
        return Field.unusable(scalar.at(), raw(scalar));
    }

    private static String raw(Scalar scalar) {
        return scalar.text().length() <= RAW ? scalar.text() : "";
    }

    private static Fix[] replace(Node node, JsonValue value) {
        return new Fix[] {new Fix.Replace(node.pointer(), value)};
    }

    /// The beginning of a sentence: what stands where.
    static String is(Node node) {
        String path = path(node);
        return path.isEmpty() ? "The document is " + node.inWords() : Shown.code(path) + " is " + node.inWords();
    }

    private static String path(Node node) {
        return Shown.path(node.pointer());
    }
}
