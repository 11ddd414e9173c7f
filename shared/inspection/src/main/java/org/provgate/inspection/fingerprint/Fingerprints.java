package org.provgate.inspection.fingerprint;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.Strength;

/// Every sign the product knows, and who resolves the names of models.
public final class Fingerprints {

    private static final String RESOURCE = "fingerprints.bin";

    private final List<Sign.Phrase> phrases;
    private final List<Sign.Phrase> openings;
    private final List<Sign.Naming> namings;
    private final List<Sign.IdForm> ids;
    private final Map<String, List<Sign.Field>> fields = new HashMap<>();
    private final Map<String, List<Sign.Shape>> shapes = new HashMap<>();
    private final List<Sign.ModelForm> modelForms;
    private final Map<String, Integer> least = new HashMap<>();
    private final MakerNames names;
    private final Vocabulary vocabulary;
    private final Triggers triggers;
    private final Function<String, Optional<String>> providerOf;

    private Fingerprints(List<Entry> entries, Function<String, Optional<String>> providerOf) {
        this.providerOf = providerOf;
        names = new MakerNames(kind(entries, "maker"));
        vocabulary = new Vocabulary(kind(entries, "vocabulary"));
        Triggers.Collector collector = new Triggers.Collector();
        List<Entry> phraseEntries = kind(entries, "phrase");
        for (int number = 0; number < phraseEntries.size(); number++) {
            for (String literal : phraseEntries.get(number).all("literals")) {
                collector.phrase(literal, number);
            }
        }
        phrases = phraseEntries.stream().map(Fingerprints::phrase).toList();
        openings = phrases.stream()
                .filter(phrase -> phrase.scope() == Sign.Scope.OPENING)
                .toList();
        namings =
                kind(entries, "self-naming").stream().map(Fingerprints::naming).toList();
        ids = kind(entries, "id").stream().map(Fingerprints::idForm).toList();
        kind(entries, "id").forEach(entry -> entry.all("literals").forEach(collector::structure));
        for (Entry entry : kind(entries, "field")) {
            if (entry.all("literals").isEmpty()) {
                collector.key(entry.one("key"));
            } else {
                entry.all("literals").forEach(collector::structure);
            }
            Sign.Field field = field(entry);
            fields.computeIfAbsent(field.key(), _ -> new ArrayList<>()).add(field);
        }
        for (Entry entry : kind(entries, "shape")) {
            Sign.Shape shape = shape(entry);
            for (String key : shape.keys().getFirst()) {
                collector.key("\"" + key);
                shapes.computeIfAbsent(key, _ -> new ArrayList<>()).add(shape);
            }
        }
        modelForms = kind(entries, "model-form").stream()
                .map(entry -> new Sign.ModelForm(entry.id(), strength(entry), new Expression(entry.one("pattern"))))
                .toList();
        phrases.stream().filter(phrase -> phrase.least() > 1).forEach(phrase -> least.put(phrase.id(), phrase.least()));
        names.makerNames().forEach(collector::name);
        names.triggeringNames().forEach(collector::name);
        vocabulary.all("model-key").forEach(collector::modelKey);
        vocabulary.all("model-key-end").forEach(collector::modelKeyEnd);
        triggers = collector.triggers();
    }

    /// The signs that ship with the product.
    ///
    /// @param providerOf the provider of the model that goes by a name, where it is known
    public static Fingerprints shipped(Function<String, Optional<String>> providerOf) {
        try (InputStream resource = Fingerprints.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("the fingerprints were not compiled into this build");
            }
            DataInputStream in = new DataInputStream(new BufferedInputStream(resource));
            List<Entry> entries = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                entries.add(Entry.read(in));
            }
            return new Fingerprints(entries, providerOf);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static List<Entry> kind(List<Entry> entries, String kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind)).toList();
    }

    private static Sign.Phrase phrase(Entry entry) {
        int least = entry.one("least").isEmpty() ? 1 : Integer.parseInt(entry.one("least"));
        return new Sign.Phrase(entry.id(), maker(entry), strength(entry), scope(entry), least, patterns(entry));
    }

    private static Sign.IdForm idForm(Entry entry) {
        return new Sign.IdForm(
                entry.id(),
                entry.all("providers").isEmpty() ? entry.all("provider") : entry.all("providers"),
                strength(entry),
                entry.yes("generic"),
                new Expression(entry.one("pattern")));
    }

    private static Sign.Naming naming(Entry entry) {
        Strength strength = strength(entry);
        Strength corporate = entry.one("corporate").isEmpty() ? strength : strength(entry.one("corporate"));
        return new Sign.Naming(
                entry.id(), strength, corporate, entry.all("starts"), entry.all("needs"), patterns(entry));
    }

    private static Sign.Field field(Entry entry) {
        String value = entry.one("value");
        return new Sign.Field(
                entry.id(),
                maker(entry),
                strength(entry),
                entry.one("key"),
                value.equals("present") ? Optional.empty() : Optional.of(new Expression(value)),
                Optional.of(entry.one("beside")).filter(key -> !key.isEmpty()),
                entry.yes("route"));
    }

    private static Sign.Shape shape(Entry entry) {
        return new Sign.Shape(
                entry.id(),
                strength(entry),
                entry.all("keys").stream().map(any -> List.of(any.split("\\|"))).toList());
    }

    private static Maker maker(Entry entry) {
        if (entry.one("provider").isEmpty()) {
            return new Maker.Unknown();
        }
        return entry.one("model").isEmpty()
                ? new Maker.Provider(entry.one("provider"))
                : new Maker.Model(entry.one("provider"), entry.one("model"));
    }

    private static Strength strength(Entry entry) {
        return strength(entry.one("strength"));
    }

    private static Strength strength(String word) {
        return Strength.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Sign.Scope scope(Entry entry) {
        return Sign.Scope.valueOf(entry.one("scope").toUpperCase(Locale.ROOT));
    }

    private static List<Expression> patterns(Entry entry) {
        return entry.all("patterns").stream().map(Expression::new).toList();
    }

    public List<Sign.Phrase> phrases() {
        return phrases;
    }

    /// Those that count only at the beginning of an answer.
    public List<Sign.Phrase> openings() {
        return openings;
    }

    public List<Sign.Naming> namings() {
        return namings;
    }

    public List<Sign.IdForm> ids() {
        return ids;
    }

    public List<Sign.Field> fields(String key) {
        return fields.getOrDefault(key, List.of());
    }

    /// Those that begin with the key.
    public List<Sign.Shape> shapes(String key) {
        return shapes.getOrDefault(key, List.of());
    }

    /// The sign that speaks when a name looks like a language model's.
    public Optional<Sign.ModelForm> modelForm(String name) {
        return modelForms.stream()
                .filter(sign -> sign.form().matcher(name).find())
                .findFirst();
    }

    /// In how many rows a sign must be seen to be more than weak.
    public int least(String fingerprint) {
        return least.getOrDefault(fingerprint, 1);
    }

    public MakerNames names() {
        return names;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public Triggers triggers() {
        return triggers;
    }

    public Optional<String> providerOf(String model) {
        return providerOf.apply(model);
    }
}
