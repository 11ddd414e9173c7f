package org.provgate.functions.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A request's address, decoded once and no further.
///
/// @param path segments below `/api`
record Address(List<String> path, SortedMap<String, String> query) {

    private static final int LONGEST = 4096;

    private static final String ROOT = "api";

    Address {
        path = List.copyOf(path);
        query = Collections.unmodifiableSortedMap(new TreeMap<>(query));
    }

    /// Empty when it is not encoded as addresses are.
    static Optional<Address> parse(String rawPath, String rawQuery) {
        if (rawPath.length() + rawQuery.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            List<String> path = new ArrayList<>();
            for (String segment :
                    rawPath.substring(rawPath.startsWith("/") ? 1 : 0).split("/", -1)) {
                path.add(decoded(segment.replace("+", "%2B")));
            }
            SortedMap<String, String> query = new TreeMap<>();
            for (String pair : rawQuery.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
            boolean below = path.getFirst().equals(ROOT);
            return Optional.of(new Address(below ? path.subList(1, path.size()) : List.of(), query));
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    /// A parameter of the query that says something.
    Optional<String> asked(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
