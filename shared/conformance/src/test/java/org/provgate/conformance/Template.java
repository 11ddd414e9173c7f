package org.provgate.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;

/// `template.yaml` with its functions worked out, as if it were deployed to an account with these numbers.
final class Template {

    static final String OPERATOR = "arn:aws:iam::111122223333:role/ops/operator-*";

    /// Everything that can be had is asked for.
    private static final Map<String, String> CHOSEN = Map.of(
            "OperatorPrincipalArns", OPERATOR,
            "TokenIssuer", "https://tokens.example",
            "WebhookAddress", "https://hub.example/provgate",
            "WebhookKey", "a-key",
            "AlarmEmail", "operators@hub.example",
            "NewsEmail", "operators@hub.example");

    private final Map<String, Object> tree;

    private Template(Map<String, Object> tree) {
        this.tree = tree;
    }

    static Template of(Repository repository) {
        return of(repository, Map.of());
    }

    /// @param parameters other than the usual ones
    static Template of(Repository repository, Map<String, String> parameters) {
        Path file = repository.root().resolve("template.yaml");
        try {
            var root = new Compose(LoadSettings.builder().build()).composeString(Files.readString(file));
            Map<String, String> chosen = new HashMap<>(CHOSEN);
            chosen.putAll(parameters);
            return new Template(new TemplateFunctions(root.orElseThrow(), chosen).worked());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Properties of all resources of a type that are made, by logical name.
    SequencedMap<String, Map<String, Object>> resources(String type) {
        SequencedMap<String, Map<String, Object>> found = new LinkedHashMap<>();
        mapping(at("Resources")).forEach((name, resource) -> {
            Map<String, Object> members = mapping(resource);
            if (type.equals(members.get("Type")) && isMade(members)) {
                found.put(name, mapping(members.getOrDefault("Properties", Map.of())));
            }
        });
        return found;
    }

    private boolean isMade(Map<String, Object> resource) {
        return find(resource, "Condition")
                .map(condition -> Boolean.TRUE.equals(at("Conditions", String.valueOf(condition))))
                .orElse(true);
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

    static String bucket(String kind) {
        return "arn:aws:s3:::provgate-" + kind + "-111122223333-eu-central-1";
    }

    static String role(String name) {
        return "arn:aws:iam::111122223333:role/" + name;
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
