package org.provgate.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Works out the functions of a template as CloudFormation does, for what this template uses of them.
final class TemplateFunctions {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");

    private static final Map<String, String> ACCOUNT = Map.of(
            "AWS::AccountId", "111122223333",
            "AWS::Region", "eu-central-1",
            "AWS::Partition", "aws",
            "AWS::URLSuffix", "amazonaws.com");

    /// What a member has that is not to be there.
    private static final Object NO_VALUE = new Object();

    private final Node root;
    private final Map<String, String> known = new HashMap<>(ACCOUNT);

    /// @param parameters those that do not have their default
    TemplateFunctions(Node root, Map<String, String> parameters) {
        this.root = root;
        members(member(root, "Parameters"))
                .forEach((name, parameter) -> find(parameter, "Default")
                        .ifPresent(value -> known.put(name, ((ScalarNode) value).getValue())));
        known.putAll(parameters);
    }

    Map<String, Object> worked() {
        return Template.mapping(worked(root));
    }

    private Object worked(Node node) {
        return switch (node.getTag().getValue()) {
            case "!Ref" -> reference(text(node));
            case "!GetAtt" -> attribute(text(node));
            case "!Sub" -> substituted(node);
            case "!Join" -> {
                List<Object> parts = Template.items(plain(node));
                yield String.join(String.valueOf(parts.getFirst()), Template.texts(parts.getLast()));
            }
            case "!Split" -> {
                List<Object> parts = Template.items(plain(node));
                yield List.of((Object[])
                        String.valueOf(parts.getLast()).split(Pattern.quote(String.valueOf(parts.getFirst())), -1));
            }
            case "!If" -> {
                List<Node> parts = ((SequenceNode) node).getValue();
                yield worked(parts.get(holds(text(parts.getFirst())) ? 1 : 2));
            }
            case "!Equals" -> {
                List<Object> parts = Template.items(plain(node));
                yield parts.getFirst().equals(parts.getLast());
            }
            case "!Not" -> Template.items(plain(node)).equals(List.of(false));
            default -> plain(node);
        };
    }

    private Object plain(Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                Map<String, Object> members = new LinkedHashMap<>();
                members(mapping).forEach((name, value) -> put(members, name, worked(value)));
                yield members;
            }
            case SequenceNode sequence ->
                new ArrayList<>(sequence.getValue().stream()
                        .map(this::worked)
                        .filter(item -> item != NO_VALUE)
                        .toList());
            case ScalarNode scalar -> scalar.getValue();
            default -> throw new IllegalStateException("not expected in the template: " + node);
        };
    }

    private static void put(Map<String, Object> members, String name, Object value) {
        if (value != NO_VALUE) {
            members.put(name, value);
        }
    }

    private boolean holds(String condition) {
        return Boolean.TRUE.equals(worked(member(member(root, "Conditions"), condition)));
    }

    private Object reference(String name) {
        return name.equals("AWS::NoValue")
                ? NO_VALUE
                : Optional.ofNullable(known.get(name)).orElse(name);
    }

    /// The ARN of a bucket is worked out, so that it can be compared with one that was written out; others are made up.
    private String attribute(String path) {
        return switch (path) {
            case "QuarantineBucket.Arn" -> Template.bucket("quarantine");
            case "ReportBucket.Arn" -> Template.bucket("report");
            case "DatasetName.Value" ->
                String.valueOf(worked(member(
                        member(member(member(root, "Resources"), "DatasetName"), "Properties"), "Value")));
            default ->
                path.endsWith("Role.Arn")
                        ? Template.role(path.substring(0, path.length() - ".Arn".length()))
                        : "arn:aws:made-up:::" + path;
        };
    }

    private String substituted(Node node) {
        return switch (node) {
            case SequenceNode parts ->
                substituted(
                        text(parts.getValue().getFirst()),
                        Template.mapping(plain(parts.getValue().getLast())));
            default -> substituted(text(node), Map.of());
        };
    }

    private String substituted(String text, Map<String, Object> own) {
        return VARIABLE.matcher(text)
                .replaceAll((MatchResult variable) -> Matcher.quoteReplacement(value(variable.group(1), own)));
    }

    private String value(String variable, Map<String, Object> own) {
        return Template.find(own, variable)
                .map(String::valueOf)
                .orElseGet(() -> variable.contains(".") ? attribute(variable) : String.valueOf(reference(variable)));
    }

    private static Node member(Node node, String name) {
        return find(node, name).orElseThrow(() -> new IllegalStateException("the template has no " + name));
    }

    private static Optional<Node> find(Node node, String name) {
        return Optional.ofNullable(members(node).get(name));
    }

    private static Map<String, Node> members(Node node) {
        Map<String, Node> members = new LinkedHashMap<>();
        ((MappingNode) node).getValue().forEach(pair -> members.put(text(pair.getKeyNode()), pair.getValueNode()));
        return members;
    }

    private static String text(Node node) {
        return ((ScalarNode) node).getValue();
    }
}
