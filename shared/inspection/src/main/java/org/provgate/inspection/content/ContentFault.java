package org.provgate.inspection.content;

import java.io.IOException;
import org.provgate.core.facts.Concern;

/// The content cannot be read on, and why. Becomes a [Concern] and never leaves the inspection.
final class ContentFault extends IOException {

    private static final long serialVersionUID = 1;

    private final Concern.Kind kind;

    ContentFault(Concern.Kind kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    static ContentFault unreadable(String detail) {
        return new ContentFault(Concern.Kind.UNREADABLE, detail);
    }

    Concern.Kind kind() {
        return kind;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
