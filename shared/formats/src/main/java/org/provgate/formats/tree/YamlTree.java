package org.provgate.formats.tree;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads one YAML document under the failsafe schema: every scalar is a text. What makes YAML tools disagree, or one
/// part of a document stand for another (anchors, aliases, tags, merge keys, several documents), is refused.
public final class YamlTree {

    private static final String STANDARD_TAG = "tag:yaml.org,2002:";

    private final SourceText source;
    private final Units units;
    private final TreeBuilder builder;

    private YamlTree(SourceText source, int from, int to) {
        this.source = source;
        this.units = new Units(source.text(), from, to);
        this.builder = new TreeBuilder(source);
    }

    public static TreeReading read(SourceText source) {
        return read(source, 0, source.text().length());
    }

    /// Reads a part of a file, such as the front matter of a card; places are those of the file.
    public static TreeReading read(SourceText source, int from, int to) {
        try {
            return new YamlTree(source, from, to).parse(source.text().substring(from, to), from, to);
        } catch (BrokenTree broken) {
            return broken.in(source);
        }
    }

    private TreeReading parse(String text, int from, int to) throws BrokenTree {
        refuseControlCharacters(from, to);
        refuseLongRuns(from, to);
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setParseComments(false)
                .setCodePointLimit(TreeLimits.BYTES)
                .build();
        int documents = 0;
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                if (event.getEventId() == Event.ID.DocumentStart && ++documents > 1) {
                    throw new BrokenTree(offset(event), "A second YAML document begins here; a file holds one");
                }
                take(event);
            }
        } catch (MarkedYamlEngineException fault) {
            throw YamlFaults.explain(fault, source, units);
        } catch (YamlEngineException fault) {
            throw new BrokenTree(from, YamlFaults.unmarked(fault));
        }
        Optional<Node> root = builder.root();
        return root.isEmpty() || (root.get() instanceof Scalar scalar && scalar.isNull())
                ? new TreeReading.Empty(source.at(from, ""))
                : new TreeReading.Read(root.get(), source.notices());
    }

    private void take(Event event) throws BrokenTree {
        switch (event.getEventId()) {
            case Alias -> {
                String name = ((AliasEvent) event).getAlias().getValue();
                throw new BrokenTree(
                        offset(event),
                        "%s is an alias, which is not read; write the value out".formatted(Shown.code("*" + name)));
            }
            case Scalar -> scalar((ScalarEvent) event);
            case MappingStart -> {
                begin((CollectionStartEvent) event, "map");
                builder.beginMapping(offset(event));
            }
            case SequenceStart -> {
                begin((CollectionStartEvent) event, "seq");
                builder.beginSequence(offset(event));
            }
            case MappingEnd, SequenceEnd -> builder.end();
            case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
        }
    }

    private void scalar(ScalarEvent event) throws BrokenTree {
        refuseAnchor(event);
        int offset = offset(event);
        Optional<String> tag = event.getTag();
        if (tag.isPresent()
                && !tag.get().equals(STANDARD_TAG + "str")
                && !tag.get().equals(STANDARD_TAG + "int")) {
            throw new BrokenTree(offset, refused(tag.get()));
        }
        if (!builder.awaitsKey()) {
            boolean plain = tag.map(name -> name.endsWith(":int")).orElseGet(event::isPlain);
            builder.scalar(event.getValue(), plain ? Scalar.Form.PLAIN : Scalar.Form.QUOTED, offset);
            return;
        }
        if (event.isPlain() && event.getValue().equals("<<")) {
            throw new BrokenTree(offset, "`<<` is a merge key, which is not read; write the members out");
        }
        builder.key(event.getValue(), offset);
    }

    private void begin(CollectionStartEvent event, String kind) throws BrokenTree {
        refuseAnchor(event);
        Optional<String> tag = event.getTag();
        if (tag.isPresent() && !tag.get().equals(STANDARD_TAG + kind)) {
            throw new BrokenTree(offset(event), refused(tag.get()));
        }
        if (builder.awaitsKey()) {
            throw new BrokenTree(
                    offset(event),
                    "A %s stands where a key is wanted; a key is a text"
                            .formatted(kind.equals("map") ? "mapping" : "list"));
        }
    }

    private void refuseAnchor(NodeEvent event) throws BrokenTree {
        if (event.getAnchor().isPresent()) {
            String name = event.getAnchor().get().getValue();
            throw new BrokenTree(
                    offset(event),
                    "%s is an anchor, which is not read; write the value out where it is needed"
                            .formatted(Shown.code("&" + name)));
        }
    }

    private static String refused(String tag) {
        String shown = tag.startsWith(STANDARD_TAG) ? "!!" + tag.substring(STANDARD_TAG.length()) : tag;
        return "The tag %s is not read here; of all tags only !!str, !!int, !!map and !!seq are, each on its own kind"
                .formatted(Shown.code(shown));
    }

    /// The engine refuses these too, but cannot say where they stand.
    private void refuseControlCharacters(int from, int to) throws BrokenTree {
        String text = source.text();
        int i = from;
        while (i < to) {
            int c = text.codePointAt(i);
            if (!StreamReader.isPrintable(c)) {
                throw new BrokenTree(i, "The character U+%04X may not stand in YAML".formatted(c));
            }
            i += Character.charCount(c);
        }
    }

    private void refuseLongRuns(int from, int to) throws BrokenTree {
        String text = source.text();
        int begun = from;
        boolean blank = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean space = c == ' ' || c == '\t';
            if (space != blank || c == '\n' || c == '\r' || ",[]{}\"'".indexOf(c) >= 0) {
                begun = i;
                blank = space;
            } else if (i - begun >= TreeLimits.YAML_RUN) {
                throw new BrokenTree(
                        begun,
                        "More than %,d %s stand here in a row"
                                .formatted(TreeLimits.YAML_RUN, blank ? "spaces" : "characters without a space"));
            }
        }
    }

    private int offset(Event event) {
        return event.getStartMark().map(Mark::getIndex).map(units::offsetOf).orElse(0);
    }

    /// Turns the engine's counts of code points into offsets of the text.
    static final class Units {

        private final String text;
        private final int from;
        private final boolean same;
        private int points;
        private int offset;

        Units(String text, int from, int to) {
            this.text = text;
            this.from = from;
            this.offset = from;
            this.same = text.codePointCount(from, to) == to - from;
        }

        int offsetOf(int index) {
            if (same) {
                return from + index;
            }
            if (index < points) {
                points = 0;
                offset = from;
            }
            while (points < index && offset < text.length()) {
                offset += Character.charCount(text.codePointAt(offset));
                points++;
            }
            return offset;
        }
    }

    /// What other YAML tools would read where we read a text; empty when they agree.
    public static Optional<String> otherReading(Scalar scalar) {
        return scalar.form() == Scalar.Form.PLAIN ? PlainScalars.otherReading(scalar.text()) : Optional.empty();
    }
}
