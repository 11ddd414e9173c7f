package org.provgate.embedded;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What `x-amz-copy-source` names: `/BUCKET/KEY?versionId=…`, URL-encoded.
record CopySource(String bucket, String key, Optional<String> version) {

    private static final String VERSION = "?versionId=";

    /// @throws IllegalArgumentException when there is no bucket or no key
    static CopySource parse(String header) {
        int query = header.lastIndexOf(VERSION);
        String path = UrlText.decoded(query < 0 ? header : header.substring(0, query));
        String plain = path.startsWith("/") ? path.substring(1) : path;
        int slash = plain.indexOf('/');
        if (slash < 1 || slash == plain.length() - 1) {
            throw new IllegalArgumentException("x-amz-copy-source names no object");
        }
        Optional<String> version =
                query < 0 ? Optional.empty() : Optional.of(header.substring(query + VERSION.length()));
        return new CopySource(plain.substring(0, slash), plain.substring(slash + 1), version);
    }

    /// As the library wants it.
    @Nullable
    String versionOrNull() {
        return version.orElse(null);
    }
}
