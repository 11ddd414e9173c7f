package org.provgate.inspection.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.Strength;
import org.provgate.inspection.evidence.PhraseReader.Found;
import org.provgate.inspection.fingerprint.Expression;
import org.provgate.inspection.fingerprint.Fingerprints;
import org.provgate.inspection.fingerprint.MakerNames;
import org.provgate.inspection.fingerprint.MakerNames.Known;
import org.provgate.inspection.fingerprint.Sign;
import org.provgate.inspection.text.CountedText;
import org.provgate.inspection.text.FoldedText;
import org.provgate.inspection.text.Speech;

/// Finds the first person that takes a name or a maker.
final class NamingReader {

    private static final int LONGEST = 400;

    private final Fingerprints fingerprints;

    NamingReader(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    void read(FoldedText text, CountedText counted, Windows windows, List<Found> found) {
        List<int[]> taken = new ArrayList<>();
        for (int[] window : windows.all()) {
            for (Sign.Naming sign : fingerprints.namings()) {
                if (taken.size() < PhraseReader.MOST_A_TEXT) {
                    read(sign, text, counted, window, windows.marks(), taken, found);
                }
            }
        }
    }

    private void read(
            Sign.Naming sign,
            FoldedText text,
            CountedText counted,
            int[] window,
            List<Integer> marks,
            List<int[]> taken,
            List<Found> found) {
        String folded = text.folded();
        if (sign.starts().isEmpty()) {
            if (sign.needs().stream().anyMatch(need -> within(folded, need, window[0], window[1]) >= 0)) {
                for (int mark : marks) {
                    if (mark >= window[0] && mark < window[1]) {
                        begin(sign, text, counted, mark, taken, found);
                    }
                }
            }
            return;
        }
        for (String start : sign.starts()) {
            int at = within(folded, start, window[0], window[1]);
            while (at >= 0) {
                boolean inWord = at > 0 && Character.isLetter(folded.charAt(at - 1)) && start.charAt(0) < 0x80;
                if (!inWord) {
                    begin(sign, text, counted, at, taken, found);
                }
                at = within(folded, start, at + 1, window[1]);
            }
        }
    }

    private static int within(String text, String wanted, int from, int to) {
        return text.indexOf(wanted, from, to);
    }

    private void begin(
            Sign.Naming sign, FoldedText text, CountedText counted, int from, List<int[]> taken, List<Found> found) {
        for (Expression pattern : sign.patterns()) {
            Matcher matcher = pattern.matcher(counted)
                    .useTransparentBounds(true)
                    .useAnchoringBounds(false)
                    .region(from, Math.min(counted.length(), from + LONGEST));
            if (taken.size() < PhraseReader.MOST_A_TEXT && matcher.lookingAt() && free(taken, matcher)) {
                taken.add(new int[] {matcher.start(), matcher.end()});
                named(sign, text, matcher).ifPresent(found::add);
            }
        }
    }

    private static boolean free(List<int[]> taken, Matcher matcher) {
        return taken.stream().noneMatch(other -> other[0] < matcher.end() && matcher.start() < other[1]);
    }

    private Optional<Found> named(Sign.Naming sign, FoldedText text, Matcher matcher) {
        MakerNames names = fingerprints.names();
        Optional<Known> maker = PhraseReader.group(matcher, "maker").flatMap(names::maker);
        Optional<Known> model = PhraseReader.group(matcher, "name").flatMap(names::model);
        Optional<Known> known = maker.or(() -> model);
        if (known.isEmpty() || Speech.quoted(text.shown(), text.shownAt(matcher.start()))) {
            return Optional.empty();
        }
        Known who = known.get();
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
                whole == Strength.CONCLUSIVE ? whole : Strength.WEAK,
                true,
                Speech.turn(text.folded(), matcher.start()),
                PhraseReader.excerpt(text, matcher)));
    }

    private static Strength least(Strength one, Strength other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
