package org.provgate.core.license;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.provgate.core.license.LicenseText.Meaning;

/// The ids of the SPDX licence list, found in any letter case.
final class SpdxIds {

    static final SpdxIds BUNDLED = read("spdx-ids.tsv");

    private final Map<String, String> licenses = new TreeMap<>();
    private final Map<String, String> exceptions = new TreeMap<>();
    private final Map<String, Meaning> successors = new TreeMap<>();

    private SpdxIds() {}

    /// The id as the list spells it.
    Optional<String> license(String text) {
        return Optional.ofNullable(licenses.get(folded(text)));
    }

    Optional<String> exception(String text) {
        return Optional.ofNullable(exceptions.get(folded(text)));
    }

    /// What replaces a deprecated id; empty while it stands.
    Optional<Meaning> successor(String id) {
        return Optional.ofNullable(successors.get(folded(id)));
    }

    Collection<String> licenses() {
        return licenses.values();
    }

    Collection<String> exceptions() {
        return exceptions.values();
    }

    private static SpdxIds read(String resource) {
        SpdxIds ids = new SpdxIds();
        for (String[] row : Table.rows(resource)) {
            (row[0].equals("license") ? ids.licenses : ids.exceptions).put(folded(row[1]), row[1]);
            if (row.length > 2) {
                ids.successors.put(
                        folded(row[1]), row[2].equals("?") ? new Meaning.Unclear() : new Meaning.Probably(row[2]));
            }
        }
        return ids;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
