package org.provgate.formats.mend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.provgate.core.finding.Fix;

/// A manifest's text with fixes applied.
///
/// @param text with the fixes applied; as it was where there were none
/// @param applied remedies that are in it, each once
/// @param left remedies that could not be applied beside the others, or at all; reading the text again may offer them
///     again
public record Mending(String text, List<List<Fix>> applied, List<List<Fix>> left) {

    public Mending {
        applied = List.copyOf(applied);
        left = List.copyOf(left);
    }

    /// How the text is written.
    public enum Notation {
        YAML,
        JSON
    }

    /// Every remedy is applied as a whole or not at all. All pointers are those of the text as it is given.
    ///
    /// @param text a manifest that was read without fault of its notation
    public static Mending of(String text, Notation notation, List<List<Fix>> remedies) {
        Optional<Written> root = switch (notation) {
            case YAML -> WrittenYaml.of(text);
            case JSON -> WrittenJson.of(text);
        };
        SequencedSet<List<Fix>> once = new LinkedHashSet<>(remedies);
        once.removeIf(List::isEmpty);
        List<List<Fix>> applied = new ArrayList<>();
        List<List<Fix>> left = new ArrayList<>();
        // Who stands at an offset, so that a remedy meets only its neighbours.
        TreeMap<Integer, Edit> placed = new TreeMap<>();
        List<Edit> insertions = new ArrayList<>();
        for (List<Fix> remedy : once) {
            Optional<List<Edit>> edits = root.flatMap(it -> new Draftsman(text, notation, it).edits(remedy));
            if (edits.isPresent() && edits.get().stream().noneMatch(edit -> meets(edit, placed, insertions))) {
                for (Edit edit : edits.get()) {
                    if (edit.start() == edit.end()) {
                        insertions.add(edit);
                    } else {
                        placed.put(edit.start(), edit);
                    }
                }
                applied.add(remedy);
            } else {
                left.add(remedy);
            }
        }
        List<Edit> all = new ArrayList<>(insertions);
        all.addAll(placed.values());
        return new Mending(written(text, all), applied, left);
    }

    private static boolean meets(Edit edit, TreeMap<Integer, Edit> placed, List<Edit> insertions) {
        var before = placed.floorEntry(edit.start());
        var after = placed.ceilingEntry(edit.start());
        return (before != null && edit.meets(before.getValue()))
                || (after != null && edit.meets(after.getValue()))
                || (edit.start() < edit.end() && insertions.stream().anyMatch(edit::meets));
    }

    /// What is put in at the same offset stays in the order of the remedies.
    private static String written(String text, List<Edit> edits) {
        List<Edit> inOrder = new ArrayList<>(edits);
        inOrder.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
        StringBuilder out = new StringBuilder(text.length() + 256);
        int at = 0;
        for (Edit edit : inOrder) {
            out.append(text, at, edit.start()).append(edit.text());
            at = edit.end();
        }
        return out.append(text, at, text.length()).toString();
    }
}
