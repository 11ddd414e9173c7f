package org.provgate.inspection;

import java.time.Duration;
import java.util.function.LongSupplier;

/// What one object may cost. Whatever goes beyond is named as a concern, never passed over.
///
/// @param expansionRatio unpacked bytes for each stored byte, once more than `ratioFrom` bytes were unpacked
/// @param ratioFrom unpacked bytes from which the ratio counts
/// @param expandedBytes unpacked bytes in total
/// @param members members of archives, in total
/// @param nesting archives and compressions inside one another
/// @param depth nesting of JSON values that is followed
/// @param rowBytes the longest row that is looked into as a whole
/// @param evidence different pairs of fingerprint and maker that are told apart
/// @param concerns of one object that are listed
/// @param wholeUpTo stored size up to which everything is looked into; larger objects are sampled
/// @param time for one object
/// @param ticker nanoseconds from an arbitrary origin
public record Limits(
        long expansionRatio,
        long ratioFrom,
        long expandedBytes,
        int members,
        int nesting,
        int depth,
        int rowBytes,
        int evidence,
        int concerns,
        long wholeUpTo,
        Duration time,
        LongSupplier ticker) {

    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    /// Fits a function with 1 GB of memory and 15 minutes.
    public static Limits standard() {
        return new Limits(
                200,
                64 * MIB,
                256 * GIB,
                100_000,
                4,
                200,
                (int) (16 * MIB),
                500,
                50,
                64 * GIB,
                Duration.ofMinutes(10),
                System::nanoTime);
    }

    public Limits withTime(Duration longest, LongSupplier clock) {
        return new Limits(
                expansionRatio,
                ratioFrom,
                expandedBytes,
                members,
                nesting,
                depth,
                rowBytes,
                evidence,
                concerns,
                wholeUpTo,
                longest,
                clock);
    }

    public Limits withExpansion(long ratio, long from, long total) {
        return new Limits(
                ratio, from, total, members, nesting, depth, rowBytes, evidence, concerns, wholeUpTo, time, ticker);
    }

    public Limits withRowBytes(int longest) {
        return new Limits(
                expansionRatio,
                ratioFrom,
                expandedBytes,
                members,
                nesting,
                depth,
                longest,
                evidence,
                concerns,
                wholeUpTo,
                time,
                ticker);
    }

    public Limits withWholeUpTo(long bytes) {
        return new Limits(
                expansionRatio,
                ratioFrom,
                expandedBytes,
                members,
                nesting,
                depth,
                rowBytes,
                evidence,
                concerns,
                bytes,
                time,
                ticker);
    }
}
