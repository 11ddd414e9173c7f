package org.provgate.formats.mend;

import java.util.Optional;
import org.provgate.formats.mend.Written.Listing;
import org.provgate.formats.mend.Written.Member;
import org.provgate.formats.mend.Written.Single;
import org.provgate.formats.mend.Written.Table;

/// Pointers of RFC 6901 and what they lead to.
final class Pointer {

    private Pointer() {}

    static String parent(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }

    static String name(String pointer) {
        return unescaped(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    /// -1 for what is no index.
    static int index(String name) {
        return name.matches("0|[1-9][0-9]{0,8}") ? Integer.parseInt(name) : -1;
    }

    static Optional<Written> find(Written root, String pointer) {
        Written at = root;
        int from = 0;
        while (from < pointer.length()) {
            int to = pointer.indexOf('/', from + 1);
            int end = to < 0 ? pointer.length() : to;
            Optional<Written> below = below(at, unescaped(pointer.substring(from + 1, end)));
            if (below.isEmpty()) {
                return below;
            }
            at = below.get();
            from = end;
        }
        return Optional.of(at);
    }

    private static Optional<Written> below(Written at, String name) {
        return switch (at) {
            case Table table -> Optional.ofNullable(table.members().get(name)).map(Member::value);
            case Listing listing -> {
                int index = index(name);
                yield index < 0 || index >= listing.items().size()
                        ? Optional.empty()
                        : Optional.of(listing.items().get(index));
            }
            case Single _ -> Optional.empty();
        };
    }

    private static String unescaped(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }
}
