package org.provgate.formats.machine;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Carries out a definition on this machine, so that a gate without Step Functions runs the same file.
///
/// It knows tasks, choices, maps, passes and ends with the members that are listed here. Anything else in a definition
/// is refused when it is read: what would be passed over here would not be passed over there.
public final class StateMachine {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final Set<String> MEMBERS = Set.of(
            "Type",
            "Comment",
            "Resource",
            "Retry",
            "Parameters",
            "Next",
            "Choices",
            "Default",
            "ItemsPath",
            "MaxConcurrency",
            "ToleratedFailurePercentage",
            "ItemProcessor",
            "ResultPath",
            "Error",
            "Cause");

    private static final Set<String> TYPES = Set.of("Task", "Choice", "Map", "Pass", "Succeed", "Fail");

    /// More steps than any run of this gate takes: a definition that runs in circles ends.
    private static final int MOST_STEPS = 100_000;

    private final JsonNode definition;

    private StateMachine(JsonNode definition) {
        this.definition = definition;
    }

    /// What a task calls. An exception is a failure, which it tells of itself.
    public interface Tasks {

        /// @param resource as the definition names it
        byte[] call(String resource, byte[] input);
    }

    /// How an execution ended.
    public sealed interface Ended {

        /// @param output as JSON
        record Succeeded(String output) implements Ended {}

        record Failed(String error, String cause) implements Ended {}
    }

    /// @throws IllegalArgumentException when it uses what this class does not know, or leads nowhere
    public static StateMachine read(byte[] definition) {
        JsonNode tree = MAPPER.readTree(definition);
        check(tree, "the machine");
        return new StateMachine(tree);
    }

    /// What its tasks call.
    public Set<String> resources() {
        Set<String> resources = new TreeSet<>();
        definition.findValues("Resource").forEach(resource -> resources.add(resource.stringValue()));
        return resources;
    }

    private static void check(JsonNode machine, String where) {
        JsonNode states = machine.path("States");
        if (!states.has(machine.path("StartAt").asString(""))) {
            throw new IllegalArgumentException(where + " starts nowhere");
        }
        states.properties().forEach(state -> {
            String name = state.getKey();
            JsonNode body = state.getValue();
            body.propertyNames().stream()
                    .filter(member -> !MEMBERS.contains(member))
                    .findFirst()
                    .ifPresent(member -> {
                        throw new IllegalArgumentException(name + " has " + member + ", which nobody here carries out");
                    });
            String type = body.path("Type").asString("");
            if (!TYPES.contains(type)) {
                throw new IllegalArgumentException(name + " is a " + type + ", which nobody here carries out");
            }
            boolean ends = type.equals("Succeed") || type.equals("Fail");
            if (!ends) {
                targets(body).forEach(target -> {
                    if (!states.has(target)) {
                        throw new IllegalArgumentException(name + " leads to " + target + ", which is not there");
                    }
                });
            }
            if (type.equals("Map")) {
                check(body.path("ItemProcessor"), name);
            }
        });
    }

    private static Set<String> targets(JsonNode state) {
        Set<String> targets = new TreeSet<>();
        if (state.path("Type").asString("").equals("Choice")) {
            targets.add(state.path("Default").asString(""));
            state.path("Choices")
                    .forEach(choice -> targets.add(choice.path("Next").asString("")));
        } else {
            targets.add(state.path("Next").asString(""));
        }
        return targets;
    }

    public Ended run(byte[] input, Tasks tasks) {
        return run(definition, MAPPER.readTree(input), tasks);
    }

