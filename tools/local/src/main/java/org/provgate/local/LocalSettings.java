package org.provgate.local;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.provgate.core.signing.Signer;

/// How a gate is started on this machine.
///
/// @param port of console and API; S3 has the next one. 0 for any two that are free
/// @param data folder that outlives the process; empty to keep everything in memory
/// @param signer of verdict documents
/// @param log hears of faults of the gate's own
public record LocalSettings(
        int port,
        Optional<Path> data,
        PolicyChoice policy,
        Optional<Signer> signer,
        InstantSource clock,
        PrintStream log) {

    public static final int USUAL_PORT = 8080;

    /// The policy that a gate starts with.
    public sealed interface PolicyChoice {

        /// The one that the gate had before, or the one that ships.
        record AsItWas() implements PolicyChoice {}

        /// @param typed as the person wrote it, for messages
        record FromFile(Path file, String typed) implements PolicyChoice {}

        record Written(String name, String text) implements PolicyChoice {}
    }

    /// Without a key: nobody signs verdict documents.
    public LocalSettings(int port, Optional<Path> data, PolicyChoice policy, InstantSource clock, PrintStream log) {
        this(port, data, policy, Optional.empty(), clock, log);
    }

    public LocalSettings withPolicy(PolicyChoice other) {
        return new LocalSettings(port, data, other, signer, clock, log);
    }
}
