package org.provgate.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.provgate.embedded.Keep;

/// Where a gate keeps what outlives it, held by one process at a time.
sealed interface KeptFolder extends AutoCloseable {

    Keep objects();

    Keep ledger();

    /// Where a reader of the ledger's stream notes how far it came.
    Optional<Path> progress(String reader);

    @Override
    void close();

    static KeptFolder open(Optional<Path> folder) {
        return folder.<KeptFolder>map(Held::take).orElseGet(Nowhere::new);
    }

    /// Nothing outlives the process.
    record Nowhere() implements KeptFolder {

        @Override
        public Keep objects() {
            return new Keep.InMemory();
        }

        @Override
        public Keep ledger() {
            return new Keep.InMemory();
        }

        @Override
        public Optional<Path> progress(String reader) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    /// A folder with its lock. The system gives the lock back when the process ends, however it ends.
    record Held(Path folder, FileChannel channel) implements KeptFolder {

        static Held take(Path folder) {
            try {
                Files.createDirectories(folder);
                FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (!isLocked(channel)) {
                    channel.close();
                    throw new CannotStartException("the folder " + folder + " is in use by another gate");
                }
                return new Held(folder, channel);
            } catch (IOException fault) {
                throw new CannotStartException(
                        "the folder " + folder + " cannot be written: " + fault.getMessage(), fault);
            }
        }

        private static boolean isLocked(FileChannel channel) throws IOException {
            try {
                Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
                return lock.isPresent();
            } catch (OverlappingFileLockException here) {
                return false;
            }
        }

        @Override
        public Keep objects() {
            return new Keep.InFolder(folder.resolve("objects"));
        }

        @Override
        public Keep ledger() {
            return new Keep.InFolder(folder.resolve("ledger"));
        }

        @Override
        public Optional<Path> progress(String reader) {
            return Optional.of(folder.resolve("stream-" + reader));
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException fault) {
                throw new CannotStartException("the folder " + folder + " cannot be given back", fault);
            }
        }
    }
}
