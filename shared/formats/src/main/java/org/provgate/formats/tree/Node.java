package org.provgate.formats.tree;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.provgate.core.claim.Place;

/// A value of a document that knows where it stands. Places are worked out when asked for: a large document has
/// hundreds of thousands of nodes, and few of them are ever spoken of.
public abstract sealed class Node permits Mapping, Sequence, Scalar {

    /// Quotation marks, block headers and indentation between two lines of a scalar are shorter.
    private static final int FARTHEST = 200;

    private final SourceText source;
    private final @Nullable Node parent;
    private final String key;
    private final int index;
    private final int offset;
    private final int nameOffset;

    Node(Spot spot) {
        this.source = spot.source();
        this.parent = spot.parent();
        this.key = spot.key();
        this.index = spot.index();
        this.offset = spot.offset();
        this.nameOffset = spot.nameOffset();
    }

    /// @param key of a member; empty for an item
    /// @param index of an item; -1 for a member
    /// @param nameOffset where the key begins; where the value begins, for an item
    record Spot(SourceText source, @Nullable Node parent, String key, int index, int offset, int nameOffset) {}

    /// Where the value begins.
    public Place at() {
        return source.at(offset, pointer());
    }

    /// Where the value's name begins: its key, or the value itself when it is an item of a list.
    public Place namedAt() {
        return source.at(nameOffset, pointer());
    }

    /// The place of an offset into the last of these lines, when they follow each other from here letter by letter.
    Optional<Place> partAt(List<String> lines, int within) {
        String text = source.text();
        int from = offset;
        int begin = offset;
        for (String line : lines) {
            begin = text.indexOf(line, from);
            if (begin < 0 || begin - from > FARTHEST) {
                return Optional.empty();
            }
            from = begin + line.length();
        }
        return Optional.of(source.at(begin + within, pointer()));
    }

    /// The same spot, for a value that stands for this one.
    Spot spot() {
        return new Spot(source, parent, key, index, offset, nameOffset);
    }

    /// RFC 6901.
    public String pointer() {
        StringBuilder pointer = new StringBuilder();
        appendTo(pointer);
        return pointer.toString();
    }

    /// The value in a few words, for messages: `the text "x"`, `a list`.
    public abstract String inWords();

    private void appendTo(StringBuilder pointer) {
        if (parent == null) {
            return;
        }
        parent.appendTo(pointer);
        pointer.append('/');
        if (index >= 0) {
            pointer.append(index);
        } else {
            pointer.append(key.replace("~", "~0").replace("/", "~1"));
        }
    }
}
