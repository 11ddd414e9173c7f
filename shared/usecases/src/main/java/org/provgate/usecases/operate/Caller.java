package org.provgate.usecases.operate;

import org.provgate.core.submission.SubmissionName;

/// Somebody who asks, as their token tells.
///
/// What a caller may not see is answered as if it were not there.
public sealed interface Caller {

    /// As histories name them.
    String name();

    boolean sees(SubmissionName submission);

    /// Sees everything and decides cases.
    ///
    /// @param subject who it is, by what tokens never change
    record Operator(String name, String subject) implements Caller {
        public Operator(String name) {
            this(name, name);
        }

        @Override
        public boolean sees(SubmissionName submission) {
            return true;
        }
    }

    /// @param contributor whose submissions they are
    record Contributor(String name, String contributor) implements Caller {
        @Override
        public boolean sees(SubmissionName submission) {
            return submission.contributor().equals(contributor);
        }
    }
}
