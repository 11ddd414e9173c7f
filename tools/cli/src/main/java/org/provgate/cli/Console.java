package org.provgate.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// What a command may touch of the world it was started in.
///
/// @param terminal whether a person watches standard error
/// @param colour whether standard output shows colours
/// @param folder the folder the command was started in
public record Console(
        PrintStream out, PrintStream err, boolean terminal, boolean colour, Path folder, InstantSource clock) {

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// A path as it was typed, seen from the folder the command was started in.
    public Path path(String typed) {
        return folder.resolve(typed);
    }
}
