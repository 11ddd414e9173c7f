package org.provgate.formats.community;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;

/// Local ids for sources and teachers of formats that have none, made of what they are called.
public final class Ids {

    private static final int LONGEST = 56;

    private final Map<String, String> given = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();

    /// The id of what has this key in the document; the same for the same key.
    ///
    /// @param key tells things apart, such as an address
    /// @param called what the id is made of
    public String of(String key, String called) {
        return given.computeIfAbsent(key, _ -> free(slug(called)));
    }

    /// Takes an id that the document gives in the native form.
    public String given(String key, String id) {
        taken.merge(id, 1, Integer::sum);
        given.put(key, id);
        return id;
    }

    public Optional<String> known(String key) {
        return Optional.ofNullable(given.get(key));
    }

    /// The id of what has this key: the one it has already, else the one that the document states in the native form,
    /// else one made of its name.
    public String of(String key, Map<String, Node> stated, Scalar name) {
        return known(key)
                .orElseGet(() -> Optional.ofNullable(stated.get("id"))
                        .flatMap(Texts::scalar)
                        .map(own -> given(key, own.text()))
                        .orElseGet(() -> of(key, name.text())));
    }

    private String free(String slug) {
        int nth = taken.merge(slug, 1, Integer::sum);
        if (nth == 1) {
            return slug;
        }
        String numbered = slug + "-" + nth;
        taken.merge(numbered, 1, Integer::sum);
        return numbered;
    }

    private static String slug(String called) {
        String plain = called.toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z][a-z0-9+.-]*:(?://)?(?:[^/]*/)?(?=.)", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST).replaceAll("-+$", "") : plain;
        return cut.isEmpty() ? "item" : cut;
    }
}
