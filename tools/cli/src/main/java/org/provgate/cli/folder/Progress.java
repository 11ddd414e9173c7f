package org.provgate.cli.folder;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// How far the work on files has come, on a terminal only. Told from several threads.
public interface Progress {

    void begin(List<FoundFile> files);

    /// So many bytes more of some file are behind us.
    void passed(long bytes);

    /// One more file is done.
    ///
    /// @param bytes of it that were not yet told as passed
    void done(long bytes);

    void end();

    static Progress silent() {
        return new Progress() {
            @Override
            public void begin(List<FoundFile> files) {}

            @Override
            public void passed(long bytes) {}

            @Override
            public void done(long bytes) {}

            @Override
            public void end() {}
        };
    }

    /// @param doing what is done to the files
    /// @param nanos a running count of nanoseconds
    static Progress on(PrintStream terminal, String doing, LongSupplier nanos) {
        return new Line(terminal, doing, nanos);
    }

    /// One line, drawn again at most ten times a second.
    final class Line implements Progress {

        private static final long BETWEEN = 100_000_000;

        /// Short work is over before anybody can read a line about it.
        private static final long PATIENCE = 400_000_000;

        private static final int WIDTH = 24;

        private final PrintStream terminal;
        private final String doing;
        private final LongSupplier nanos;
        private final AtomicLong files = new AtomicLong();
        private final AtomicLong bytes = new AtomicLong();
        private final AtomicLong drawn = new AtomicLong();
        private long began;
        private int allFiles;
        private long allBytes;

        private Line(PrintStream terminal, String doing, LongSupplier nanos) {
            this.terminal = terminal;
            this.doing = doing;
            this.nanos = nanos;
        }

        @Override
        public void begin(List<FoundFile> found) {
            began = nanos.getAsLong();
            allFiles = found.size();
            allBytes = found.stream()
                    .mapToLong(file -> file instanceof FoundFile.Regular(var _, var _, long size) ? size : 0)
                    .sum();
            files.set(0);
            bytes.set(0);
            drawn.set(began);
        }

        @Override
        public void passed(long more) {
            bytes.addAndGet(more);
            drawnSometimes();
        }

        @Override
        public void done(long more) {
            files.incrementAndGet();
            passed(more);
        }

        private void drawnSometimes() {
            long now = nanos.getAsLong();
            long last = drawn.get();
            if (now - began > PATIENCE && now - last > BETWEEN && drawn.compareAndSet(last, now)) {
                draw((now - began) / 1e9);
            }
        }

        private void draw(double seconds) {
            long read = Math.min(allBytes, bytes.get());
            double share = allBytes == 0 ? 1 : (double) read / allBytes;
            int full = (int) (share * WIDTH);
            terminal.print("\r\u001b[K%s [%s%s] %.0f %%, %,d of %,d files, %.1f of %.1f MB, %.0f MB/s"
                    .formatted(
                            doing,
                            "#".repeat(full),
                            ".".repeat(WIDTH - full),
                            share * 100,
                            files.get(),
                            allFiles,
                            read / 1e6,
                            allBytes / 1e6,
                            read / 1e6 / seconds));
            terminal.flush();
        }

        @Override
        public void end() {
            if (drawn.get() != began) {
                terminal.print("\r\u001b[K");
                terminal.flush();
            }
        }
    }
}
