package org.provgate.usecases.preview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Who would flip under a policy, and what to do about it.
///
/// @param policy its name
/// @param against name of the policy it is compared with
/// @param looked submissions that were decided for it
/// @param flips by id
public record Preview(String policy, String digest, String against, LocalDate today, int looked, List<Flip> flips) {

    /// Time enough to mend a manifest, and to ask others for papers.
    public static final int NOTICE_DAYS = 30;

    public Preview {
        flips = flips.stream()
                .sorted(Comparator.comparing(Flip::id).thenComparing(Flip::contributor))
                .toList();
    }

    /// One contributor's submissions that flip.
    ///
    /// @param starts rules that might begin to bite later, so that there is time to mend
    /// @param message a draft of what to tell them
    public record Told(String contributor, List<Flip> flips, List<Start> starts, String message) {
        public Told {
            flips = List.copyOf(flips);
            starts = List.copyOf(starts);
        }
    }

    /// `rules: {code: {severity: error, from: DATE}}` in the policy announces a rule before it bites.
    public record Start(String code, LocalDate from, int submissions) {}

    /// For each contributor, by name.
    public List<Told> byContributor() {
        SortedMap<String, List<Flip>> flipsOf = new TreeMap<>();
        flips.forEach(flip -> flipsOf.computeIfAbsent(flip.contributor(), _ -> new ArrayList<>())
                .add(flip));
        return flipsOf.entrySet().stream()
                .map(each ->
                        new Told(each.getKey(), each.getValue(), starts(each.getValue()), message(each.getValue())))
                .toList();
    }

    /// For all contributors together.
    public List<Start> starts() {
        return starts(flips);
    }

    private List<Start> starts(List<Flip> some) {
        SortedMap<String, Integer> codes = new TreeMap<>();
        some.stream()
                .filter(Flip::closes)
                .flatMap(flip -> flip.gainedCodes().stream())
                .forEach(code -> codes.merge(code, 1, Integer::sum));
        return codes.entrySet().stream()
                .map(each -> new Start(each.getKey(), today.plusDays(NOTICE_DAYS), each.getValue()))
                .toList();
    }

    private String message(List<Flip> theirs) {
        List<Flip> closed = theirs.stream().filter(Flip::closes).toList();
        List<Flip> opened = theirs.stream().filter(flip -> !flip.closes()).toList();
        StringBuilder text = new StringBuilder("Hello,\n");
        if (!closed.isEmpty()) {
            text.append("""

                on %s our policy "%s" takes effect. Under it %s can no longer be read:
                """.formatted(
                            today.plusDays(NOTICE_DAYS),
                            policy,
                            closed.size() == 1 ? "this submission of yours" : "these submissions of yours"));
            closed.forEach(flip -> text.append('\n').append(said(flip)));
            text.append("""

                Until then nothing changes. Mending the manifest and uploading it alone is enough where the data
                itself is not at fault. Nothing is deleted in any case.
                """);
        }
        if (!opened.isEmpty()) {
            text.append("""

                under our policy "%s" %s can be read from now on: %s.
                """.formatted(
                            policy,
                            opened.size() == 1 ? "this submission of yours" : "these submissions of yours",
                            opened.stream().map(Flip::id).collect(Collectors.joining(", "))));
        }
        return text.toString();
    }

    private static String said(Flip flip) {
        return flip.id() + "\n"
                + flip.gained().stream()
                        .map(reason -> "  %s: %s\n  What to do: %s\n"
                                .formatted(reason.code(), reason.message(), reason.remedy()))
                        .collect(Collectors.joining());
    }
}
