package org.provgate.formats.checksums;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.Sha256;
import org.provgate.core.submission.ChecksumList;
import org.provgate.core.submission.ChecksumList.Fault;
import org.provgate.formats.tree.Shown;

/// Reads a list as `sha256sum` writes it: `HEX  path` or `HEX *path` a line, names relative to the list's own folder.
/// A line that begins with a backslash has `\\`, `\n` and `\r` in its name. Empty lines and lines that begin with `#`
/// are passed over, as `sha256sum --check` does.
public final class ChecksumListReader {

    public static final int MAX_BYTES = 64 * 1024 * 1024;

    public static final int MAX_ENTRIES = 500_000;

    /// How many faults are kept; reading stops there.
    public static final int MAX_FAULTS = 1000;

    private static final int LONGEST_NAME = 4096;

    private static final Pattern LINE = Pattern.compile("(\\\\?)([0-9a-fA-F]{64}) [ *](.+)", Pattern.DOTALL);

    private static final Pattern TAGGED = Pattern.compile("SHA256 \\(.*\\) = [0-9a-fA-F]{64}", Pattern.DOTALL);

    private static final Pattern OTHER_LENGTH = Pattern.compile("\\\\?([0-9a-fA-F]{8,128}) [ *].*", Pattern.DOTALL);

    private final String path;
    private final String folder;
    private final NavigableMap<String, Sha256> digests = new TreeMap<>();
    private final NavigableMap<String, Place> places = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private ChecksumListReader(String path) {
        this.path = path;
        this.folder = path.substring(0, path.lastIndexOf('/') + 1);
    }

    /// @param path of the list, relative to the submission's root
    public static ChecksumList read(String path, byte[] bytes) {
        ChecksumListReader reader = new ChecksumListReader(path);
        if (bytes.length > MAX_BYTES) {
            reader.fault(1, "the list has %,d bytes; %,d are read at most".formatted(bytes.length, MAX_BYTES));
        } else {
            reader.lines(bytes);
        }
        return new ChecksumList(path, reader.digests, reader.places, reader.faults);
    }

    /// Whether the first line that says anything is an entry.
    ///
    /// @param head the first bytes of a file
    public static boolean looksLikeList(byte[] head) {
        return new String(head, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .map(line -> LINE.matcher(line).matches())
                .orElse(false);
    }

    private void lines(byte[] bytes) {
        int from = startsWithMark(bytes) ? 3 : 0;
        long line = 0;
        while (from < bytes.length && faults.size() < MAX_FAULTS) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            line++;
            if (digests.size() == MAX_ENTRIES) {
                fault(line, "the list has more than %,d entries; the rest is not read".formatted(MAX_ENTRIES));
                return;
            }
            int last = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
            line(ByteBuffer.wrap(bytes, from, last - from), line);
            from = end + 1;
        }
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private void line(ByteBuffer bytes, long line) {
        if (!bytes.hasRemaining() || bytes.get(bytes.position()) == '#') {
            return;
        }
        if (bytes.remaining() > LONGEST_NAME + 100) {
            fault(line, "a line has %,d bytes; no name is that long".formatted(bytes.remaining()));
            return;
        }
        CharBuffer text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(bytes);
        } catch (CharacterCodingException _) {
            fault(line, "the line is not UTF-8");
            return;
        }
        Matcher entry = LINE.matcher(text);
        if (entry.matches()) {
            name(entry, line).ifPresent(name -> entry(name, entry.group(2), line));
        } else if (!text.toString().isBlank()) {
            fault(line, notAnEntry(text));
        }
    }

    private static String notAnEntry(CharBuffer text) {
        if (TAGGED.matcher(text).matches()) {
            return "the line has the form of `sha256sum --tag`; the digest is wanted first, then two spaces and the name";
        }
        Matcher other = OTHER_LENGTH.matcher(text);
        return other.matches()
                ? "the line begins with %d hexadecimal digits; a SHA-256 digest has 64"
                        .formatted(other.group(1).length())
                : "%s is no entry: 64 hexadecimal digits, two spaces and a name are wanted"
                        .formatted(Shown.quoted(text.toString()));
    }

    private Optional<String> name(Matcher entry, long line) {
        String written = entry.group(3);
        if (entry.group(1).isEmpty()) {
            return Optional.of(written);
        }
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != '\\') {
                name.append(c);
                continue;
            }
            int escaped = ++i < written.length() ? "\\nr".indexOf(written.charAt(i)) : -1;
            if (escaped < 0) {
                fault(
                        line,
                        "a backslash in %s begins an escape that `sha256sum` does not write"
                                .formatted(Shown.quoted(written)));
                return Optional.empty();
            }
            name.append("\\\n\r".charAt(escaped));
        }
        return Optional.of(name.toString());
    }

    private void entry(String name, String digest, long line) {
        if (name.startsWith("/")) {
            fault(
                    line,
                    "%s is an absolute path; names are relative to the list's folder".formatted(Shown.quoted(name)));
            return;
        }
        Optional<String> resolved = resolve(name);
        if (resolved.isEmpty()) {
            fault(line, "%s leads out of the submission".formatted(Shown.quoted(name)));
            return;
        }
        Place first = places.putIfAbsent(resolved.get(), Place.line(path, line));
        if (first != null) {
            fault(line, "%s is listed already on line %d".formatted(Shown.quoted(name), first.line()));
            return;
        }
        digests.put(resolved.get(), new Sha256(digest.toLowerCase(Locale.ROOT)));
    }

    /// The path from the submission's root; empty when it leads out of it, or names no file.
    private Optional<String> resolve(String name) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : (folder + name).split("/", -1)) {
            switch (segment) {
                case ".", "" -> {}
                case ".." -> {
                    if (segments.pollLast() == null) {
                        return Optional.empty();
                    }
                }
                default -> segments.addLast(segment);
            }
        }
        return segments.isEmpty() ? Optional.empty() : Optional.of(String.join("/", segments));
    }

    private void fault(long line, String message) {
        faults.add(new Fault(Place.line(path, line), message));
    }
}
