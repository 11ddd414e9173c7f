package org.provgate.core.submission;

import java.util.List;

/// A submission of the same hub from which another says that it derives, with all that it derives from itself.
///
/// @param held those of them that readers are kept from, each for a reason of its own
/// @param taught models that wrote rows of them
public record Upstream(SubmissionName name, List<Held> held, List<Taught> taught) {

    /// @param by the submission that readers are kept from: the one that was named or one behind it
    /// @param state `quarantined` or `rejected`
    public record Held(SubmissionName by, String state) {}

    /// @param by the submission that declares the model, or whose source is known to hold its output
    public record Taught(String model, SubmissionName by) {}

    public Upstream {
        held = List.copyOf(held);
        taught = List.copyOf(taught);
    }
}
