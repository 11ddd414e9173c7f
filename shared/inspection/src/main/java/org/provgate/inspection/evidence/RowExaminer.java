package org.provgate.inspection.evidence;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.provgate.inspection.fingerprint.Fingerprints;
import org.provgate.inspection.fingerprint.Sign;
import org.provgate.inspection.fingerprint.Triggers;
import org.provgate.inspection.fingerprint.Triggers.Look;
import org.provgate.inspection.fingerprint.Vocabulary;
import org.provgate.inspection.scan.Hits;
import org.provgate.inspection.text.Excerpt;
import org.provgate.inspection.text.Speech.Turn;

/// Takes a row apart, in the order it is written, and says at its end what speaks for whom.
///
/// Whose words a string holds may only be known later: a role may stand behind the text it belongs to. So everything
/// is kept until the object round it ends.
public final class RowExaminer {

    private static final int MOST_FOUND = 10_000;
    private static final int MOST_KEYS = 4096;
    private static final int MOST_WORDS = 256;
    private static final int LONGEST_MODEL = 160;
    private static final int TEXT = 40;
    private static final int MOST_EMBEDDING = 3;
    private static final int SHORTEST_PHRASE = 8;
    private static final int SHORTEST_ID = 16;

    /// Under these keys JSON is shown rather than stored.
    private static final Set<String> PROSE =
            Set.of("text", "content", "markdown", "paragraph", "description", "html", "article", "page", "passage", "");

    private final Fingerprints fingerprints;
    private final PhraseReader phrases;
    private final RowJudge judge;
    private final Map<String, KeyMeaning> meanings = new HashMap<>();
    private final IdentityHashMap<Sign.Field, Map<String, Boolean>> words = new IdentityHashMap<>();
    private final KnownKeys keys = new KnownKeys(this::meaning);
    private final ArrayDeque<Frame> frames = new ArrayDeque<>();
    private final RowFindings row = new RowFindings();
    private Frame top = new Frame(KeyMeaning.NONE);
    private int embedding;
    private boolean exhausted;

    public RowExaminer(Fingerprints fingerprints, SignSink signs) {
        this.fingerprints = fingerprints;
        this.phrases = new PhraseReader(fingerprints);
        this.judge = new RowJudge(fingerprints, signs);
    }

    KeyMeaning meaning(String key) {
        KeyMeaning known = meanings.get(key);
        if (known == null) {
            known = KeyMeaning.of(key, fingerprints);
            if (meanings.size() < MOST_KEYS) {
                meanings.put(key, known);
            }
        }
        return known;
    }

    /// The meaning of a member of the innermost object, whose key stands between two quotes.
    KeyMeaning member(byte[] row, int from, int to) {
        KeyMeaning meaning = keys.of(row, from, to);
        return !top.attribute.key().isEmpty() && KeyMeaning.named(meaning.key()) ? top.attribute : meaning;
    }

    /// What the scanner's hits in a string, from one on, make worth a look.
    Look look(byte[] row, int from, int to, Hits hits, int first, int last) {
        Triggers triggers = fingerprints.triggers();
        Look look = Look.NOTHING;
        for (int i = first; i < last && look != Look.WORDS && hits.end(i) <= to + 1; i++) {
            if (triggers.stands(row, from, to, hits.end(i), hits.literal(i))) {
                look = look.more(triggers.look(hits.literal(i)));
            }
        }
        return look;
    }

    /// The hits in JSON that a string holds.
    Hits scan(byte[] value) {
        Hits hits = new Hits();
        fingerprints.triggers().scanner().scan(value, 0, 0, value.length, hits);
        return hits;
    }

    /// Whether a text of the row was made so that patterns would never end with it.
    public boolean exhausted() {
        return exhausted;
    }

    public void beginRow() {
        exhausted = false;
        row.clear();
        frames.clear();
        top = new Frame(KeyMeaning.NONE);
    }

