package org.provgate.formats.mend;

import java.util.Optional;
import org.provgate.formats.tree.TreeLimits;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// Where the values of a YAML text stand. The text has been read as a manifest before and is known to be sound.
final class WrittenYaml {

    private final String text;
    private final int[] offsets;
    private final Written.Builder builder = new Written.Builder();

    private WrittenYaml(String text) {
        this.text = text;
        this.offsets = offsets(text);
    }

    static Optional<Written> of(String text) {
        return new WrittenYaml(text).parse();
    }

    private Optional<Written> parse() {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setParseComments(false)
                .setCodePointLimit(TreeLimits.BYTES)
                .build();
        for (Event event : new Parse(settings).parseString(text)) {
            take(event);
        }
        return builder.root();
    }

    private void take(Event event) {
        switch (event.getEventId()) {
            case MappingStart -> builder.begin(start(event), ((CollectionStartEvent) event).isFlow(), true);
            case SequenceStart -> builder.begin(start(event), ((CollectionStartEvent) event).isFlow(), false);
            case MappingEnd, SequenceEnd -> builder.end(end(event));
            case Scalar -> scalar((ScalarEvent) event);
            case Alias, Comment, StreamStart, StreamEnd, DocumentStart, DocumentEnd -> {}
        }
    }

    private void scalar(ScalarEvent event) {
        int start = start(event);
        int end = end(event);
        if (event.getScalarStyle() == ScalarStyle.LITERAL || event.getScalarStyle() == ScalarStyle.FOLDED) {
            while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
        }
        if (builder.awaitsName()) {
            builder.name(event.getValue(), start, end);
        } else {
            builder.single(start, end);
        }
    }

    private int start(Event event) {
        return event.getStartMark().map(Mark::getIndex).map(this::offset).orElse(0);
    }

    private int end(Event event) {
        return event.getEndMark().map(Mark::getIndex).map(this::offset).orElse(0);
    }

    private int offset(int point) {
        return offsets.length == 0 ? point : offsets[Math.min(point, offsets.length - 1)];
    }

    /// The parser counts code points; where each begins, unless all take one unit.
    private static int[] offsets(String text) {
        int points = text.codePointCount(0, text.length());
        if (points == text.length()) {
            return new int[0];
        }
        int[] offsets = new int[points + 1];
        int at = 0;
        for (int i = 0; i < points; i++) {
            offsets[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        offsets[points] = at;
        return offsets;
    }
}
