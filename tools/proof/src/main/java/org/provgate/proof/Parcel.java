package org.provgate.proof;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.provgate.core.facts.Digests;
import org.provgate.core.rule.Example;

/// A made-up submission.
///
/// @param files by path; the manifest is among them
/// @param good whether it is to be accepted
public record Parcel(String dataset, SequencedMap<String, byte[]> files, boolean good) {

    /// Different for each number, the same every time.
    ///
    /// @param shards files of rows beside the manifest
    public static Parcel numbered(int number, int shards) {
        boolean good = number % 2 == 0;
        Random random = new Random(number);
        SequencedMap<String, byte[]> files = new TreeMap<>();
        StringBuilder entries = new StringBuilder();
        for (int shard = 0; shard < shards; shard++) {
            String path = "data/part-%02d.jsonl".formatted(shard);
            StringBuilder rows = new StringBuilder();
            for (int row = 0; row < 20 + random.nextInt(40); row++) {
                rows.append(
                        "{\"text\": \"tide table of harbour %d, line %d\"}\n".formatted(random.nextInt(9_000), row));
            }
            byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
            files.put(path, bytes);
            entries.append("  - path: %s\n    sha256: %s\n    sources: [writers]\n"
                    .formatted(path, Digests.sha256(bytes).hex()));
        }
        String base = Example.BASE_MANIFEST;
        int from = base.indexOf("files:\n") + "files:\n".length();
        int to = base.indexOf("attestations:");
        String manifest = base.substring(0, from) + entries + base.substring(to);
        String written = good ? manifest : manifest.replaceFirst("(?m)^  license: .*\n", "");
        files.put("provenance.yaml", written.getBytes(StandardCharsets.UTF_8));
        return new Parcel("d%06d".formatted(number), files, good);
    }
}
