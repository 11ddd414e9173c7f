package org.provgate.cli.command;

import java.util.List;
import java.util.Locale;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;

/// What an inspection of files came to, in one sentence.
final class InspectionTotals {

    private InspectionTotals() {}

    static String of(List<ObjectFacts> files, long nanos) {
        long bytes = files.stream().mapToLong(ObjectFacts::bytes).sum();
        long rows = files.stream().mapToLong(InspectionTotals::rows).sum();
        long evident =
                files.stream().filter(facts -> !facts.evidence().isEmpty()).count();
        long partly =
                files.stream().filter(facts -> !facts.coverage().complete()).count();
        double seconds = Math.max(1, nanos) / 1e9;
        return String.format(
                Locale.ROOT,
                "%s, %s, %s in %.1f s, %.1f MB/s: evidence in %,d%s.",
                counted(files.size(), "file"),
                counted(bytes, "byte"),
                counted(rows, "row"),
                seconds,
                bytes / 1e6 / seconds,
                evident,
                partly == 0 ? "" : ", not looked into completely %,d".formatted(partly));
    }

    private static long rows(ObjectFacts facts) {
        return facts.rows() instanceof Rows.Counted(long count) ? count : 0;
    }

    private static String counted(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