    /// @param number of the row, from 0
    public void endRow(long number) {
        judge.judge(row, number);
    }

    public void begin(KeyMeaning key, boolean list, long line) {
        see(key, line);
        field(key, Optional.empty(), line);
        frames.push(top);
        top = new Frame(top, key, list, row.found.size(), row.models.size(), row.ids.size(), row.fields.size());
    }

    public void end() {
        Frame ended = top;
        top = frames.pop();
        if (ended.role != Turn.UNKNOWN) {
            for (RowFindings.Phrase phrase : row.found.subList(ended.firstFound, row.found.size())) {
                if (!phrase.settled) {
                    phrase.turn = ended.role;
                    phrase.settled = true;
                }
            }
            if (ended.key.key().equals("author")) {
                top.role = ended.role;
            }
        }
        if (row.fields.size() > ended.firstField) {
            row.fields
                    .subList(ended.firstField, row.fields.size())
                    .removeIf(field -> field.frame() == ended
                            && field.sign()
                                    .beside()
                                    .filter(key -> !ended.keys.contains(key))
                                    .isPresent());
        }
        for (Frame.Shaped shaped : ended.shapes) {
            if (shaped.shape().in(ended.keys) && row.shapes.size() < MOST_FOUND) {
                row.shapes.add(
                        new RowFindings.Shape(ended, shaped.shape(), shaped.key(), ended.documentation, shaped.line()));
            }
        }
        if (ended.wire && row.ids.size() > ended.firstId) {
            beside(ended);
        }
    }

    private void beside(Frame ended) {
        for (RowFindings.Model model : row.models.subList(ended.firstModel, row.models.size())) {
            for (RowFindings.Id id : row.ids.subList(ended.firstId, row.ids.size())) {
                if (model.frame() == ended && id.frame() == ended) {
                    row.beside.add(new RowFindings.Beside(id, model));
                }
            }
        }
    }

    private void see(KeyMeaning key, long line) {
        Frame holder = top.holding(key);
        if (!top.list || holder != top) {
            holder.keys.add(key.key());
            holder.wire |= key.wire();
            for (Sign.Shape shape : key.shapes()) {
                holder.shapes.add(new Frame.Shaped(shape, key.key(), line));
            }
        }
        row.ranking |= key.ranking();
        row.answer |= key.turn() == Turn.ANSWER;
        key.teacher().ifPresent(provider -> row.teachers.add(new RowFindings.TeacherColumn(provider, key.key(), line)));
    }

    /// A string in which the scanner found nothing, under a key that says nothing of interest.
    void skipped(KeyMeaning key, int length, long line) {
        see(key, line);
        row.text |= length >= TEXT && (key.turn() == Turn.UNKNOWN ? top.turn : key.turn()) != Turn.QUESTION;
    }

    /// A number, `true`, `false` or `null`.
    void bare(KeyMeaning key, String word, long line) {
        see(key, line);
        if (!word.equals("null")) {
            field(key, Optional.of(word), line);
        }
    }

    /// @param look what the scanner found in it
    void text(KeyMeaning key, String text, Look look, long line) {
        skipped(key, text.length(), line);
        if (key.role()) {
            role(text);
        }
        if (key.naming() && text.length() <= LONGEST_MODEL) {
            top.attribute = meaning(text);
            top.attributes = frames.isEmpty() ? top : frames.peek();
        }
        if (key.model()) {
            model(key, text, line);
        }
        if (text.length() <= LONGEST_MODEL && mayBeId(text)) {
            id(key, text, line);
        }
        field(key, Optional.of(text), line);
        if (look != Look.NOTHING && text.length() >= SHORTEST_PHRASE && !key.model() && !key.id()) {
            search(key, text, look, line);
        }
    }

    /// Text without keys round it.
    public void plain(String text, long line) {
        text(KeyMeaning.NONE, text, Look.WORDS, line);
    }

