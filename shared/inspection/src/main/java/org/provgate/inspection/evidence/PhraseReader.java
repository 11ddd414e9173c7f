package org.provgate.inspection.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.Strength;
import org.provgate.inspection.fingerprint.Expression;
import org.provgate.inspection.fingerprint.Fingerprints;
import org.provgate.inspection.fingerprint.Sign;
import org.provgate.inspection.fingerprint.Triggers;
import org.provgate.inspection.scan.Hits;
import org.provgate.inspection.text.CountedText;
import org.provgate.inspection.text.Disguises;
import org.provgate.inspection.text.Excerpt;
import org.provgate.inspection.text.FoldedText;
import org.provgate.inspection.text.Speech;
import org.provgate.inspection.text.Speech.Turn;

/// Finds phrases and self-naming in one string: the scanner says where, patterns look only there.
final class PhraseReader {

    private static final int BEFORE = 80;
    private static final int AFTER = 200;
    private static final int NAMING_REACH = 260;
    private static final int OPENING = 60;

    /// Hits of one sign in one string that are counted.
    static final int MOST_A_TEXT = 16;

    private final Fingerprints fingerprints;
    private final NamingReader naming;
    private final Hits hits = new Hits();
    private boolean exhausted;

    PhraseReader(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
        this.naming = new NamingReader(fingerprints);
    }

    /// One phrase in a string, before it is known whose turn it was.
    ///
    /// @param whole strength when it is known to be an answer
    /// @param unsure strength when it is not known whose turn it is
    /// @param dialogue whether it counts only in answers
    /// @param spoken the turn that marks inside the string give
    record Found(
            String fingerprint,
            Maker maker,
            Strength whole,
            Strength unsure,
            boolean dialogue,
            Turn spoken,
            Supplier<String> excerpt) {}

    /// Whether the last text kept the patterns so busy that the rest of it was not looked at.
    boolean exhausted() {
        return exhausted;
    }

    List<Found> read(String text) {
        FoldedText folded = FoldedText.of(text);
        List<Found> found = new ArrayList<>();
        exhausted = false;
        try {
            search(folded, found);
        } catch (CountedText.Exhausted _) {
            exhausted = true;
        }
        return found;
    }

    /// Whether a word in disguise is one of those that lead further.
    boolean disguised(String text) {
        Disguises disguises = new Disguises(text);
        while (disguises.next()) {
            if (fingerprints.triggers().words().contains(disguises.word())) {
                return true;
            }
        }
        return false;
    }

    private void search(FoldedText folded, List<Found> found) {
        opening(folded, found);
        byte[] bytes = folded.utf8();
        hits.clear();
        Triggers triggers = fingerprints.triggers();
        triggers.scanner().scan(bytes, 0, 0, bytes.length, hits);
        boolean plain = bytes.length == folded.folded().length();
        Map<Integer, Windows> phrases = new TreeMap<>();
        Windows named = new Windows(folded.folded().length());
        int chars = 0;
        int at = 0;
        for (int i = 0; i < hits.size(); i++) {
            int end = hits.end(i);
            int literal = hits.literal(i);
            chars = plain ? end : chars;
            for (; at < end && !plain; at++) {
                chars += (bytes[at] & 0xc0) == 0x80 ? 0 : (bytes[at] & 0xf8) == 0xf0 ? 2 : 1;
            }
            if (triggers.stands(bytes, 0, bytes.length, end, literal)) {
                for (int phrase : triggers.phrases(literal)) {
                    phrases.computeIfAbsent(
                                    phrase, _ -> new Windows(folded.folded().length()))
                            .add(chars - BEFORE, chars + AFTER);
                }
                if (triggers.names(literal)) {
                    named.add(chars - NAMING_REACH, chars + NAMING_REACH);
                    named.mark(chars - triggers.characters(literal));
                }
            }
        }
        CountedText counted = new CountedText(folded.folded());
        naming.read(folded, counted, named, found);
        phrases.forEach(
                (phrase, windows) -> phrase(fingerprints.phrases().get(phrase), folded, counted, windows, found));
    }

    private void opening(FoldedText text, List<Found> found) {
        String start = text.folded()
                .substring(0, Math.min(OPENING, text.folded().length()))
                .stripLeading();
        for (Sign.Phrase sign : fingerprints.openings()) {
            for (Expression pattern : sign.patterns()) {
                Matcher matcher = pattern.matcher(start);
                if (matcher.lookingAt()) {
                    found.add(found(sign, text, matcher));
                }
            }
        }
    }

    private static void phrase(
            Sign.Phrase sign, FoldedText text, CountedText counted, Windows windows, List<Found> found) {
        if (sign.scope() == Sign.Scope.OPENING) {
            return;
        }
        int before = found.size();
        for (Expression pattern : sign.patterns()) {
            Matcher matcher =
                    pattern.matcher(counted).useTransparentBounds(true).useAnchoringBounds(false);
            for (int[] window : windows.all()) {
                int at = window[0];
                while (found.size() - before < MOST_A_TEXT) {
                    at = pattern.mayBegin(text.folded(), at, window[1]);
                    if (at == window[1]) {
                        break;
                    }
                    if (matcher.region(at, window[1]).lookingAt()) {
                        found.add(found(sign, text, matcher));
                        at = Math.max(at + 1, matcher.end());
                    } else {
                        at++;
                    }
                }
            }
        }
    }

    private static Found found(Sign.Phrase sign, FoldedText text, Matcher matcher) {
        boolean anywhere = sign.scope() == Sign.Scope.ANY;
        return new Found(
                sign.id(),
                sign.maker(),
                sign.strength(),
                anywhere ? sign.strength() : Strength.WEAK,
                !anywhere,
                anywhere ? Turn.UNKNOWN : Speech.turn(text.folded(), matcher.start()),
                excerpt(text, matcher));
    }

    static Supplier<String> excerpt(FoldedText text, Matcher matcher) {
        int start = matcher.start();
        int end = matcher.end();
        return () -> Excerpt.around(text.shown(), text.shownAt(start), text.shownAt(end));
    }

    /// A named group of a match, where the pattern has it and it took part.
    static Optional<String> group(Matcher matcher, String name) {
        return matcher.namedGroups().containsKey(name) ? Optional.ofNullable(matcher.group(name)) : Optional.empty();
    }
}
