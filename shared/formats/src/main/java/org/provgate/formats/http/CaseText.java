package org.provgate.formats.http;

import java.util.ArrayList;
import java.util.List;
import org.provgate.formats.report.Printable;
import org.provgate.formats.report.SteeringEscapes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers of a gate, read by a program that shows them to people. Nothing in them can steer a terminal.
public final class CaseText {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .characterEscapes(new SteeringEscapes())
                    .build())
            .build();

    private static final String BLANKS = "  ";

    private final JsonNode tree;

    private CaseText(JsonNode tree) {
        this.tree = tree;
    }

    /// An answer that is no JSON has no members.
    public static CaseText read(String answer) {
        try {
            return new CaseText(MAPPER.readTree(answer));
        } catch (JacksonException noJson) {
            return new CaseText(MAPPER.createObjectNode());
        }
    }

    /// A text or number of the document, or the empty text.
    public String get(String name) {
        return shown(tree.path(name));
    }

    /// A text as it is, not made fit for a terminal: a cursor that is sent back.
    public String exact(String name) {
        JsonNode text = tree.path(name);
        return text.isString() ? text.stringValue() : "";
    }

    /// A whole number of the document, or 0.
    public long number(String name) {
        return tree.path(name).asLong(0);
    }

    /// The texts of a list as they are, not made fit for a terminal.
    public List<String> texts(String name) {
        return tree.path(name).values().stream().map(text -> text.asString("")).toList();
    }

    public boolean flag(String name) {
        return tree.path(name).asBoolean(false);
    }

    /// A document of its own for each item.
    public List<CaseText> items(String name) {
        return tree.path(name).values().stream().map(CaseText::new).toList();
    }

    /// A member of a member.
    public String at(String pointer) {
        return shown(tree.at(pointer));
    }

    /// The document, with every item of other pages in place of its own.
    public static String joined(List<CaseText> pages) {
        var document = MAPPER.createObjectNode();
        var items = document.putArray("items");
        pages.forEach(page -> page.tree.path("items").values().forEach(items::add));
        document.putNull("next");
        return MAPPER.writeValueAsString(document);
    }

    /// An object of texts.
    ///
    /// @param members names and texts in turn
    public static String object(List<String> members) {
        var document = MAPPER.createObjectNode();
        for (int i = 0; i + 1 < members.size(); i += 2) {
            document.put(members.get(i), members.get(i + 1));
        }
        return MAPPER.writeValueAsString(document);
    }

    /// A rescan, with what it noted on all pages.
    public static String rescan(List<CaseText> pages) {
        CaseText first = pages.getFirst();
        List<String> lines = new ArrayList<>();
        lines.add("rescan " + first.get("id") + " of " + first.get("scope") + ": " + first.get("stage")
                + (first.flag("paused") ? ", paused" : "") + ", " + first.get("segmentsDone") + " of "
                + first.get("segments") + " parts");
        lines.add(BLANKS + first.at("/totals/looked") + " looked at, " + first.at("/totals/changed") + " changed, "
                + first.at("/totals/flipped") + " flipped, " + first.at("/totals/written") + " written, "
                + first.at("/totals/damaged") + " damaged");
        for (CaseText said : first.items("said")) {
            String reason = said.get("reason");
            lines.add(BLANKS + said.get("at") + "  " + said.get("word") + " by " + said.get("by")
                    + (reason.isEmpty() ? "" : ": " + reason));
        }
        if (first.get("stage").equals("asking")) {
            lines.add(BLANKS + "more than " + first.get("flipPercent")
                    + " % would flip; nothing is written until somebody confirms");
        }
        for (CaseText page : pages) {
            for (CaseText one : page.items("items")) {
                String to = one.get("to");
                lines.add(BLANKS + one.get("kind") + " " + one.get("id")
                        + (to.isEmpty() ? "" : ": " + one.get("from") + " → " + to) + " (" + one.get("cause") + ")");
            }
        }
        return text(lines);
    }

    /// The first page, with the items of all.
    public static String rescanJson(List<CaseText> pages) {
        var document = MAPPER.createObjectNode();
        pages.getFirst().tree.properties().forEach(member -> document.set(member.getKey(), member.getValue()));
        var items = document.putArray("items");
        pages.forEach(page -> page.tree.path("items").values().forEach(items::add));
        document.putNull("next");
        return MAPPER.writeValueAsString(document);
    }

    /// Parts of a coverage as one.
    public static String coverageJson(List<CaseText> pages) {
        var document = MAPPER.createObjectNode();
        for (String sum : List.of("stored", "decided", "storedBytes", "decidedBytes")) {
            document.put(sum, pages.stream().mapToLong(page -> page.number(sum)).sum());
        }
        var items = document.putArray("items");
        pages.forEach(page -> page.tree.path("items").values().forEach(items::add));
        return MAPPER.writeValueAsString(document);
    }

    /// A case as it stands.
    public String status() {
        List<String> lines = new ArrayList<>();
        String outcome = get("outcome");
        String state = get("state");
        lines.add(
                get("id") + ": " + state + (outcome.isEmpty() || outcome.equals(state) ? "" : ", by rule " + outcome));
        if (!get("releasedUntil").isEmpty()) {
            lines.add(BLANKS + "released until " + get("releasedUntil"));
        }
        if (flag("appealed")) {
            lines.add(BLANKS + "an appeal waits for its answer");
        }
        if (flag("proposed")) {
            lines.add(
                    BLANKS + "a ruling waits for a second operator: `provgate history` shows it, `provgate confirm` and"
                            + " `provgate decline` answer it");
        }
        String expected = at("/progress/expected");
        lines.add(
                BLANKS + at("/progress/arrived") + (expected.equals("0") ? "" : " of " + expected) + " objects arrived"
                        + (state.equals("receiving") ? "; decided at the latest at " + get("deadline") : ""));
        tree.at("/progress/missing").values().forEach(path -> lines.add(BLANKS + "awaited: " + shown(path)));
        for (CaseText finding : items("findings")) {
            String place = finding.get("file") + ":" + finding.get("line") + ":" + finding.get("column");
            lines.add(BLANKS + finding.get("severity") + " " + finding.get("code") + " " + finding.at("/subject/kind")
                    + ":" + finding.at("/subject/name") + " at " + place);
            lines.add(BLANKS + BLANKS + finding.get("message"));
            lines.add(BLANKS + BLANKS + finding.get("remedy"));
        }
        return text(lines);
    }

    /// A line for each case of a list.
    public String list() {
        List<String> lines = new ArrayList<>();
        for (CaseText one : items("items")) {
            String codes = String.join(
                    ", ",
                    one.tree.path("codes").values().stream()
                            .map(CaseText::shown)
                            .toList());
            lines.add("%-12s %s%s%s%s"
                    .formatted(
                            one.get("state"),
                            one.get("id"),
                            codes.isEmpty() ? "" : "  " + codes,
                            one.flag("appealed") ? "  (appealed)" : "",
                            one.flag("proposed") ? "  (waits for a second operator)" : ""));
        }
        return text(lines);
    }

    /// A line for each thing that happened.
    public String history() {
        List<String> lines = new ArrayList<>();
        items("items").forEach(item -> lines.add(item.happened()));
        return text(lines);
    }

    private String happened() {
        String at = get("at") + "  ";
        if (get("kind").equals("verdict")) {
            return at + "verdict " + get("verdict") + ": " + get("outcome") + " (" + get("cause") + ")";
        }
        StringBuilder line = new StringBuilder(at).append(deed()).append(" by ").append(get("by"));
        for (String name : List.of("code", "subject", "finding", "expires", "reason", "message")) {
            String value = get(name);
            if (!value.isEmpty()) {
                line.append("; ").append(name).append(' ').append(value);
            }
        }
        return line.toString();
    }

    private String deed() {
        String act = get("act").isEmpty() ? "" : " as act " + get("act");
        if (!get("proposes").isEmpty()) {
            return "proposed" + act + ": " + get("proposes");
        }
        if (!get("confirms").isEmpty()) {
            return get("kind") + " (proposed as act " + get("confirms") + ", confirmed)";
        }
        return get("declines").isEmpty() ? get("kind") : "declined act " + get("declines");
    }

    /// What a verb did.
    public String done() {
        String line = get("submission") + ": " + happened();
        return get("proposes").isEmpty()
                ? text(List.of(line))
                : text(List.of(
                        line,
                        BLANKS + "it counts once another operator says: provgate confirm " + get("submission") + " "
                                + get("act")));
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static String shown(JsonNode node) {
        return node.isString() || node.isNumber() ? Printable.line(node.asString("")) : "";
    }
}
