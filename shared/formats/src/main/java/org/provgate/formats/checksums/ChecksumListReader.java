package org.provgate.formats.checksums;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.Sha256;
import org.provgate.core.submission.ChecksumList;
import org.provgate.core.submission.ChecksumList.Fault;

/// Reads lists of digests; names are relative to the list's own folder.
public final class ChecksumListReader {

    private static final Pattern ENTRY = Pattern.compile("([0-9a-f]{64}) [ *](?:\\./)?(.+)");

    /// Whether the first line is an entry.
    public static boolean looksLikeList(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        return text.lines()
                .findFirst()
                .map(line -> ENTRY.matcher(line).matches())
                .orElse(false);
    }

    public ChecksumList read(String path, byte[] text) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        NavigableMap<String, Sha256> digests = new TreeMap<>();
        NavigableMap<String, Place> places = new TreeMap<>();
        List<Fault> faults = new ArrayList<>();
        long number = 0;
        for (String line : new String(text, StandardCharsets.UTF_8).lines().toList()) {
            number++;
            Matcher entry = ENTRY.matcher(line);
            Place at = Place.line(path, number);
            if (entry.matches()) {
                digests.put(folder + entry.group(2), new Sha256(entry.group(1)));
                places.put(folder + entry.group(2), at);
            } else if (!line.isBlank()) {
                faults.add(new Fault(at, "the line is not a digest followed by a name"));
            }
        }
        return new ChecksumList(path, digests, places, faults);
    }
}
