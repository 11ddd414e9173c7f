package org.provgate.usecases.gate;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Tags on object versions. Keys that begin with `provenance`, in any letter case, belong to the gate.
public final class Tags {

    /// `accepted` lets readers in; anything else keeps them out.
    public static final String PROVENANCE = "provenance";

    public static final String ACCEPTED = "accepted";

    public static final String QUARANTINED = "quarantined";

    /// Marks the copy that a move made, so that it is found again after a crash.
    public static final String MOVE = "provenance-move";

    private Tags() {}

    /// A contributor's own tags with the gate's in place of whatever bore their names.
    public static Map<String, String> withOurs(Map<String, String> tags, Map<String, String> ours) {
        Map<String, String> all = new TreeMap<>();
        tags.forEach((key, value) -> {
            if (!key.toLowerCase(Locale.ROOT).startsWith(PROVENANCE) && all.size() + ours.size() < TAGS_PER_OBJECT) {
                all.put(key, value);
            }
        });
        all.putAll(ours);
        return all;
    }

    /// S3 takes no more.
    private static final int TAGS_PER_OBJECT = 10;
}