    private void role(String text) {
        String word = Vocabulary.words(text);
        if (fingerprints.vocabulary().has("answer-role", word)) {
            top.role = Turn.ANSWER;
        } else if (fingerprints.vocabulary().has("question-role", word)) {
            top.role = Turn.QUESTION;
        }
    }

    private void model(KeyMeaning key, String text, long line) {
        String name = text.strip();
        if (name.isEmpty() || name.length() > LONGEST_MODEL || top.notWriter || key.notWriter()) {
            return;
        }
        row.models.add(new RowFindings.Model(top.holding(key), judge.resolve(name), name, documented(key), line));
    }

    /// Ids are one long word.
    private static boolean mayBeId(String text) {
        if (text.length() < SHORTEST_ID) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char ch = text.charAt(i);
            if (ch <= ' ' || ch > 0x7f) {
                return false;
            }
        }
        return true;
    }

    private void id(KeyMeaning key, String text, long line) {
        if (fingerprints.vocabulary().has("sample-id", text)) {
            return;
        }
        for (Sign.IdForm form : fingerprints.ids()) {
            if ((!form.generic() || key.id()) && form.form().matcher(text).matches()) {
                row.ids.add(new RowFindings.Id(top.holding(key), form, text, documented(key), line));
                return;
            }
        }
    }

    private void field(KeyMeaning key, Optional<String> value, long line) {
        for (Sign.Field sign : key.fields()) {
            if (sign.value().isEmpty() || (value.isPresent() && matches(sign, value.get()))) {
                String shown = value.orElse("…");
                row.fields.add(new RowFindings.Field(top.holding(key), sign, documented(key), line, key.key(), shown));
            }
        }
    }

    /// Rows have the same few words over and over.
    private boolean matches(Sign.Field sign, String word) {
        Map<String, Boolean> known = words.computeIfAbsent(sign, _ -> new HashMap<>());
        Boolean matches = known.get(word);
        if (matches == null) {
            matches = sign.value().orElseThrow().matcher(word).matches();
            if (known.size() < MOST_WORDS && word.length() <= LONGEST_MODEL) {
                known.put(word, matches);
            }
        }
        return matches;
    }

    private boolean documented(KeyMeaning key) {
        return top.documentation || key.documentation();
    }

    private void search(KeyMeaning key, String text, Look look, long line) {
        Turn turn = key.turn() == Turn.UNKNOWN ? top.turn : key.turn();
        boolean asked = turn == Turn.QUESTION || turn == Turn.HUMAN;
        if (!asked && embedding < MOST_EMBEDDING && EmbeddedJson.read(this, key, text, line)) {
            return;
        }
        if (look == Look.STRUCTURE || (look == Look.DISGUISE && !phrases.disguised(text))) {
            return;
        }
        List<PhraseReader.Found> all = phrases.read(text);
        exhausted |= phrases.exhausted();
        for (PhraseReader.Found found : all) {
            if (row.found.size() < MOST_FOUND) {
                RowFindings.Phrase phrase = new RowFindings.Phrase(found, line, documented(key));
                if (found.spoken() != Turn.UNKNOWN) {
                    phrase.turn = found.spoken();
                    phrase.settled = true;
                } else {
                    phrase.turn = turn;
                }
                row.found.add(phrase);
            }
        }
    }

    /// Examines JSON that a string holds; forgets what it saw when it was none.
    boolean embedded(JsonWalk walk, byte[] value, KeyMeaning key, long line) {
        RowFindings.Mark before = row.mark();
        embedding++;
        boolean whole = walk.embedded(value, PROSE.contains(key.key()) ? key.documented() : key, line);
        embedding--;
        if (!whole) {
            row.backTo(before);
        }
        return whole;
    }

    /// The name of the value as it stands in the row, for excerpts.
    static String shown(String key, String value) {
        String text = "\"" + key + "\": \"" + value + "\"";
        return Excerpt.around(text, 0, text.length());
    }
}
