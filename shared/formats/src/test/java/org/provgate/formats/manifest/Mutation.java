package org.provgate.formats.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Small damage to a JSON document, repeatable by its seed.
final class Mutation {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "none",
            "unknown",
            "other",
            "dataset",
            "api",
            "web-crawl",
            "consent",
            "contract",
            "license",
            "reseller",
            "cloud-marketplace",
            "upstream-dataset",
            "self-hosted",
            "ongoing",
            "LicenseRef-Own",
            "MIT OR",
            "GPL 3",
            "MIT/Apache",
            "2026",
            "2026-02-28",
            "2026-13",
            "2026-02-30T00:00:00Z",
            "01/02/2026",
            "writer",
            "Writer",
            "a b",
            "a/b.txt",
            "/a/b",
            "../a",
            "./a",
            "a//b",
            "a/",
            "a\\b",
            "shards/*.gz",
            "a[1].txt",
            "https://example.org/x",
            "urn:x",
            "two\nlines",
            "ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789",
            "abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789",
            "x".repeat(301),
            "y".repeat(4001));

    private static final List<String> KEYS =
            List.of("x-own", "x-Own", "licence", "teacher", "note", "checksums", "sha256", "glob", "terms", "uri");

    /// @param steps what was done to it, in words
    record Mutant(String json, List<String> steps) {}

    private Mutation() {}

    static Mutant of(String base, Random random) {
        JsonNode root = MAPPER.readTree(base);
        List<String> steps = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            steps.add(damage(root, random));
        }
        return new Mutant(root.toString(), steps);
    }

    private static String damage(JsonNode root, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        return switch (containers.get(random.nextInt(containers.size()))) {
            case ObjectNode object -> damage(object, random);
            case ArrayNode array -> damage(array, random);
            case JsonNode other -> throw new IllegalStateException("no container: " + other);
        };
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer() && !node.has("any")) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static String damage(ObjectNode object, Random random) {
        List<String> names = new ArrayList<>(object.propertyNames());
        if (names.isEmpty() || random.nextInt(6) == 0) {
            String key = KEYS.get(random.nextInt(KEYS.size()));
            JsonNode value = value(random);
            object.set(key, value);
            return "set " + key + " to " + value;
        }
        String name = names.get(random.nextInt(names.size()));
        if (name.equals("manifest")) {
            return "nothing";
        }
        if (random.nextInt(3) == 0) {
            object.remove(name);
            return "remove " + name;
        }
        JsonNode value = value(random);
        object.set(name, value);
        return "set " + name + " to " + value;
    }

    private static String damage(ArrayNode array, Random random) {
        if (array.isEmpty() || random.nextInt(3) == 0) {
            JsonNode value = array.isEmpty() || random.nextBoolean()
                    ? value(random)
                    : array.get(0).deepCopy();
            array.add(value);
            return "append " + value;
        }
        int index = random.nextInt(array.size());
        if (random.nextBoolean()) {
            array.remove(index);
            return "remove item " + index;
        }
        JsonNode value = value(random);
        array.set(index, value);
        return "set item " + index + " to " + value;
    }

    private static JsonNode value(Random random) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (random.nextInt(12)) {
            case 0 -> make.nullNode();
            case 1 -> make.booleanNode(random.nextBoolean());
            case 2 -> make.numberNode(random.nextInt(-2, 3));
            case 3 -> make.numberNode(1.5);
            case 4 -> make.arrayNode();
            case 5 -> make.objectNode();
            case 6 -> make.arrayNode().add(TEXTS.get(random.nextInt(TEXTS.size())));
            default -> make.stringNode(TEXTS.get(random.nextInt(TEXTS.size())));
        };
    }
}
