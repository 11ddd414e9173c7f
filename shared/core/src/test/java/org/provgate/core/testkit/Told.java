package org.provgate.core.testkit;

import java.util.List;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.Fix;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.Weight;

/// What a rule says of a submission, a line for each breach, so that a table can hold whole breaches:
/// `subject | place | message`, then weight, own remedy and fix where there are any.
public final class Told {

    private Told() {}

    public static List<String> by(Rule rule, Submission submission) {
        return rule.check(submission.caseFile()).map(Told::line).toList();
    }

    private static String line(Breach breach) {
        StringBuilder line =
                new StringBuilder("%s | %s | %s".formatted(breach.subject(), place(breach.at()), breach.message()));
        switch (breach.weight()) {
            case Weight.Usual _ -> {}
            case Weight.Usually(var severity) -> line.append(" | usually ").append(severity.word());
            case Weight.AtMost(var severity) -> line.append(" | at most ").append(severity.word());
        }
        if (!breach.remedy().isEmpty()) {
            line.append(" | ").append(breach.remedy());
        }
        breach.fix().forEach(fix -> line.append(" | ").append(step(fix)));
        return line.toString();
    }

    private static String place(Place at) {
        if (!at.pointer().isEmpty()) {
            return at.pointer();
        }
        return at.line() == 1 ? at.file() : at.file() + ":" + at.line();
    }

    private static String step(Fix fix) {
        return switch (fix) {
            case Fix.Add(String path, JsonValue value) -> "add %s %s".formatted(path, text(value));
            case Fix.Replace(String path, JsonValue value) -> "replace %s %s".formatted(path, text(value));
            case Fix.Remove(String path) -> "remove " + path;
        };
    }

    private static String text(JsonValue value) {
        return switch (value) {
            case JsonValue.Text(String text) -> text;
            case JsonValue.Whole(long number) -> Long.toString(number);
            case JsonValue.Items(List<JsonValue> items) ->
                items.stream().map(Told::text).toList().toString();
            case JsonValue.Members members ->
                members.values().entrySet().stream()
                        .map(member -> member.getKey() + ": " + text(member.getValue()))
                        .toList()
                        .toString();
        };
    }
}
