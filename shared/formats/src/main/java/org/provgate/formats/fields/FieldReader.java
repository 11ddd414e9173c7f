package org.provgate.formats.fields;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.claim.Word;
import org.provgate.core.manifest.PartialDate;
import org.provgate.formats.fields.Members.State;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;
import org.provgate.formats.tree.Shown;

/// Takes values out of a tree by their form and says what is wrong with those that do not have it.
public final class FieldReader {

    private final Faults faults;
    private final ValueReader values;

    public FieldReader(Faults faults, Faults notices) {
        this.faults = faults;
        this.values = new ValueReader(faults, notices);
    }

    public Faults faults() {
        return faults;
    }

    // ---- members of a mapping

    public Field<String> text(Members members, String name, Need need, TextForm form) {
        return read(members, name, need, node -> values.text(node, form));
    }

    /// A word of an enum.
    public <E extends Enum<E> & Word> Field<E> word(Members members, String name, Need need, Class<E> type) {
        Field<String> word = word(members, name, need, Word.all(type));
        return switch (word) {
            case Field.Stated<String>(String claimed, Place at) ->
                Word.parse(type, claimed).map(value -> Field.stated(value, at)).orElseThrow();
            case Field.Absent<String>(Place at) -> Field.absent(at);
            case Field.Unusable<String>(Place at, String raw) -> Field.unusable(at, raw);
        };
    }

    public Field<String> word(Members members, String name, Need need, List<String> words) {
        return read(members, name, need, node -> values.word(node, words));
    }

    public Field<Long> whole(Members members, String name, Need need) {
        return read(members, name, need, values::whole);
    }

    /// A day that the calendar has.
    public Field<LocalDate> day(Members members, String name, Need need) {
        return read(members, name, need, values::day);
    }

    /// The same in a manifest, where a day that no calendar has is left to the rule on periods.
    public Field<LocalDate> claimedDay(Members members, String name, Need need) {
        return read(members, name, need, values::claimedDay);
    }

    /// A year, month or day. One that no calendar has is left to the rule on periods.
    public Field<PartialDate> partialDate(Members members, String name, Need need) {
        return read(members, name, need, values::partialDate);
    }

    /// A list with an item reader of its own; items that cannot be used are left out.
    public <T> Field<List<T>> list(
            Members members, String name, Need need, ListForm form, Function<Node, Optional<T>> item) {
        return read(members, name, need, node -> values.list(node, form, item));
    }

    public Field<List<String>> texts(Members members, String name, Need need, ListForm list, TextForm form) {
        return list(members, name, need, list, item -> text(item, form).value());
    }

    public Field<List<String>> words(Members members, String name, Need need, ListForm list, List<String> words) {
        return list(members, name, need, list, item -> word(item, words).value());
    }

    /// The members of a mapping that is a member itself. Where there is none, all its members are unusable, so that
    /// one missing mapping is not reported once for each of them.
    public Members members(Members parent, String name, Need need, Shape shape) {
        if (parent.state() != State.PRESENT) {
            return Members.none(parent.at().child(name), shape, parent.state());
        }
        Optional<Node> node = present(parent, name, need);
        if (node.isEmpty()) {
            State state = parent.get(name).isPresent() && need != Need.RULED ? State.LOST : State.ABSENT;
            return Members.none(parent.placeOf(name), shape, state);
        }
        return membersOf(node.get(), shape);
    }

    // ---- single values

    /// Empty, and reported, when it is no mapping.
    public Optional<Members> mapping(Node node, Shape shape) {
        if (node instanceof Mapping mapping) {
            return Optional.of(Members.of(mapping, shape, faults));
        }
        faults.add(
                node.at(),
                "%s; a mapping is wanted".formatted(ValueReader.is(node)),
                "Write its fields, which are %s.".formatted(String.join(", ", shape.names())));
        return Optional.empty();
    }

    /// The same; members of something else are unusable.
    public Members membersOf(Node node, Shape shape) {
        return mapping(node, shape).orElseGet(() -> Members.none(node.at(), shape, State.LOST));
    }

    public Field<String> text(Node node, TextForm form) {
        return values.text(node, form);
    }

    public Field<String> word(Node node, List<String> words) {
        return values.word(node, words);
    }

    /// The items of a list that can be used. Their number and their differing is checked here, their form by `item`.
    public <T> List<T> items(Sequence sequence, ListForm form, Function<Node, Optional<T>> item) {
        return values.items(sequence, form, item);
    }

    // ---- absence, and what stands there instead

    private <T> Field<T> read(Members members, String name, Need need, Function<Node, Field<T>> value) {
        Place at = members.placeOf(name);
        if (members.state() != State.PRESENT) {
            return Field.unusable(at);
        }
        Optional<Node> node = present(members, name, need);
        if (node.isPresent()) {
            return value.apply(node.get());
        }
        return members.get(name).isPresent() && need != Need.RULED ? Field.unusable(at) : Field.absent(at);
    }

    /// The member if something stands there; says so when it must and nothing does.
    public Optional<Node> present(Members members, String name, Need need) {
        Optional<Node> node = members.get(name);
        if (node.isEmpty()) {
            if (need == Need.REQUIRED) {
                faults.add(
                        members.at().child(name),
                        "%s has no `%s`".formatted(subject(members), name),
                        "Add `%s`.".formatted(name));
            }
            return node;
        }
        if (node.get() instanceof Scalar scalar && scalar.isNull()) {
            if (need != Need.RULED) {
                faults.add(
                        node.get().at(),
                        "%s has no value"
                                .formatted(Shown.code(Shown.path(node.get().pointer()))),
                        need == Need.REQUIRED
                                ? "Write its value."
                                : "Write its value, or leave `%s` out.".formatted(name));
            }
            return Optional.empty();
        }
        return node;
    }

    private static String subject(Members members) {
        String path = Shown.path(members.at().pointer());
        String what = members.shape().what();
        return path.isEmpty() ? what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1) : Shown.code(path);
    }
}
