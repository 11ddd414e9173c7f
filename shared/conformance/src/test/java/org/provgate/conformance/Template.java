package org.provgate.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// `template.yaml` with its functions worked out, as if it were deployed to an account with these numbers.
final class Template {

    static final String OPERATOR = "arn:aws:iam::111122223333:role/ops/operator-*";

    private static final Map<String, String> KNOWN = Map.of(
            "AWS::AccountId", "111122223333",
            "AWS::Region", "eu-central-1",
            "AWS::Partition", "aws",
            "Prefix", "provgate",
            "OperatorPrincipalArns", OPERATOR);

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");

    private final Map<String, Object> tree;

    private Template(Map<String, Object> tree) {
        this.tree = tree;
    }

    static Template of(Repository repository) {
        Path file = repository.root().resolve("template.yaml");
        try {
            Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(Files.readString(file));
            return new Template(mapping(worked(root.orElseThrow())));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Properties of all resources of a type, by logical name.
    SequencedMap<String, Map<String, Object>> resources(String type) {
        SequencedMap<String, Map<String, Object>> found = new LinkedHashMap<>();
        mapping(at("Resources")).forEach((name, resource) -> {
            Map<String, Object> members = mapping(resource);
            if (type.equals(members.get("Type"))) {
                found.put(name, mapping(members.getOrDefault("Properties", Map.of())));
            }
        });
        return found;
    }

    /// The member of the whole template at these names.
    Object at(String... names) {
        Object here = tree;
        for (String name : names) {
            here = find(mapping(here), name)
                    .orElseThrow(() -> new IllegalStateException("the template has no " + String.join(".", names)));
        }
        return here;
    }

    static Optional<Object> find(Map<String, Object> members, String name) {
        return Optional.ofNullable(members.get(name));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> mapping(Object value) {
        return (Map<String, Object>) value;
    }

    /// A list, or a single value as one.
    static List<Object> items(Object value) {
        return value instanceof List<?> list ? List.copyOf(list) : List.of(value);
    }

    static List<String> texts(Object value) {
        return items(value).stream().map(String.class::cast).toList();
    }

    private static Object worked(Node node) {
        return switch (node.getTag().getValue()) {
            case "!Ref" -> reference(((ScalarNode) node).getValue());
            case "!GetAtt" -> attribute(((ScalarNode) node).getValue());
            case "!Sub" -> substituted(((ScalarNode) node).getValue());
            case "!Join" -> {
                List<Object> parts = items(plain(node));
                yield String.join(String.valueOf(parts.getFirst()), texts(parts.getLast()));
            }
            case "!Split" -> {
                List<Object> parts = items(plain(node));
                yield List.of((Object[])
                        String.valueOf(parts.getLast()).split(Pattern.quote(String.valueOf(parts.getFirst())), -1));
            }
            default -> plain(node);
        };
    }

    private static Object plain(Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                Map<String, Object> members = new LinkedHashMap<>();
                mapping.getValue()
                        .forEach(pair ->
                                members.put(((ScalarNode) pair.getKeyNode()).getValue(), worked(pair.getValueNode())));
                yield members;
            }
            case SequenceNode sequence -> {
                List<Object> items = new ArrayList<>();
                sequence.getValue().forEach(item -> items.add(worked(item)));
                yield items;
            }
            case ScalarNode scalar -> scalar.getValue();
            default -> throw new IllegalStateException("not expected in the template: " + node);
        };
    }

    private static String reference(String name) {
        return Optional.ofNullable(KNOWN.get(name)).orElse(name);
    }

    /// The ARN of a bucket is worked out, so that it can be compared with one that was written out; others are made up.
    private static String attribute(String path) {
        return switch (path) {
            case "DatasetBucket.Arn" -> bucket("dataset");
            case "QuarantineBucket.Arn" -> bucket("quarantine");
            case "ReportBucket.Arn" -> bucket("report");
            default ->
                path.endsWith("Role.Arn")
                        ? role(path.substring(0, path.length() - ".Arn".length()))
                        : "arn:aws:made-up:::" + path;
        };
    }

    static String bucket(String kind) {
        return "arn:aws:s3:::provgate-" + kind + "-111122223333-eu-central-1";
    }

    static String role(String name) {
        return "arn:aws:iam::111122223333:role/" + name;
    }

    private static String substituted(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(variable ->
                        variable.group(1).contains(".") ? attribute(variable.group(1)) : reference(variable.group(1)));
    }

    /// The statements of all policies of a role.
    static List<Map<String, Object>> statements(Map<String, Object> role) {
        return items(role.getOrDefault("Policies", List.of())).stream()
                .flatMap(policy -> statementsOf(mapping(policy)).stream())
                .collect(Collectors.toList());
    }

    /// The statements of whatever has a `PolicyDocument`.
    static List<Map<String, Object>> statementsOf(Map<String, Object> owner) {
        return items(mapping(owner.getOrDefault("PolicyDocument", Map.of())).getOrDefault("Statement", List.of()))
                .stream()
                .map(Template::mapping)
                .toList();
    }
}
