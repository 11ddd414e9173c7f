package org.provgate.formats.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.claim.Place;
import org.provgate.formats.tree.SourceText.Decoded;

class TreesTest {

    static final List<Arguments> brokenYaml = List.of(
            argumentSet("tab", "a:\n\tb: 1\n", "2:1 A tab stands where YAML wants spaces; indent with spaces only"),
            argumentSet(
                    "colon in a value",
                    "a: b: c",
                    "1:5 A `:` stands inside a value without quotation marks, or the line is indented too far; put the value in quotation marks"),
            argumentSet(
                    "open quote", "x: 1\na: 'b\nc: d", "2:4 The quotation mark that begins on line 2 is never closed"),
            argumentSet(
                    "bad escape",
                    "a: \"\\q\"",
                    "1:6 A backslash in double quotes begins an escape that YAML does not have; write \\\\ or use single quotes"),
            argumentSet(
                    "open list",
                    "x: 1\na: [1, 2",
                    "2:4 The `[` of line 2 is not closed, or a comma is missing before the end of the file"),
            argumentSet(
                    "missing comma",
                    "a: {b: 1 c: 2}",
                    "1:11 The `{` of line 1 is not closed, or a comma is missing before `:`"),
            argumentSet(
                    "no colon",
                    "a: 1\nb\nc: 2",
                    "2:1 This line has no `: ` after its key, or belongs to the text above and is not indented"),
            argumentSet(
                    "odd indentation",
                    "a:\n  - 1\n - 2",
                    "3:2 `-` does not fit the mapping that begins on line 1; the indentation differs, or text follows a closing quotation mark"),
            argumentSet(
                    "text after a quote",
                    "a: 'it's'",
                    "1:8 `s` does not fit the mapping that begins on line 1; the indentation differs, or text follows a closing quotation mark"),
            argumentSet(
                    "list on the key's line",
                    "a: - 1",
                    "1:4 A `- ` stands on the line of its key; begin the list on the next line"),
            argumentSet("at sign", "a: @b", "1:4 A value cannot begin with `@`; put it in quotation marks"),
            argumentSet(
                    "block header", "a: |x\n  y", "1:5 After `|` or `>` stands `x`; the text begins on the next line"),
            argumentSet(
                    "outdented",
                    "  a: 1\nb: 2",
                    "2:1 The document is already complete here; the line is indented less than those above, or does not belong to it"),
            argumentSet(
                    "anchor",
                    "a: &b c",
                    "1:4 `&b` is an anchor, which is not read; write the value out where it is needed"),
            argumentSet("alias", "a: *b", "1:4 `*b` is an alias, which is not read; write the value out"),
            argumentSet("merge key", "<<: {a: 1}", "1:1 `<<` is a merge key, which is not read; write the members out"),
            argumentSet(
                    "tag",
                    "a: !!float 1",
                    "1:4 The tag `!!float` is not read here; of all tags only !!str, !!int, !!map and !!seq are, each on its own kind"),
            argumentSet(
                    "tag on another kind",
                    "a: !!map [1]",
                    "1:4 The tag `!!map` is not read here; of all tags only !!str, !!int, !!map and !!seq are, each on its own kind"),
            argumentSet(
                    "unknown handle",
                    "a: !e!x 1",
                    "1:4 A tag begins here whose handle nobody declared; tags are not read here"),
            argumentSet("two documents", "a: 1\n---\nb: 2", "2:1 A second YAML document begins here; a file holds one"),
            argumentSet(
                    "twice",
                    "a: 1\nb: 2\na: 3",
                    "3:1 The key `a` stands twice in one mapping; it is already on line 1"),
            argumentSet("list as key", "[a]: 1", "1:1 A list stands where a key is wanted; a key is a text"),
            argumentSet("version", "%YAML 2.0\n---\na: 1", "1:1 The %YAML line asks for a version other than 1.x"),
            argumentSet("control character", "a: \u0007", "1:4 The character U+0007 may not stand in YAML"));

    @ParameterizedTest
    @FieldSource("brokenYaml")
    void brokenYamlSaysWhatAndWhere(String text, String expected) {
        assertThat(outcome(YamlTree.read(SourceText.of("x.yaml", text)))).isEqualTo(expected);
    }

