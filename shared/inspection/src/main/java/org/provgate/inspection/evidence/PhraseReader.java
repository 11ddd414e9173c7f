package org.provgate.inspection.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.Strength;
import org.provgate.inspection.fingerprint.Fingerprints;
import org.provgate.inspection.fingerprint.MakerNames;
import org.provgate.inspection.fingerprint.Sign;
import org.provgate.inspection.fingerprint.Triggers;
import org.provgate.inspection.scan.Hits;
import org.provgate.inspection.text.CountedText;
import org.provgate.inspection.text.Excerpt;
import org.provgate.inspection.text.FoldedText;
import org.provgate.inspection.text.Speech;
import org.provgate.inspection.text.Speech.Turn;

/// Finds phrases and self-naming in one string.
final class PhraseReader {

    private static final int BEFORE = 260;
    private static final int AFTER = 260;
    private static final int OPENING = 160;
    private static final long LOOKS = 100_000;
    private static final long LOOKS_A_CHARACTER = 300;

    private final Fingerprints fingerprints;
    private final Hits hits = new Hits();

    PhraseReader(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /// One phrase in a string, before it is known whose turn it was.
    ///
    /// @param spoken the turn that marks inside the string give
    /// @param whole strength when it is known to be an answer
    /// @param unsure strength when it is not known whose turn it is
    /// @param dialogue whether it counts only in answers
    record Found(
            String fingerprint,
            Maker maker,
            Strength whole,
            Optional<Strength> unsure,
            boolean dialogue,
            Turn spoken,
            String excerpt) {}

    List<Found> read(String text) {
        FoldedText folded = FoldedText.of(text);
        byte[] bytes = folded.utf8();
        hits.clear();
        Triggers triggers = fingerprints.triggers();
        triggers.scanner().scan(bytes, 0, 0, bytes.length, hits);
        if (hits.size() == 0) {
            return List.of();
        }
        TreeSet<Integer> phrases = new TreeSet<>();
        List<int[]> windows = new ArrayList<>();
        int chars = 0;
        int at = 0;
        for (int i = 0; i < hits.size(); i++) {
            int end = hits.end(i);
            int literal = hits.literal(i);
            if (!triggers.stands(bytes, 0, bytes.length, end, literal)) {
                continue;
            }
            for (; at < end; at++) {
                chars += (bytes[at] & 0xc0) == 0x80 ? 0 : (bytes[at] & 0xf8) == 0xf0 ? 2 : 1;
            }
            for (int phrase : triggers.phrases(literal)) {
                if (phrase >= 0) {
                    phrases.add(phrase);
                }
            }
            if (triggers.names(literal)) {
                widen(windows, chars, folded.folded().length());
            }
        }
        List<Found> found = new ArrayList<>();
        for (int phrase : phrases) {
            phrase(fingerprints.phrases().get(phrase), folded, found);
        }
        for (int[] window : windows) {
            naming(folded, window[0], window[1], found);
        }
        return found;
    }

    private static void widen(List<int[]> windows, int at, int length) {
        int from = Math.max(0, at - BEFORE);
        int to = Math.min(length, at + AFTER);
        if (!windows.isEmpty() && windows.getLast()[1] >= from) {
            windows.getLast()[1] = to;
        } else {
            windows.add(new int[] {from, to});
        }
    }

    private void phrase(Sign.Phrase sign, FoldedText text, List<Found> found) {
        int limit = sign.scope() == Sign.Scope.OPENING
                ? Math.min(OPENING, text.folded().length())
                : text.folded().length();
        String folded = sign.scope() == Sign.Scope.OPENING
                ? text.folded().substring(0, limit).stripLeading()
                : text.folded();
        for (Pattern pattern : sign.patterns()) {
            Matcher matcher = pattern.matcher(counted(folded, folded.length()));
            try {
                while (matcher.find()) {
                    boolean anywhere = sign.scope() == Sign.Scope.ANY;
                    found.add(new Found(
                            sign.id(),
                            sign.maker(),
                            sign.strength(),
                            anywhere ? Optional.of(sign.strength()) : Optional.of(Strength.WEAK),
                            !anywhere,
                            anywhere ? Turn.UNKNOWN : Speech.turn(folded, matcher.start()),
                            excerpt(text, matcher)));
                }
            } catch (CountedText.Exhausted _) {
                // A text made to keep the pattern busy says nothing about who wrote it.
                return;
            }
        }
    }

    private static String excerpt(FoldedText text, Matcher matcher) {
        return Excerpt.around(text.shown(), text.shownAt(matcher.start()), text.shownAt(matcher.end()));
    }

    private void naming(FoldedText text, int from, int to, List<Found> found) {
        String window = text.folded().substring(from, to);
        List<int[]> taken = new ArrayList<>();
        for (Sign.Naming sign : fingerprints.namings()) {
            if (!sign.needs().isEmpty() && sign.needs().stream().noneMatch(window::contains)) {
                continue;
            }
            for (Pattern pattern : sign.patterns()) {
                Matcher matcher = pattern.matcher(counted(text.folded(), to - from));
                matcher.region(from, to);
                matcher.useTransparentBounds(true);
                matcher.useAnchoringBounds(false);
                try {
                    while (matcher.find()) {
                        if (taken.stream().noneMatch(t -> t[0] < matcher.end() && matcher.start() < t[1])) {
                            taken.add(new int[] {matcher.start(), matcher.end()});
                            named(sign, text, matcher).ifPresent(found::add);
                        }
                    }
                } catch (CountedText.Exhausted _) {
                    break;
                }
            }
        }
    }

    private Optional<Found> named(Sign.Naming sign, FoldedText text, Matcher matcher) {
        MakerNames names = fingerprints.names();
        Optional<MakerNames.Known> maker = group(matcher, "maker").flatMap(names::maker);
        Optional<MakerNames.Known> model = group(matcher, "name").flatMap(names::model);
        Optional<MakerNames.Known> known = maker.or(() -> model);
        if (known.isEmpty() || Speech.quoted(text.shown(), text.shownAt(matcher.start()))) {
            return Optional.empty();
        }
        MakerNames.Known who = known.get();
        boolean agrees = model.isEmpty() || model.get().provider().equals(who.provider());
        Strength base = who.corporate() ? sign.corporate() : sign.strength();
        Strength whole = least(agrees ? base : least(base, Strength.STRONG), who.cap());
        Maker speaker = agrees && model.isPresent()
                ? new Maker.Model(who.provider(), model.get().shown())
                : new Maker.Provider(who.provider());
        return Optional.of(new Found(
                sign.id(),
                speaker,
                whole,
                Optional.of(whole == Strength.CONCLUSIVE ? whole : Strength.WEAK),
                true,
                Speech.turn(text.folded(), matcher.start()),
                excerpt(text, matcher)));
    }

    private static CountedText counted(String text, int looked) {
        return new CountedText(text, LOOKS + LOOKS_A_CHARACTER * looked);
    }

    private static Strength least(Strength one, Strength other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Optional<String> group(Matcher matcher, String name) {
        return matcher.namedGroups().containsKey(name) ? Optional.ofNullable(matcher.group(name)) : Optional.empty();
    }
}
