package org.provgate.cli.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// A manual page: every command with what its `--help` says of it.
final class ManPage {

    /// What commands read besides their arguments.
    private static final Map<String, String> ENVIRONMENT = new TreeMap<>(Map.of(
            "PROVGATE_API", "Address of a gate's interface, where --api is not given.",
            "PROVGATE_TOKEN", "Who asks a gate, where --token is not given.",
            "PROVGATE_NO_BUILD", "With 1 the last build is run as it is, whatever has changed since.",
            "PROVGATE_TRACE", "Shows where a fault of the command itself happened.",
            "NO_COLOR", "Whatever it says, nothing is coloured."));

    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    static String of(CommandLine root) {
        ManPage page = new ManPage();
        CommandSpec spec = root.getCommandSpec();
        page.line(".TH " + spec.name().toUpperCase(Locale.ROOT) + " 1 \"\" \"" + roff(version(spec)) + "\"");
        page.section("NAME");
        page.text(spec.name() + " - " + String.join(" ", spec.usageMessage().description()));
        page.section("SYNOPSIS");
        page.line(".B " + roff(spec.name()));
        page.line("COMMAND [ARGUMENTS]");
        page.section("COMMANDS");
        commands(root).forEach(page::command);
        page.section("OPTIONS OF EVERY COMMAND");
        spec.options().forEach(page::option);
        page.section("EXIT STATUS");
        page.text("0: done, or accepted. 1: quarantined, refused or not there. 2: it could not run; one sentence on"
                + " standard error says why, and standard output stays empty.");
        page.section("ENVIRONMENT");
        ENVIRONMENT.forEach((name, meaning) -> page.entry(".B " + roff(name), List.of(meaning)));
        return page.page.toString();
    }

    /// Those that do something, in the order of `--help`.
    private static List<CommandLine> commands(CommandLine line) {
        return line.getSubcommands().values().stream()
                .distinct()
                .flatMap(
                        command -> command.getSubcommands().isEmpty() ? Stream.of(command) : commands(command).stream())
                .toList();
    }

    private static String version(CommandSpec spec) {
        return String.join(" ", spec.version());
    }

    private void command(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        line(".SS " + roff(spec.qualifiedName()));
        line(".B " + roff(synopsis(command)));
        line(".PP");
        Arrays.stream(spec.usageMessage().description()).forEach(this::text);
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            entry(".I " + roff(parameter.paramLabel()), List.of(parameter.description()));
        }
        spec.options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .forEach(this::option);
        List<String> footer = Arrays.stream(spec.usageMessage().footer())
                .filter(line -> !line.isBlank())
                .toList();
        if (!footer.isEmpty()) {
            line(".PP");
            line(".nf");
            footer.forEach(this::text);
            line(".fi");
        }
    }

    private static String synopsis(CommandLine command) {
        return command.getHelp().synopsis(0).lines().map(String::strip).collect(Collectors.joining(" "));
    }

    private void option(OptionSpec option) {
        boolean takes = option.arity().max() > 0;
        String names = String.join(", ", option.names());
        entry(".B " + roff(names) + (takes ? " " + roff(option.paramLabel()) : ""), List.of(option.description()));
    }

    private void entry(String head, List<String> meaning) {
        line(".TP");
        line(head);
        meaning.forEach(this::text);
    }

    private void section(String name) {
        line(".SH " + name);
    }

    private void text(String text) {
        text.lines().map(ManPage::roff).forEach(this::line);
    }

    private void line(String line) {
        page.append(line).append('\n');
    }

    /// Text that no formatter takes for an instruction: backslashes, hyphens, and dots or apostrophes at the beginning.
    static String roff(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
