package org.provgate.formats.mend;

/// Text that takes the place of other text.
///
/// @param end exclusive; the same as `start` for what is only put in
record Edit(int start, int end, String text) {

    /// Whether both cannot be done independently of each other.
    boolean meets(Edit other) {
        if (start == end && other.start == other.end) {
            return false;
        }
        return start == end
                ? other.start < start && start < other.end
                : other.start == other.end
                        ? start < other.start && other.start < end
                        : start < other.end && other.start < end;
    }
}
