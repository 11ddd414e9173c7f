package org.provgate.formats.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.provgate.formats.export.ExportLine.Case;
import org.provgate.formats.export.ExportLine.Damaged;
import org.provgate.formats.export.ExportLine.End;
import org.provgate.formats.export.ExportLine.Head;
import org.provgate.formats.export.ExportLine.Item;
import org.provgate.formats.export.LineReader.Next;

/// Reads an export submission by submission. What cannot be read is told with its line and passed over; no more than
/// one submission is in memory.
public final class ExportReader {

    /// Objects of one submission; a gate takes no more.
    static final int OBJECT_LIMIT = 200_000;

    private final LineReader lines;
    private final Receiver receiver;
    private Optional<Case> begun = Optional.empty();
    private final List<Item> items = new ArrayList<>();
    private boolean ended;
    private long number;
    private long whole;

    private ExportReader(InputStream in, Receiver receiver) {
        this.lines = new LineReader(in);
        this.receiver = receiver;
    }

    /// Told of everything in an export, in its order.
    public interface Receiver {

        void submission(Case one, List<Item> objects);

        /// @param line counts from 1
        void unreadable(long line, String why);

        /// What the gate that wrote the export could not read itself.
        void damaged(Damaged damaged);
    }

    /// @return submissions that were read whole
    /// @throws UnreadableLineException when it is no export at all, or one of another form
    public static long read(InputStream in, Receiver receiver) throws IOException {
        return new ExportReader(in, receiver).all();
    }

    private long all() throws IOException {
        while (true) {
            number++;
            switch (lines.next()) {
                case Next.Over _ -> {
                    finish();
                    if (!ended) {
                        receiver.unreadable(number, "the export breaks off: its end is missing");
                    }
                    return whole;
                }
                case Next.TooLong _ -> unreadable("the line is longer than " + LineReader.LINE_LIMIT + " bytes");
                case Next.Line(byte[] bytes) -> line(bytes);
            }
        }
    }

    private void line(byte[] bytes) {
        if (number == 1) {
            head(bytes);
            return;
        }
        ExportLine line;
        try {
            line = ExportLines.read(bytes);
        } catch (UnreadableLineException fault) {
            unreadable(String.valueOf(fault.getMessage()));
            return;
        }
        switch (line) {
            case Head _ -> unreadable("a second head");
            case Case one -> {
                finish();
                begun = Optional.of(one);
            }
            case Item item -> item(item);
            case Damaged damaged -> receiver.damaged(damaged);
            case End end -> end(end);
        }
    }

    private static void head(byte[] bytes) {
        if (!(ExportLines.read(bytes) instanceof Head)) {
            throw new UnreadableLineException("it does not begin as an export does");
        }
    }

    /// An object whose submission could not be read is lost with it.
    private void item(Item item) {
        if (begun.isEmpty() || !begun.get().name().equals(item.of())) {
            receiver.unreadable(number, "an object of " + item.of() + ", which is not the submission before it");
        } else if (items.size() < OBJECT_LIMIT) {
            items.add(item);
        }
    }

    private void end(End end) {
        finish();
        ended = true;
        if (end.submissions() != whole) {
            receiver.unreadable(number, "%d submissions were written and %d read".formatted(end.submissions(), whole));
        }
    }

    private void unreadable(String why) {
        receiver.unreadable(number, why);
    }

    /// A decision on some of its objects would be a wrong one.
    private void finish() {
        begun.ifPresent(one -> {
            if (items.size() == one.objects()) {
                whole++;
                receiver.submission(one, List.copyOf(items));
            } else {
                receiver.unreadable(
                        number - 1,
                        "%s is passed over: %d of its %d objects can be read"
                                .formatted(one.name(), items.size(), one.objects()));
            }
        });
        begun = Optional.empty();
        items.clear();
    }
}
