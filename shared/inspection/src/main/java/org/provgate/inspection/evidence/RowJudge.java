package org.provgate.inspection.evidence;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.Strength;
import org.provgate.inspection.fingerprint.Fingerprints;
import org.provgate.inspection.fingerprint.Sign;
import org.provgate.inspection.text.Speech.Turn;

/// Weighs what one row holds: an id counts with its model, a host does not count beside a model, a ranking is no
/// output, documentation only shows.
final class RowJudge {

    private static final String ENVELOPE = "response-envelope";
    private static final String MODEL = "model-field";
    private static final String TEACHER = "teacher-column";
    private static final int MOST_NAMES = 10_000;
    private static final int SHORT_NAME = 4;

    /// A revision, a price class, a file of weights with its precision.
    private static final Pattern FILE_END = Pattern.compile(
            "(?:@[\\w.-]+|:[a-z]+|[.-]((?:i1-)?I?Q\\d\\w*|fp16|bf16|f16|awq|gptq|gguf|exl2)(?:\\.(?:gguf|bin|safetensors))?"
                    + "|\\.(?:gguf|bin|safetensors|ggml))++$",
            Pattern.CASE_INSENSITIVE);

    private final Fingerprints fingerprints;
    private final SignSink signs;
    private final Map<String, Optional<String>> resolved = new HashMap<>();
    private final Map<String, Optional<Sign.ModelForm>> forms = new HashMap<>();

    RowJudge(Fingerprints fingerprints, SignSink signs) {
        this.fingerprints = fingerprints;
        this.signs = signs;
    }

    /// The provider of a model's name, tried as written and in the spellings that rows use for it.
    Optional<String> resolve(String name) {
        Optional<String> known = resolved.get(name);
        if (known == null) {
            known = fingerprints
                    .providerOf(name)
                    .or(() -> fingerprints.providerOf(name.replace('_', '-')))
                    .or(() -> fingerprints.providerOf(FILE_END.matcher(name).replaceFirst("")))
                    .or(() -> fingerprints.providerOf(
                            name.substring(name.lastIndexOf('/') + 1).replace('_', '-')));
            if (resolved.size() < MOST_NAMES) {
                resolved.put(name, known);
            }
        }
        return known;
    }

    private Optional<Sign.ModelForm> form(String name) {
        Optional<Sign.ModelForm> known = forms.get(name);
        if (known == null) {
            known = fingerprints.modelForm(name);
            if (forms.size() < MOST_NAMES) {
                forms.put(name, known);
            }
        }
        return known;
    }

    void judge(RowFindings row, long number) {
        Set<RowFindings.Model> told = new HashSet<>();
        if (!row.ids.isEmpty()) {
            envelopes(row, number, told);
            ids(row, number);
        }
        if (!row.models.isEmpty() && (!row.ranking || row.answer || row.text)) {
            models(row, number, told);
        }
        row.shapes.forEach(shape -> shape(shape, row, number));
        for (RowFindings.Field field : row.fields) {
            if (!field.sign().route() || row.models.isEmpty()) {
                add(
                        field.sign().id(),
                        field.sign().maker(),
                        field.sign().strength(),
                        field.documented(),
                        number,
                        field.line(),
                        () -> RowExaminer.shown(field.key(), field.value()));
            }
        }
        for (RowFindings.TeacherColumn column : row.teachers) {
            signs.add(
                    TEACHER,
                    new Maker.Provider(column.provider()),
                    Strength.STRONG,
                    number,
                    column.line(),
                    () -> RowExaminer.shown(column.column(), "…"));
        }
        row.found.forEach(phrase -> phrase(phrase, number));
    }

    private void envelopes(RowFindings row, long number, Set<RowFindings.Model> told) {
        Set<RowFindings.Id> used = new HashSet<>();
        for (RowFindings.Beside pair : row.beside) {
            envelope(pair.id(), pair.model(), number, told, used);
        }
        for (RowFindings.Id id : row.ids) {
            if (!id.form().generic() && !used.contains(id)) {
                row.models.stream()
                        .filter(model -> matches(id, model))
                        .findFirst()
                        .ifPresent(model -> envelope(id, model, number, told, used));
            }
        }
    }