    static final List<Arguments> brokenJson = List.of(
            argumentSet(
                    "trailing comma in a mapping",
                    "{\"a\": 1,\n}",
                    "1:8 A comma stands before `}`; JSON has no trailing commas"),
            argumentSet(
                    "trailing comma in a list", "[1,]", "1:3 A comma stands before `]`; JSON has no trailing commas"),
            argumentSet("comment", "{\"a\": 1 // b\n}", "1:9 A comment stands here; JSON has none"),
            argumentSet("comment first", "// b\n{}", "1:1 A comment stands here; JSON has none"),
            argumentSet("comment last", "{} # b", "1:4 A comment stands here; JSON has none"),
            argumentSet("comment after a key", "{\"a\": /* b */ 1}", "1:7 A comment stands here; JSON has none"),
            argumentSet("NaN", "{\"a\": NaN}", "1:7 NaN is no number of JSON"),
            argumentSet("infinity", "{\"a\": -Infinity}", "1:7 -Infinity is no number of JSON"),
            argumentSet("Python", "{\"a\": None}", "1:7 JSON writes `null`, not `None`"),
            argumentSet("bare word", "{\"a\": yes}", "1:7 `yes` stands without double quotes"),
            argumentSet("bare key", "{a: 1}", "1:2 The key `a` stands without double quotes"),
            argumentSet("single quotes", "{'a': 1}", "1:2 `'` stands where JSON wants a double quote (\")"),
            argumentSet("curly quotes", "{\"a\": “b”}", "1:7 `“` stands where JSON wants a double quote (\")"),
            argumentSet("no colon", "{\"a\" 1}", "1:6 A colon is missing between a key and `1`"),
            argumentSet("no value", "{\"a\":}", "1:6 A key has no value before `}`"),
            argumentSet("no comma", "{\"a\": 1\n \"b\": 2}", "2:2 A comma is missing before `\"`"),
            argumentSet(
                    "line end in a text",
                    "{\"a\": \"b\nc\"}",
                    "1:9 A line ends inside a text; write \\n, or close the double quote"),
            argumentSet(
                    "tab in a text",
                    "{\"a\": \"b\tc\"}",
                    "1:9 The control character U+0009 stands inside a text; write \\u0009"),
            argumentSet(
                    "escape",
                    "{\"a\": \"\\q\"}",
                    "1:8 A backslash begins an escape that JSON does not have; write \\\\ for a backslash"),
            argumentSet("open text", "{\"a\": \"b", "1:7 The double quote that begins here is never closed"),
            argumentSet("open list", "{\"a\":\n[1, 2", "2:6 The file ends before the `[` of line 2 is closed"),
            argumentSet("wrong bracket", "{\"a\": [1}", "1:9 `}` closes the `[` of line 1; one of the two is missing"),
            argumentSet(
                    "leading zero",
                    "{\"a\": 01}",
                    "1:7 `01` is no number of JSON; write it without leading zeros, signs of plus and loose points, or in double quotes"),
            argumentSet("two values", "{} {}", "1:4 The JSON value is complete before this; a file holds one"),
            argumentSet("text after", "{} x", "1:4 The JSON value is complete before this; a file holds one"),
            argumentSet(
                    "twice",
                    "{\"a\": 1,\n \"a\": 2}",
                    "2:2 The key `a` stands twice in one mapping; it is already on line 1"),
            argumentSet("YAML", "a: 1", "1:1 `a` stands without double quotes"));

    @ParameterizedTest
    @FieldSource("brokenJson")
    void brokenJsonSaysWhatAndWhere(String text, String expected) {
        assertThat(outcome(JsonTree.read(SourceText.of("x.json", text)))).isEqualTo(expected);
    }

    @Test
    void nothingIsEmptyAndNotBroken() {
        assertThat(outcome(YamlTree.read(SourceText.of("x.yaml", "# only a comment\n---\n"))))
                .isEqualTo("empty");
        assertThat(outcome(YamlTree.read(SourceText.of("x.yaml", "~")))).isEqualTo("empty");
        assertThat(outcome(JsonTree.read(SourceText.of("x.json", " \r\n")))).isEqualTo("empty");
    }

    @Test
    void plainScalarsAreTexts() {
        Mapping root =
                (Mapping) read(YamlTree.read(SourceText.of("x.yaml", "a: 1.10\nno: 0x1F\nb: 2026-05-04\nc: off\n")));

        assertThat(root.members().keySet()).containsExactly("a", "no", "b", "c");
        assertThat(root.members().values())
                .extracting(node -> ((Scalar) node).text())
                .containsExactly("1.10", "0x1F", "2026-05-04", "off");
        assertThat(root.members().values()).allMatch(node -> ((Scalar) node).isText());
    }

    @Test
    void onlyNullIsNoText() {
        Mapping root = (Mapping) read(YamlTree.read(SourceText.of("x.yaml", "a:\nb: ~\nc: null\nd: 'null'\ne: ''\n")));

        assertThat(root.members().values())
                .extracting(node -> ((Scalar) node).isNull())
                .containsExactly(true, true, true, false, false);
    }