    private static Ended run(JsonNode machine, JsonNode input, Tasks tasks) {
        JsonNode value = input;
        String at = machine.path("StartAt").stringValue();
        for (int step = 0; step < MOST_STEPS; step++) {
            JsonNode state = machine.path("States").path(at);
            switch (state.path("Type").stringValue()) {
                case "Succeed" -> {
                    return new Ended.Succeeded(MAPPER.writeValueAsString(value));
                }
                case "Fail" -> {
                    return new Ended.Failed(
                            state.path("Error").stringValue(),
                            state.path("Cause").stringValue());
                }
                case "Choice" -> at = chosen(state, value);
                case "Pass" -> {
                    value = given(state, value);
                    at = state.path("Next").stringValue();
                }
                case "Map" -> {
                    Optional<Ended.Failed> failed = mapped(state, value, tasks);
                    if (failed.isPresent()) {
                        return failed.get();
                    }
                    at = state.path("Next").stringValue();
                }
                default -> {
                    switch (called(state, given(state, value), tasks)) {
                        case Called.Failed(String why) -> {
                            return new Ended.Failed("States.TaskFailed", at + ": " + why);
                        }
                        case Called.Answered(JsonNode answer) -> value = answer;
                    }
                    at = state.path("Next").stringValue();
                }
            }
        }
        return new Ended.Failed("States.Runtime", "it runs in circles");
    }

    private static String chosen(JsonNode state, JsonNode value) {
        for (JsonNode choice : state.path("Choices")) {
            JsonNode variable = at(value, choice.path("Variable").stringValue());
            if (holds(choice, variable)) {
                return choice.path("Next").stringValue();
            }
        }
        return state.path("Default").stringValue();
    }

    private static boolean holds(JsonNode choice, JsonNode variable) {
        if (choice.has("BooleanEquals")) {
            return variable.isBoolean()
                    && variable.booleanValue() == choice.path("BooleanEquals").booleanValue();
        }
        if (choice.has("StringEquals")) {
            return variable.isString()
                    && variable.stringValue().equals(choice.path("StringEquals").stringValue());
        }
        throw new IllegalArgumentException("a choice compares in a way nobody here carries out: " + choice);
    }

    /// The parameters where there are any, else the value itself.
    private static JsonNode given(JsonNode state, JsonNode value) {
        if (!state.has("Parameters")) {
            return value;
        }
        ObjectNode given = MAPPER.createObjectNode();
        state.path("Parameters").properties().forEach(parameter -> {
            String name = parameter.getKey();
            if (name.endsWith(".$")) {
                given.set(
                        name.substring(0, name.length() - 2),
                        at(value, parameter.getValue().stringValue()));
            } else {
                given.set(name, parameter.getValue());
            }
        });
        return given;
    }

    /// Item after item. What fails within what is tolerated does not keep the others.
    private static Optional<Ended.Failed> mapped(JsonNode state, JsonNode value, Tasks tasks) {
        JsonNode items = at(value, state.path("ItemsPath").stringValue());
        int failed = 0;
        for (JsonNode item : items) {
            failed += run(state.path("ItemProcessor"), item, tasks) instanceof Ended.Failed ? 1 : 0;
        }
        int tolerated = state.path("ToleratedFailurePercentage").asInt(0);
        return failed * 100 > tolerated * items.size()
                ? Optional.of(new Ended.Failed("States.ExceedToleratedFailureThreshold", failed + " items failed"))
                : Optional.empty();
    }

    /// Again as often as the definition says, and at once: here nothing else waits for the same resource.
    private static Called called(JsonNode state, JsonNode input, Tasks tasks) {
        int attempts = 1 + state.path("Retry").path(0).path("MaxAttempts").asInt(0);
        byte[] bytes = MAPPER.writeValueAsBytes(input);
        Called last = new Called.Failed("nothing was tried");
        for (int attempt = 0; attempt < attempts && last instanceof Called.Failed; attempt++) {
            try {
                last = new Called.Answered(
                        MAPPER.readTree(tasks.call(state.path("Resource").stringValue(), bytes)));
            } catch (RuntimeException fault) {
                last = new Called.Failed(fault.toString());
            }
        }
        return last;
    }

    private sealed interface Called {

        record Answered(JsonNode value) implements Called {}

        record Failed(String why) implements Called {}
    }

    private static JsonNode at(JsonNode value, String path) {
        if (!path.startsWith("$.")) {
            throw new IllegalArgumentException("nobody here follows the path " + path);
        }
        return value.at("/" + path.substring(2).replace(".", "/"));
    }
}
