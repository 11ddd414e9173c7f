package org.provgate.cli.folder;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// How far an inspection has come, on a terminal only.
public interface Progress {

    void begin(List<FoundFile> files);

    /// One more file of that size is done. Called from several threads.
    void done(long bytes);

    void end();

    static Progress silent() {
        return new Progress() {
            @Override
            public void begin(List<FoundFile> files) {}

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

        private final PrintStream terminal;
        private final String doing;
        private final LongSupplier nanos;
        private final AtomicLong files = new AtomicLong();
        private final AtomicLong bytes = new AtomicLong();
        private final AtomicLong drawn = new AtomicLong();
        private long began;
        private int total;

        private Line(PrintStream terminal, String doing, LongSupplier nanos) {
            this.terminal = terminal;
            this.doing = doing;
            this.nanos = nanos;
        }

        @Override
        public void begin(List<FoundFile> found) {
            began = nanos.getAsLong();
            total = found.size();
            files.set(0);
            bytes.set(0);
            drawn.set(began);
        }

        @Override
        public void done(long size) {
            long count = files.incrementAndGet();
            long read = bytes.addAndGet(size);
            long now = nanos.getAsLong();
            long last = drawn.get();
            if (now - began > PATIENCE && now - last > BETWEEN && drawn.compareAndSet(last, now)) {
                double seconds = (now - began) / 1e9;
                terminal.print("\r\u001b[K%s %,d of %,d files, %.1f MB, %.0f MB/s"
                        .formatted(doing, count, total, read / 1e6, read / 1e6 / seconds));
                terminal.flush();
            }
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
