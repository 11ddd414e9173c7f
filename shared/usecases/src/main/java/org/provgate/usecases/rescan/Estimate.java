package org.provgate.usecases.rescan;

/// What a rescan of so many submissions comes to on AWS, by list prices (us-east-1, 2026) and assumed item sizes: 8 KB
/// for a submission with its objects, 4 KB for a verdict. Larger manifests cost more; the cap is on this figure.
///
/// @param costCents in US cents, rounded up
public record Estimate(long submissions, long costCents) {

    /// In nano-dollars for one submission: its record from the index (0.5 units), its items with consistent reads
    /// (2 units for 8 KB), the verdict in force (1 unit), at 125 nano-dollars a unit.
    private static final long READS = 438;

    /// 3.5 GB for 4 ms, at 16,667 nano-dollars a second and GB.
    private static final long COMPUTING = 233;

    /// One verdict in twenty is written: its record, its text and its marks, in one transaction of 12 units at 625.
    private static final long WRITES = 12 * 625 / 20;

    private static final long NANO_DOLLARS_IN_A_CENT = 10_000_000;

    public static Estimate of(long submissions) {
        return new Estimate(
                submissions, Math.ceilDiv(submissions * (READS + COMPUTING + WRITES), NANO_DOLLARS_IN_A_CENT));
    }
}