    static final List<Arguments> otherReadings = List.of(
            argumentSet("boolean", "a boolean", List.of("no", "Off", "YES", "true", "y")),
            argumentSet(
                    "number",
                    "a number",
                    List.of(
                            "1.10",
                            "2026",
                            "1_000",
                            "0x1F",
                            "017",
                            "0o17",
                            "0b1",
                            "1234e56",
                            "9e107",
                            "12:30:45",
                            ".5",
                            "-.inf",
                            ".nan",
                            "1.")),
            argumentSet("point in time", "a point in time", List.of("2026-05-04T10:00:00Z", "2026-05-04 10:00:00")),
            argumentSet(
                    "text",
                    "",
                    List.of(
                            "2026-05-04",
                            "2026-05",
                            "1.2.3",
                            "none",
                            "9c1f0a7d",
                            "v1",
                            "-",
                            "e5",
                            "1:99",
                            "1".repeat(201))));

    @ParameterizedTest
    @FieldSource("otherReadings")
    void itIsKnownWhatOtherToolsRead(String expected, List<String> texts) {
        for (String text : texts) {
            assertThat(PlainScalars.otherReading(text).orElse("")).as(text).isEqualTo(expected);
        }
    }

    @Test
    void placesSurviveFoldingFlowAndSurrogatePairs() {
        Node root = read(YamlTree.read(SourceText.of("x.yaml", """
                text: >
                  folded over
                  two lines
                flow: {a: "😀😀", b: [1,
                   2]}
                "qu/o~ted": |
                  block
                last: x
                """)));

        assertThat(places(root))
                .containsExactly(
                        "/text 1:7",
                        "/flow 4:7",
                        "/flow/a 4:11",
                        "/flow/b 4:22",
                        "/flow/b/0 4:23",
                        "/flow/b/1 5:4",
                        "/qu~1o~0ted 6:13",
                        "/last 8:7");
    }

    @Test
    void placesAreThoseOfTheFileWhateverItsLineEndsAndMark() {
        String text = "a: 1\nb:\n  - c: 2\n";
        List<String> expected = List.of("/a 1:4", "/b 3:3", "/b/0 3:5", "/b/0/c 3:8");

        for (String file : List.of(text, text.replace("\n", "\r\n"), text.replace("\n", "\r"), "\uFEFF" + text)) {
            assertThat(places(read(YamlTree.read(decoded(file, StandardCharsets.UTF_8)))))
                    .isEqualTo(expected);
        }
        SourceText wide = decoded("\uFEFF" + text, StandardCharsets.UTF_16LE);
        assertThat(places(read(YamlTree.read(wide)))).isEqualTo(expected);
        assertThat(wide.notices())
                .extracting(SourceText.Notice::message)
                .containsExactly("The file is written in UTF-16LE; other tools expect UTF-8");
        assertThat(places(read(YamlTree.read(decoded("\uFEFF" + text, Charset.forName("UTF-32BE"))))))
                .isEqualTo(expected);
    }

    @Test
    void jsonPlacesAreThoseOfTheValuesAndOfTheirNames() {
        Node root = read(JsonTree.read(SourceText.of("x.json", "{\"a\": 1,\r\n  \"b\" : [\"😀\", {\"c\":\n true}]}")));

        assertThat(places(root)).containsExactly("/a 1:7", "/b 2:9", "/b/0 2:10", "/b/1 2:16", "/b/1/c 3:2");
        assertThat(((Mapping) root).get("b").orElseThrow().namedAt()).isEqualTo(new Place("x.json", "/b", 2, 3));
    }

    @Test
    void aPartOfAFileHasThePlacesOfTheFile() {
        SourceText card = SourceText.of("README.md", "---\nlicense: mit\nx: [\"😀\", y]\n---\n# Title\n");

        assertThat(places(read(YamlTree.read(card, 4, 30))))
                .containsExactly("/license 2:10", "/x 3:4", "/x/0 3:5", "/x/1 3:11");
        assertThat(outcome(YamlTree.read(SourceText.of("README.md", "---\na: b: c\n---\n"), 4, 12)))
                .startsWith("2:5 ");
    }

    private static SourceText decoded(String text, Charset charset) {
        return ((Decoded.Text) SourceText.decode("x.yaml", text.getBytes(charset))).source();
    }

    private static Node read(TreeReading reading) {
        return ((TreeReading.Read) reading).root();
    }

    private static List<String> places(Node node) {
        return switch (node) {
            case Mapping mapping ->
                mapping.members().values().stream()
                        .flatMap(child -> withChildren(child).stream())
                        .toList();
            case Sequence list ->
                list.items().stream()
                        .flatMap(child -> withChildren(child).stream())
                        .toList();
            case Scalar _ -> List.of();
        };
    }

    private static List<String> withChildren(Node node) {
        Place at = node.at();
        return Stream.concat(
                        Stream.of("%s %d:%d".formatted(at.pointer(), at.line(), at.column())), places(node).stream())
                .toList();
    }

    private static String outcome(TreeReading reading) {
        return switch (reading) {
            case TreeReading.Read(Node root, var _) -> root.inWords();
            case TreeReading.Empty _ -> "empty";
            case TreeReading.Broken(Place at, String message) -> "%d:%d %s".formatted(at.line(), at.column(), message);
        };
    }
}
