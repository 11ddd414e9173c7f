package org.provgate.usecases.port;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.provgate.core.facts.Sha256;

/// Signs addresses under which one object may be uploaded for a while, by whoever holds the address.
public interface UploadGrants {

    /// @param headers to be sent along as they are; without them the upload is refused
    record Grant(URI url, SortedMap<String, String> headers) {
        public Grant {
            headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
        }
    }

    /// For exactly these bytes: another size or digest is refused by the store.
    Grant grant(String key, long bytes, Sha256 sha256, Duration lasts);
}
