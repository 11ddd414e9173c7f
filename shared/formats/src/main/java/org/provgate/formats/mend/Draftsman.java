package org.provgate.formats.mend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.provgate.core.finding.Fix;
import org.provgate.core.finding.JsonValue;
import org.provgate.formats.mend.Mending.Notation;
import org.provgate.formats.mend.Written.Listing;
import org.provgate.formats.mend.Written.Member;
import org.provgate.formats.mend.Written.Single;
import org.provgate.formats.mend.Written.Table;

/// Turns a remedy into edits of the text.
final class Draftsman {

    private final Notation notation;
    private final Written root;
    private final Lines lines;
    private final ValueText values;

    Draftsman(String text, Notation notation, Written root) {
        this.notation = notation;
        this.root = root;
        this.lines = new Lines(text);
        this.values = new ValueText(notation, lines.lineEnd());
    }

    /// Empty when part of it cannot be applied.
    Optional<List<Edit>> edits(List<Fix> remedy) {
        if (remedy.size() == 2
                && remedy.getFirst() instanceof Fix.Remove(String old)
                && remedy.getLast() instanceof Fix.Add(String fresh, JsonValue _)
                && Pointer.parent(old).equals(Pointer.parent(fresh))) {
            Optional<List<Edit>> renamed = rename(old, Pointer.name(fresh));
            if (renamed.isPresent()) {
                return renamed;
            }
        }
        List<Edit> edits = new ArrayList<>();
        for (Fix fix : remedy) {
            Optional<Edit> edit = switch (fix) {
                case Fix.Replace(String path, JsonValue value) -> find(path).flatMap(old -> replace(old, path, value));
                case Fix.Add(String path, JsonValue value) ->
                    find(Pointer.parent(path)).flatMap(parent -> add(parent, Pointer.name(path), value));
                case Fix.Remove(String path) ->
                    find(Pointer.parent(path)).flatMap(parent -> remove(parent, Pointer.name(path)));
            };
            if (edit.isEmpty()) {
                return Optional.empty();
            }
            edits.add(edit.get());
        }
        return Optional.of(edits);
    }

    private Optional<Written> find(String pointer) {
        return Pointer.find(root, pointer);
    }

    private Optional<List<Edit>> rename(String pointer, String name) {
        return find(Pointer.parent(pointer))
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> !table.members().containsKey(name))
                .flatMap(table -> Optional.ofNullable(table.members().get(Pointer.name(pointer))))
                .map(member -> List.of(new Edit(member.nameStart(), member.nameEnd(), values.name(name))));
    }

    private Optional<Edit> replace(Written old, String pointer, JsonValue value) {
        if (old instanceof Table(int start, int end, boolean flow, var _)
                && !flow
                && value instanceof JsonValue.Items(List<JsonValue> items)
                && items.size() == 1
                && items.getFirst() instanceof JsonValue.Members) {
            return Optional.of(new Edit(start, end, lines.asItem(start, end)));
        }
        if (value instanceof JsonValue.Items(List<JsonValue> items)
                && items.size() == 1
                && !(old instanceof Listing)
                && !isBlock(old)) {
            String inside = lines.text(old.start(), old.end());
            return Optional.of(new Edit(old.start(), old.end(), "[" + inside + "]"));
        }
        if (isBlock(old) || pointer.isEmpty()) {
            return Optional.empty();
        }
        String gap = old.start() > 0 && ":-".indexOf(lines.at(old.start() - 1)) >= 0 ? " " : "";
        return Optional.of(new Edit(old.start(), old.end(), gap + values.flow(value)));
    }

    /// Whether it is written over several lines without brackets.
    private boolean isBlock(Written value) {
        return switch (value) {
            case Table table -> !table.flow();
            case Listing listing -> !listing.flow();
            case Single single ->
                notation == Notation.YAML
                        && single.end() > single.start()
                        && (lines.at(single.start()) == '|' || lines.at(single.start()) == '>');
        };
    }

    private Optional<Edit> add(Written parent, String name, JsonValue value) {
        return switch (parent) {
            case Table table when table.members().containsKey(name) -> Optional.empty();
            case Table table
            when table.flow() -> {
                List<Written> members = new ArrayList<>();
                table.members().values().forEach(member -> members.add(member.value()));
                int first = table.members().values().stream()
                        .map(Member::nameStart)
                        .findFirst()
                        .orElse(table.start());
                yield inBrackets(table, first, members, values.name(name) + ": " + values.flow(value));
            }
            case Table table -> {
                int indent = lines.column(table.start());
                yield Optional.of(lines.after(table.end(), values.member(name, value, indent)));
            }
            case Listing listing when !name.equals("-") -> Optional.empty();
            case Listing listing
            when listing.flow() -> {
                int first =
                        listing.items().stream().map(Written::start).findFirst().orElse(listing.start());
                yield inBrackets(listing, first, listing.items(), values.flow(value));
            }
            case Listing listing -> {
                int indent = lines.column(listing.start());
                yield Optional.of(lines.after(listing.end(), values.item(value, indent)));
            }
            case Single _ -> Optional.empty();
        };
    }

    private Optional<Edit> inBrackets(Written whole, int first, List<Written> members, String text) {
        if (members.isEmpty()) {
            String brackets =
                    lines.text(whole.start(), whole.start() + 1) + text + lines.text(whole.end() - 1, whole.end());
            return Optional.of(new Edit(whole.start(), whole.end(), brackets));
        }
        int last = members.getLast().end();
        boolean ownLines = lines.line(first) != lines.line(whole.start());
        String before = ownLines ? "," + lines.lineEnd() + " ".repeat(lines.column(first)) : ", ";
        return Optional.of(new Edit(last, last, before + text));
    }

    private Optional<Edit> remove(Written parent, String name) {
        return switch (parent) {
            case Table table -> {
                List<Map.Entry<String, Member>> members =
                        List.copyOf(table.members().entrySet());
                int index = List.copyOf(table.members().keySet()).indexOf(name);
                yield index < 0
                        ? Optional.empty()
                        : remove(
                                table.flow(),
                                members.stream()
                                        .map(entry -> new int[] {
                                            entry.getValue().nameStart(),
                                            Math.max(
                                                    entry.getValue().nameEnd(),
                                                    entry.getValue().value().end())
                                        })
                                        .toList(),
                                index);
            }
            case Listing listing -> {
                int index = Pointer.index(name);
                yield index < 0 || index >= listing.items().size()
                        ? Optional.empty()
                        : remove(
                                listing.flow(),
                                listing.items().stream()
                                        .map(item -> new int[] {
                                            listing.flow() ? item.start() : lines.dash(item.start(), listing.start()),
                                            item.end()
                                        })
                                        .toList(),
                                index);
            }
            case Single _ -> Optional.empty();
        };
    }

    /// @param spans from and to, of all that stands beside it; the only one is never taken out
    private Optional<Edit> remove(boolean flow, List<int[]> spans, int index) {
        if (spans.size() == 1 || spans.get(index)[0] < 0) {
            return Optional.empty();
        }
        int from = spans.get(index)[0];
        int to = spans.get(index)[1];
        if (flow) {
            return Optional.of(
                    index == 0 ? new Edit(from, spans.get(1)[0], "") : new Edit(spans.get(index - 1)[1], to, ""));
        }
        if (lines.isFirstOfLine(from)) {
            return Optional.of(new Edit(lines.startOf(from), lines.next(to), ""));
        }
        return index == 0 ? Optional.of(new Edit(from, spans.get(1)[0], "")) : Optional.empty();
    }
}
