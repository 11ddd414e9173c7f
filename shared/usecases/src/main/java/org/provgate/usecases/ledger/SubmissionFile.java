package org.provgate.usecases.ledger;

import java.util.List;
import org.provgate.core.policy.Waiver;

/// Everything the ledger holds of one submission but its history.
///
/// @param objects one for each path at most, those that stand or were withdrawn, by path
/// @param superseded versions that were replaced, by path and upload
public record SubmissionFile(
        SubmissionRecord record, List<ObjectRecord> objects, List<ObjectRecord> superseded, List<Waiver> waivers) {

    public SubmissionFile {
        objects = List.copyOf(objects);
        superseded = List.copyOf(superseded);
        waivers = List.copyOf(waivers);
    }

    /// The objects that make up the submission now.
    public List<ObjectRecord> current() {
        return objects.stream()
                .filter(object -> object.standing() == ObjectRecord.Standing.CURRENT)
                .toList();
    }
}
