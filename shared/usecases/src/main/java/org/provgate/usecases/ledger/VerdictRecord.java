package org.provgate.usecases.ledger;

import java.time.Instant;
import org.provgate.core.facts.Digests;
import org.provgate.core.submission.SubmissionName;

/// One verdict, never changed once written.
///
/// @param number counts from 1
/// @param outcome `accepted` or `quarantined`
/// @param document compressed [VerdictDocument]
/// @param previous hash of the verdict before; empty for the first
public record VerdictRecord(
        SubmissionName submission,
        int number,
        Instant at,
        String outcome,
        Cause cause,
        Inputs inputs,
        Gist gist,
        KeptText document,
        String previous,
        String hash) {

    /// What a verdict rests on. The same inputs give the same verdict.
    ///
    /// @param facts digest of what was measured
    /// @param manifest digest of what was declared
    /// @param waivers digest of the ledger's waivers that counted
    /// @param upstream digest of how the submissions it derives from stood; empty when it derives from none
    /// @param policy digest and edition
    /// @param engine version of the rules
    public record Inputs(
            String facts,
            String manifest,
            String waivers,
            String upstream,
            String policy,
            String registry,
            String engine) {

        /// One word for all of them.
        public String digest() {
            return Digests.sha256(String.join("\n", facts, manifest, waivers, upstream, policy, registry, engine))
                    .hex();
        }
    }

    /// Where the verdict stands in the report bucket as a statement for others.
    public String statementKey() {
        return kept(submission, number, inputs) + ".intoto.json";
    }

    /// Begins the keys of what is kept of a verdict. Who writes the same verdict at the same time writes the same.
    public static String kept(SubmissionName submission, int number, Inputs inputs) {
        return "verdicts/" + submission + "/" + number + "-" + inputs.digest();
    }

    /// The event's id, the same for every telling.
    public String id() {
        return submission + "/" + number;
    }
}
