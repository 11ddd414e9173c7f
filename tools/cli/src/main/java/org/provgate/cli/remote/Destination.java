package org.provgate.cli.remote;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.provgate.core.facts.Sha256;

/// Where a submission is sent, and where its verdict shows.
public interface Destination extends AutoCloseable {

    /// @param path inside the submission
    record Piece(String path, Path file, long size, Sha256 sha256) {}

    /// What the gate said.
    ///
    /// @param accepted whether readers are let in
    /// @param text for people
    /// @param json for programs
    record Answer(boolean accepted, String text, String json) {}

    /// Before anything is sent.
    ///
    /// @return paths of pieces that lie there already and need not be sent again
    Set<String> prepare(List<Piece> pieces);

    /// Called from several threads.
    void put(Piece piece);

    /// The verdict on what was sent; empty while there is none.
    Optional<Answer> verdict();

    @Override
    void close();
}
