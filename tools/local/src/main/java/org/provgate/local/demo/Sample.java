package org.provgate.local.demo;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.provgate.core.submission.SubmissionName;

/// A submission that is uploaded to show one thing.
///
/// @param shows in a few words
/// @param files path to text, in the order of their paths, the manifest last
/// @param then a manifest that is uploaded alone once the first verdict is there
/// @param outcome that the gate is to come to in the end
/// @param codes of the errors that the first verdict is to name
record Sample(
        SubmissionName name,
        String shows,
        SortedMap<String, String> files,
        Optional<String> then,
        String outcome,
        List<String> codes) {

    static final String ACCEPTED = "accepted";
    static final String QUARANTINED = "quarantined";

    Sample {
        files = new TreeMap<>(files);
        codes = List.copyOf(codes);
    }

    /// What the first verdict is to be.
    String firstOutcome() {
        return codes.isEmpty() ? ACCEPTED : QUARANTINED;
    }
}
