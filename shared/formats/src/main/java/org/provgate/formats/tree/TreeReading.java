package org.provgate.formats.tree;

import java.util.List;
import org.provgate.core.claim.Place;
import org.provgate.formats.tree.SourceText.Notice;

/// What came of reading a file as a tree.
public sealed interface TreeReading {

    record Read(Node root, List<Notice> notices) implements TreeReading {

        public Read {
            notices = List.copyOf(notices);
        }
    }

    /// Nothing but white space and comments.
    record Empty(Place at) implements TreeReading {}

    /// @param message a sentence without a full stop: what stands there and what to do about it
    record Broken(Place at, String message) implements TreeReading {}
}
