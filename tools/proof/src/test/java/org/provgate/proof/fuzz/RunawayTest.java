package org.provgate.proof.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Inputs that make a careless reader work with the square of their length or worse, for each reader there is.
class RunawayTest {

    /// Of a processor; a careless reader takes minutes.
    private static final long LONGEST_MILLIS = 5_000;

    private static final int SIZE = 2_000_000;

    /// An interface takes a megabyte at most.
    private static final Set<FuzzTarget> SMALL = EnumSet.of(FuzzTarget.API);

    @ParameterizedTest
    @EnumSource
    void noShapeOfInputTakesMoreThanItsLengthDeserves(FuzzTarget target) {
        Reader reader = target.reader();
        List<String> slow = new ArrayList<>();
        shapes(target).forEach((name, text) -> {
            byte[] input = text.getBytes(StandardCharsets.UTF_8);
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            reader.read(input);
            long millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1_000_000;
            if (millis > LONGEST_MILLIS) {
                slow.add("%s: %d ms".formatted(name, millis));
            }
        });
        assertThat(slow).as("shapes that take %s too long", target.word()).isEmpty();
    }

    private static Map<String, String> shapes(FuzzTarget target) {
        int size = SMALL.contains(target) ? SIZE / 4 : SIZE;
        String before = switch (target) {
            case API -> "POST /policy/preview\n\n";
            case CARD -> "---\nlicense: mit\n";
            default -> "";
        };
        Map<String, String> shapes = new LinkedHashMap<>();
        each(shapes, "lists", size, i -> "[");
        each(shapes, "mappings", size, i -> "{\"a\":");
        each(shapes, "list after list", size, i -> "[],");
        each(shapes, "quotes", size, i -> "\"");
        each(shapes, "escapes", size, i -> "\\");
        each(shapes, "quoted escapes", size, i -> "\"\\\\\",");
        each(shapes, "keys of JSON", size, i -> (i == 0 ? "{" : ",") + "\"k" + i + "\": \"v\"");
        each(shapes, "the same key", size, i -> (i == 0 ? "{" : ",") + "\"@id\": \"x\"");
        each(shapes, "items of JSON", size, i -> (i == 0 ? "{\"files\": [" : ",") + "{\"path\": \"p" + i + "\"}");
        each(
                shapes,
                "nodes of a graph",
                size,
                i -> (i == 0 ? "{\"@graph\": [" : ",") + "{\"@id\": \"n" + i
                        + "\", \"prov:wasDerivedFrom\": {\"@id\": \"n" + (i + 1) + "\"}}");
        each(shapes, "keys of YAML", size, i -> "k" + i + ": v\n");
        each(shapes, "steps of YAML", size, i -> i < 900 ? " ".repeat(i) + "a:\n" : "#\n");
        each(shapes, "anchors", size, i -> "- &a" + i + " [*a" + (i - 1) + "]\n");
        each(shapes, "dashes", size, i -> "- ");
        each(shapes, "documents", size, i -> "---\n");
        each(shapes, "long lines", size, i -> "word ");
        each(shapes, "one word", size, i -> "a");
        each(shapes, "empty lines", size, i -> "\n");
        each(shapes, "carriage returns", size, i -> "\r");
        each(shapes, "commas", size, i -> ",");
        each(shapes, "tabs", size, i -> "\t");
        each(shapes, "quoted commas", size, i -> "\",\"\"");
        each(shapes, "brackets and ors", size, i -> "(MIT OR ");
        each(shapes, "licences", size, i -> "MIT AND ");
        each(shapes, "digits", size, i -> "9");
        each(shapes, "checksums", size, i -> "a".repeat(64) + "  p" + i + "\n");
        each(shapes, "records", size, i -> (i == 0 ? "{\"Records\": [" : ",") + "{}");
        each(shapes, "combining marks", size / 2, i -> "\u0301");
        each(shapes, "zero width", size / 3, i -> "\u200b");
        each(shapes, "openings", size, i -> "i am an ai ");
        each(shapes, "names", size, i -> "openai claude gpt-4 ");
        each(shapes, "fences", size, i -> "```\n");
        shapes.replaceAll((name, text) -> before + text);
        return shapes;
    }

    private static void each(Map<String, String> shapes, String name, int size, IntFunction<String> piece) {
        int length = Math.max(1, piece.apply(1_000).length());
        shapes.put(name, IntStream.range(0, size / length).mapToObj(piece).collect(Collectors.joining()));
    }
}
