package org.provgate.inspection.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.provgate.inspection.fingerprint.Fingerprints;
import org.provgate.inspection.fingerprint.Sign;
import org.provgate.inspection.fingerprint.Vocabulary;
import org.provgate.inspection.text.Speech.Turn;

/// What a key or column says about what stands under it.
///
/// @param model its value names the model that wrote
/// @param notWriter models named below it judged or measured, they did not write
/// @param ranking it belongs to a table that ranks
/// @param wire it belongs to a stored response
/// @param fields signs that stand under this very key
/// @param shapes signs that objects with this key may have
/// @param teacher the provider of the model that the column is named after
record KeyMeaning(
        String key,
        Turn turn,
        boolean role,
        boolean id,
        boolean model,
        boolean notWriter,
        boolean ranking,
        boolean documentation,
        boolean wire,
        List<Sign.Field> fields,
        List<Sign.Shape> shapes,
        Optional<String> teacher) {

    private static final Set<String> WIRE = Set.of("choices", "usage", "candidates", "output", "finish_reason", "meta");
    private static final Set<String> NAMED =
            Set.of("value", "stringValue", "intValue", "doubleValue", "boolValue", "arrayValue", "values");
    private static final Set<String> ABOUT = Set.of(
            "path",
            "file",
            "id",
            "ids",
            "length",
            "len",
            "tokens",
            "count",
            "time",
            "score",
            "scores",
            "type",
            "format",
            "url",
            "name",
            "dir",
            "label",
            "rank",
            "rating",
            "price",
            "cost",
            "lang",
            "language",
            "hash",
            "date");
    private static final int LONGEST_KEY = 200;

    static final KeyMeaning NONE = new KeyMeaning(
            "", Turn.UNKNOWN, false, false, false, false, false, false, false, List.of(), List.of(), Optional.empty());

    static KeyMeaning of(String key, Fingerprints fingerprints) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            return NONE;
        }
        Vocabulary vocabulary = fingerprints.vocabulary();
        String words = Vocabulary.words(key);
        List<String> parts = List.of(words.split(" "));
        boolean notWriter = parts.stream().anyMatch(part -> vocabulary.has("not-writer", part));
        return new KeyMeaning(
                key,
                turn(parts, vocabulary),
                vocabulary.has("role-key", words),
                vocabulary.has("id-key", words),
                vocabulary.has("model-key", words) || endsAsModel(parts, vocabulary),
                notWriter,
                vocabulary.has("ranking-word", words)
                        || parts.stream().anyMatch(p -> vocabulary.has("ranking-word", p)),
                parts.stream().anyMatch(part -> vocabulary.has("documentation-word", part)),
                WIRE.contains(key),
                fingerprints.fields(key),
                fingerprints.shapes(key),
                notWriter ? Optional.empty() : teacher(parts, vocabulary));
    }

    /// `quality_generator`, `answerModel`, `writer_model_name`: what comes before only says which of several.
    private static boolean endsAsModel(List<String> parts, Vocabulary vocabulary) {
        int size = parts.size();
        return size > 1
                && (vocabulary.has("model-key-end", parts.getLast())
                        || (size > 2 && vocabulary.has("model-key-end", parts.get(size - 2) + " " + parts.getLast())));
    }

    /// The last word that says whose turn it is decides: a `model_input` is a question.
    private static Turn turn(List<String> parts, Vocabulary vocabulary) {
        if (parts.stream().anyMatch(part -> vocabulary.has("human-word", part))) {
            return Turn.HUMAN;
        }
        if (parts.size() > 1 && ABOUT.contains(parts.getLast())) {
            return Turn.UNKNOWN;
        }
        for (String part : parts.reversed()) {
            if (vocabulary.has("answer-word", part)) {
                return Turn.ANSWER;
            }
            if (vocabulary.has("question-word", part)) {
                return Turn.QUESTION;
            }
        }
        return Turn.UNKNOWN;
    }

    /// `deepseek_reasoning`, `gpt_4_answer`: a model's name, then an answer word at the end.
    private static Optional<String> teacher(List<String> parts, Vocabulary vocabulary) {
        if (parts.size() < 2 || !vocabulary.has("answer-word", parts.getLast())) {
            return Optional.empty();
        }
        String two = parts.size() > 2 ? parts.get(0) + " " + parts.get(1) : "";
        String provider = vocabulary.teacherOf(two);
        String found = provider.isEmpty() ? vocabulary.teacherOf(parts.getFirst()) : provider;
        return Optional.of(found).filter(name -> !name.isEmpty());
    }

    /// The same key where what stands under it is only shown.
    KeyMeaning documented() {
        return new KeyMeaning(key, turn, role, id, model, notWriter, ranking, true, wire, fields, shapes, teacher);
    }

    /// Whether its strings are worth decoding even where the scanner found nothing in them.
    boolean readAlways() {
        return role || id || model || naming() || !fields.isEmpty();
    }

    /// Whether its string is the key of what stands beside it, as in the attributes of traces:
    /// `{"key": "gen_ai.request.model", "value": {"stringValue": "…"}}`.
    boolean naming() {
        return key.equals("key");
    }

    /// Whether it holds what a key beside it names, wrapped in its type or not.
    static boolean named(String key) {
        return NAMED.contains(key);
    }
}
