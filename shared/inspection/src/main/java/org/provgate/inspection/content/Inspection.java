package org.provgate.inspection.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.Sha256;
import org.provgate.core.facts.Sighting;
import org.provgate.inspection.Inspector;
import org.provgate.inspection.Limits;
import org.provgate.inspection.evidence.RowExaminer;
import org.provgate.inspection.evidence.Tally;
import org.provgate.inspection.fingerprint.Fingerprints;

/// What is gathered of one object while it is read.
final class Inspection {

    private final Fingerprints fingerprints;
    private final Limits limits;
    private final Budget budget;
    private final Tally tally;
    private final Consumer<Sighting> seen;
    private final boolean told;
    private final List<Concern> concerns = new ArrayList<>();
    private long rowsRead;
    private final Optional<Sha256> sampled;
    private long bytesPicked;
    private boolean complete;
    private LongSupplier counted = () -> Long.MAX_VALUE;

    /// @param sampled the digest that picks what is looked into; empty where everything is
    /// @param seen is told of every hit
    Inspection(
            Fingerprints fingerprints,
            Limits limits,
            Budget budget,
            Optional<Sha256> sampled,
            Consumer<Sighting> seen) {
        this.seen = seen;
        this.told = !seen.equals(Inspector.NOBODY);
        this.fingerprints = fingerprints;
        this.limits = limits;
        this.budget = budget;
        this.tally = new Tally(limits.evidence(), fingerprints::least);
        this.sampled = sampled;
        this.complete = sampled.isEmpty();
    }

    Fingerprints fingerprints() {
        return fingerprints;
    }

    Limits limits() {
        return limits;
    }

    Budget budget() {
        return budget;
    }

    Tally tally() {
        return tally;
    }

    /// The digest that picks what is looked into; empty where everything is.
    Optional<Sha256> sampled() {
        return sampled;
    }

    /// From the start of the object on nothing was left out before these lines or rows; what their numbers are is not
    /// known of those behind them.
    void counted(LongSupplier lines) {
        counted = lines;
    }

    /// A line, in words.
    String line(long line) {
        return line <= counted.getAsLong() ? "line " + line : "a line of a part that was sampled";
    }

    /// Bytes that were picked here and there, beside the stream.
    void picked(long bytes) {
        bytesPicked += bytes;
    }

    long bytesPicked() {
        return bytesPicked;
    }

    /// @param where `"in MEMBER: "` inside an archive, else empty
    RowExaminer examiner(String where) {
        String within = where.isEmpty() ? where : where.substring(0, where.length() - 2);
        return new RowExaminer(fingerprints, (fingerprint, maker, strength, row, line, excerpt) -> {
            long known = line <= counted.getAsLong() ? line : 0;
            tally.add(fingerprint, maker, strength, row, known, excerpt);
            if (told) {
                seen.accept(new Sighting(within, maker, strength, fingerprint, known, excerpt.get()));
            }
        });
    }

    /// Answers the number of the row, from 0.
    long rowRead() {
        return rowsRead++;
    }

    long rowsRead() {
        return rowsRead;
    }

    boolean complete() {
        return complete;
    }

    /// Names what is wrong; whatever cannot be read or is left out makes the coverage incomplete.
    void concern(Concern.Kind kind, String detail, long line) {
        if (kind != Concern.Kind.TYPE_DIFFERS) {
            complete = false;
        }
        if (concerns.size() < limits.concerns()) {
            concerns.add(new Concern(kind, detail, line <= counted.getAsLong() ? line : 1));
        }
    }

    List<Concern> concerns() {
        return concerns;
    }
}
