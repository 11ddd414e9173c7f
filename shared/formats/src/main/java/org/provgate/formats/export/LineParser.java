package org.provgate.formats.export;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.policy.Waiver;
import org.provgate.core.submission.SubmissionName;
import org.provgate.core.submission.Upstream;
import org.provgate.formats.export.ExportLine.Text;
import org.provgate.formats.facts.FactsCodec;
import org.provgate.formats.facts.UnreadableFactsException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what [ExportLines] writes. A line tells by its first member what it is.
final class LineParser {

    static final String HEAD = "provgateFacts";
    static final String SUBMISSION = "submission";
    static final String OBJECT_OF = "objectOf";
    static final String DAMAGED = "damaged";
    static final String END = "end";

    private static final int NESTING_LIMIT = 10;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(NESTING_LIMIT)
                            .maxDocumentLength(LineReader.LINE_LIMIT)
                            .maxStringLength(LineReader.LINE_LIMIT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LineParser() {}

    static ExportLine parse(byte[] line) {
        try {
            JsonNode tree = MAPPER.readTree(line);
            if (!tree.isObject() || tree.isEmpty()) {
                throw new UnreadableLineException("it is no JSON object");
            }
            String first = tree.propertyNames().iterator().next();
            return switch (first) {
                case HEAD -> head(tree);
                case SUBMISSION -> submission(tree);
                case OBJECT_OF -> item(tree);
                case DAMAGED -> new ExportLine.Damaged(text(tree, DAMAGED), text(tree, "why"));
                case END ->
                    new ExportLine.End(number(tree, "submissions"), number(tree, "objects"), number(tree, "damaged"));
                default -> throw new UnreadableLineException("it begins with \"" + first + "\"");
            };
        } catch (JacksonException fault) {
            throw new UnreadableLineException("it is no JSON: " + fault.getOriginalMessage(), fault);
        } catch (UnreadableFactsException | IllegalArgumentException | ArithmeticException | DateTimeException fault) {
            throw new UnreadableLineException(String.valueOf(fault.getMessage()), fault);
        }
    }

    private static ExportLine head(JsonNode tree) {
        long form = number(tree, HEAD);
        if (form != ExportLine.FORM) {
            throw new UnreadableLineException("it is of form " + form + ", known is " + ExportLine.FORM);
        }
        return new ExportLine.Head(text(tree, "engine"));
    }

    private static ExportLine submission(JsonNode tree) {
        JsonNode verdict = tree.path("verdict");
        return new ExportLine.Case(
                name(tree, SUBMISSION),
                text(tree, "state"),
                Math.toIntExact(number(tree, "objects")),
                verdict.isObject() ? Optional.of(ruling(verdict)) : Optional.empty(),
                items(tree, "waivers", LineParser::waiver),
                items(tree, "upstream", LineParser::upstream));
    }

    private static ExportLine.Ruling ruling(JsonNode tree) {
        return new ExportLine.Ruling(
                Math.toIntExact(number(tree, "number")), text(tree, "outcome"), items(tree, "errors", code -> {
                    if (!code.isString()) {
                        throw new UnreadableLineException("a code is no text");
                    }
                    return code.stringValue();
                }));
    }

    private static Waiver waiver(JsonNode tree) {
        return new Waiver(
                new RuleCode(text(tree, "code")),
                text(tree, "dataset"),
                text(tree, "subject"),
                text(tree, "reason"),
                text(tree, "approver"),
                LocalDate.parse(text(tree, "expires")));
    }

    private static Upstream upstream(JsonNode tree) {
        return new Upstream(
                name(tree, "name"),
                items(tree, "held", held -> new Upstream.Held(name(held, "by"), text(held, "state"))),
                items(tree, "taught", taught -> new Upstream.Taught(text(taught, "model"), name(taught, "by"))));
    }

    private static ExportLine item(JsonNode tree) {
        JsonNode kept = tree.path("text");
        Text text = kept.isMissingNode()
                ? new Text.None()
                : kept.isNull() ? new Text.TooLong() : new Text.Kept(text(tree, "text"));
        return new ExportLine.Item(
                name(tree, OBJECT_OF),
                text(tree, "upload"),
                FactsCodec.read(MAPPER.writeValueAsBytes(tree.path("facts"))),
                text);
    }

    private static <T> List<T> items(JsonNode tree, String name, Function<JsonNode, T> item) {
        JsonNode list = tree.path(name);
        if (!list.isArray()) {
            throw new UnreadableLineException("it has no list \"" + name + "\"");
        }
        List<T> items = new ArrayList<>();
        list.values().forEach(one -> items.add(item.apply(one)));
        return items;
    }

    private static SubmissionName name(JsonNode tree, String member) {
        String text = text(tree, member);
        return SubmissionName.parse(text)
                .orElseThrow(() -> new UnreadableLineException("\"" + text + "\" is no submission"));
    }

    private static String text(JsonNode tree, String name) {
        JsonNode node = tree.path(name);
        if (!node.isString()) {
            throw new UnreadableLineException("it has no text \"" + name + "\"");
        }
        return node.stringValue();
    }

    private static long number(JsonNode tree, String name) {
        JsonNode node = tree.path(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new UnreadableLineException("it has no whole number \"" + name + "\"");
        }
        return node.longValue();
    }
}
