package org.provgate.local.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How far a reader came in each shard, in a file where one is given. Without it everything is read again, and every
/// step may be repeated.
final class StreamProgress {

    private static final String DONE = "done";

    private final Map<String, String> reached;
    private final Optional<Path> file;

    private StreamProgress(Map<String, String> reached, Optional<Path> file) {
        this.reached = reached;
        this.file = file;
    }

    static StreamProgress in(Optional<Path> file) {
        Map<String, String> reached = new TreeMap<>();
        file.filter(Files::exists).ifPresent(there -> {
            try {
                Files.readAllLines(there).stream()
                        .map(line -> line.split(" ", 2))
                        .filter(words -> words.length == 2)
                        .forEach(words -> reached.put(words[0], words[1]));
            } catch (IOException unreadable) {
                reached.clear();
            }
        });
        return new StreamProgress(reached, file);
    }

    /// The number of the last record that was settled; empty before the first.
    String of(String shard) {
        return reached.getOrDefault(shard, "");
    }

    boolean isDone(String shard) {
        return of(shard).equals(DONE);
    }

    void done(String shard) {
        reached(shard, DONE);
    }

    void reached(String shard, String sequence) {
        if (!sequence.equals(reached.put(shard, sequence))) {
            save();
        }
    }

    void forgetAllBut(Collection<String> shards) {
        if (reached.keySet().retainAll(shards)) {
            save();
        }
    }

    private void save() {
        file.ifPresent(to -> {
            Path unfinished = to.resolveSibling(to.getFileName() + ".tmp");
            try {
                Files.writeString(
                        unfinished,
                        reached.entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                                .collect(Collectors.joining()));
                Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        });
    }
}
