package org.provgate.core.condition;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.provgate.core.claim.Field;

/// A kind of thing that conditions may look at: its members with their types, what they mean, and how they are read.
/// Declarations, values and documentation come from here alone.
///
/// @param <T> what the members are read from
public final class Struct<T> {

    /// @param says what it is, a clause
    /// @param of its value; empty where the submission says nothing
    public record Member<T>(String name, ValueType type, String says, Function<T, Optional<Object>> of) {}

    private final String name;
    private final String says;
    private final SequencedMap<String, Member<T>> members = new LinkedHashMap<>();

    Struct(String name, String says) {
        this.name = name;
        this.says = says;
    }

    public String name() {
        return name;
    }

    public String says() {
        return says;
    }

    /// In the order of the documentation.
    public SequencedMap<String, Member<T>> members() {
        return Collections.unmodifiableSequencedMap(members);
    }

    Struct<T> text(String member, String meaning, Function<T, Optional<String>> of) {
        return with(member, new ValueType.Text(), meaning, it -> of.apply(it).map(text -> text));
    }

    Struct<T> field(String member, String meaning, Function<T, Field<String>> of) {
        return text(member, meaning, it -> of.apply(it).value());
    }

    Struct<T> texts(String member, String meaning, Function<T, List<String>> of) {
        return with(member, new ValueType.ListOf(new ValueType.Text()), meaning, it -> notEmpty(of.apply(it)));
    }

    Struct<T> whole(String member, String meaning, Function<T, Optional<Long>> of) {
        return with(member, new ValueType.Whole(), meaning, it -> of.apply(it).map(number -> number));
    }

    Struct<T> truth(String member, String meaning, Function<T, Boolean> of) {
        return with(member, new ValueType.Truth(), meaning, it -> Optional.of(of.apply(it)));
    }

    <U> Struct<T> thing(String member, String meaning, Struct<U> kind, Function<T, U> of) {
        return with(member, new ValueType.Thing(kind), meaning, it -> Optional.of(kind.of(of.apply(it))));
    }

    <U> Struct<T> things(String member, String meaning, Struct<U> kind, Function<T, List<U>> of) {
        return with(
                member,
                new ValueType.ListOf(new ValueType.Thing(kind)),
                meaning,
                it -> notEmpty(of.apply(it).stream().map(kind::of).toList()));
    }

    private Struct<T> with(String member, ValueType type, String meaning, Function<T, Optional<Object>> of) {
        members.put(member, new Member<>(member, type, meaning, of));
        return this;
    }

    private static Optional<Object> notEmpty(List<?> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    /// A thing of this kind, whose members are read when they are asked for.
    Map<String, Object> of(T subject) {
        return new View<>(this, subject);
    }

    /// All members at once, read now.
    Map<String, Object> allOf(T subject) {
        Map<String, Object> all = new LinkedHashMap<>();
        members.values().forEach(member -> all.put(member.name(), valueOf(member, subject)));
        return Collections.unmodifiableMap(all);
    }

    private static <T> Object valueOf(Member<T> member, T subject) {
        return member.of().apply(subject).orElseGet(member.type()::nothing);
    }

    /// A map in which a member that a submission leaves out has the value of nothing, and still counts as left out.
    private static final class View<T> extends AbstractMap<String, Object> {

        private final Struct<T> struct;
        private final T subject;

        View(Struct<T> struct, T subject) {
            this.struct = struct;
            this.subject = subject;
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            Member<T> member = struct.members.get(key);
            return member == null ? null : valueOf(member, subject);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            Member<T> member = struct.members.get(key);
            return member != null && member.of().apply(subject).isPresent();
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return struct.allOf(subject).entrySet();
        }
    }
}