    private static boolean matches(RowFindings.Id id, RowFindings.Model model) {
        return model.provider().filter(id.form().providers()::contains).isPresent();
    }

    private void envelope(
            RowFindings.Id id,
            RowFindings.Model model,
            long number,
            Set<RowFindings.Model> told,
            Set<RowFindings.Id> used) {
        if (matches(id, model) && used.add(id)) {
            told.add(model);
            Maker maker = new Maker.Model(model.provider().orElseThrow(), model.name());
            boolean documented = id.documented() || model.documented();
            add(ENVELOPE, maker, Strength.CONCLUSIVE, documented, number, id.line(), shown(id));
        }
    }

    /// An id without a model beside it; where the row names a model of somebody else, the id is only the host's.
    private void ids(RowFindings row, long number) {
        for (RowFindings.Id id : row.ids) {
            if (!id.form().generic() && row.models.isEmpty()) {
                Maker maker = new Maker.Provider(id.form().providers().getFirst());
                add(id.form().id(), maker, id.form().strength(), id.documented(), number, id.line(), shown(id));
            }
        }
    }

    private void models(RowFindings row, long number, Set<RowFindings.Model> told) {
        for (RowFindings.Model model : row.models) {
            if (!counts(model, row)
                    || told.stream().anyMatch(other -> other.name().equals(model.name()))) {
                continue;
            }
            if (model.provider().isPresent()) {
                Maker maker = new Maker.Model(model.provider().get(), model.name());
                model(MODEL, maker, Strength.STRONG, model, number);
            } else {
                form(model.name())
                        .ifPresent(sign -> model(sign.id(), new Maker.Unknown(), sign.strength(), model, number));
            }
        }
    }

    private void model(String sign, Maker maker, Strength strength, RowFindings.Model model, long number) {
        add(sign, maker, strength, model.documented(), number, model.line(), shown(model));
    }

    private static Supplier<String> shown(RowFindings.Model model) {
        return () -> RowExaminer.shown("model", model.name());
    }

    private static Supplier<String> shown(RowFindings.Id id) {
        return () -> RowExaminer.shown("id", id.value());
    }

    /// Cars and telephones are models too: a name that something else may bear counts beside an answer in words.
    private boolean counts(RowFindings.Model model, RowFindings row) {
        String name = model.name().toLowerCase(Locale.ROOT);
        boolean plain = name.length() < SHORT_NAME || name.chars().allMatch(ch -> Character.isLetter(ch) || ch == ' ');
        return !plain || fingerprints.names().distinct(name) || (row.answer && row.text);
    }

    /// A stored response speaks for the model it names, else for the one that the row says was asked.
    private void shape(RowFindings.Shape shape, RowFindings row, long number) {
        Optional<RowFindings.Model> model = row.models.stream()
                .filter(named -> named.provider().isPresent() && counts(named, row))
                .min(Comparator.comparing(named -> named.frame() != shape.frame()));
        Maker maker = model.<Maker>map(named -> new Maker.Model(named.provider().orElseThrow(), named.name()))
                .orElse(new Maker.Unknown());
        boolean documented = shape.documented()
                || model.filter(RowFindings.Model::documented).isPresent();
        add(
                shape.sign().id(),
                maker,
                model.isPresent() ? shape.sign().strength() : Strength.WEAK,
                documented,
                number,
                shape.line(),
                model.map(RowJudge::shown).orElseGet(() -> () -> RowExaminer.shown(shape.key(), "…")));
    }

    private void phrase(RowFindings.Phrase phrase, long number) {
        PhraseReader.Found found = phrase.found;
        if (found.dialogue() && (phrase.turn == Turn.QUESTION || phrase.turn == Turn.HUMAN)) {
            return;
        }
        Strength strength = phrase.turn == Turn.ANSWER ? found.whole() : found.unsure();
        add(found.fingerprint(), found.maker(), strength, phrase.documented, number, phrase.line, found.excerpt());
    }

    private void add(
            String fingerprint,
            Maker maker,
            Strength strength,
            boolean documented,
            long number,
            long line,
            Supplier<String> excerpt) {
        signs.add(fingerprint, maker, documented ? Strength.WEAK : strength, number, line, excerpt);
    }
}
