package org.provgate.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import org.provgate.cli.command.AppealCommand;
import org.provgate.cli.command.CompletionCommand;
import org.provgate.cli.command.ConfirmCommand;
import org.provgate.cli.command.ConvertCommand;
import org.provgate.cli.command.CoverageCommand;
import org.provgate.cli.command.DeclineCommand;
import org.provgate.cli.command.DemoCommand;
import org.provgate.cli.command.Exits;
import org.provgate.cli.command.ExplainCommand;
import org.provgate.cli.command.FactsCommand;
import org.provgate.cli.command.FixCommand;
import org.provgate.cli.command.HistoryCommand;
import org.provgate.cli.command.InitCommand;
import org.provgate.cli.command.InspectCommand;
import org.provgate.cli.command.LineageCommand;
import org.provgate.cli.command.ListCommand;
import org.provgate.cli.command.LocalCommand;
import org.provgate.cli.command.ManCommand;
import org.provgate.cli.command.MessageCommand;
import org.provgate.cli.command.PolicyCommand;
import org.provgate.cli.command.PolicyPreviewCommand;
import org.provgate.cli.command.PolicyPublishCommand;
import org.provgate.cli.command.RecheckCommand;
import org.provgate.cli.command.RejectCommand;
import org.provgate.cli.command.ReleaseCommand;
import org.provgate.cli.command.RescanCommand;
import org.provgate.cli.command.RulesCommand;
import org.provgate.cli.command.StatusCommand;
import org.provgate.cli.command.SubmitCommand;
import org.provgate.cli.command.TeachersCommand;
import org.provgate.cli.command.ValidateCommand;
import org.provgate.cli.command.VerifyCommand;
import org.provgate.cli.command.WaiveCommand;
import org.provgate.usecases.engine.GateEngine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The `provgate` command.
public final class Main {

    private Main() {}

    private static final Set<String> VERSION = Set.of("-V", "--version");

    /// They speak of all the others.
    private static final Set<String> TELLERS = Set.of("completion", "man");

    public static void main(String[] arguments) {
        // Read only when a library begins to log; most commands never do.
        System.setProperty("java.util.logging.config.class", QuietLibraries.class.getName());
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        // Java only tells of both streams together; the launcher has looked at each.
        boolean outIsTerminal = Boolean.getBoolean("provgate.terminal.out");
        boolean errIsTerminal = Boolean.getBoolean("provgate.terminal.err");
        boolean plain = System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"));
        Console console = new Console(
                out,
                System.err,
                errIsTerminal,
                outIsTerminal && !plain,
                Path.of("").toAbsolutePath(),
                InstantSource.system());
        int exit = run(console, arguments);
        out.flush();
        System.exit(exit);
    }

    /// One call of the command.
    public static int run(Console console, String... arguments) {
        if (arguments.length == 1 && VERSION.contains(arguments[0])) {
            console.out().println(Version.text());
            console.out().flush();
            return Exits.DONE;
        }
        return line(console, arguments).execute(arguments);
    }

    /// All commands with their options.
    static CommandLine line(Console console) {
        return line(console, new String[0]);
    }

    /// The command that is called, with its options; all of them where none is. To read what all are annotated with
    /// takes longer than most of them do.
    private static CommandLine line(Console console, String... arguments) {
        CommandLine line = new CommandLine(CommandSpec.forAnnotatedObject(new Root()));
        SequencedMap<String, Supplier<Object>> commands = commands(console, new GateDesk());
        String first = arguments.length == 0 ? "" : arguments[0];
        if (commands.containsKey(first) && !TELLERS.contains(first)) {
            commands.keySet().retainAll(Set.of(first));
        }
        commands.values().forEach(command -> line.addSubcommand(command.get()));
        Faults faults = new Faults(console);
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.colour() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpAutoWidth(console.terminal())
                .setParameterExceptionHandler(faults::usage)
                .setExecutionExceptionHandler(faults::execution);
        return line;
    }

    /// By name, in the order of `--help`; each is made when it is called.
    private static SequencedMap<String, Supplier<Object>> commands(Console console, Desk desk) {
        SequencedMap<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("validate", () -> new ValidateCommand(console, desk));
        commands.put("verify", () -> new VerifyCommand(console, desk));
        commands.put("inspect", () -> new InspectCommand(console, desk));
        commands.put("init", () -> new InitCommand(console, desk));
        commands.put("fix", () -> new FixCommand(console, desk));
        commands.put("convert", () -> new ConvertCommand(console, desk));
        commands.put("explain", () -> new ExplainCommand(console, desk));
        commands.put("rules", () -> new RulesCommand(console, desk));
        commands.put("teachers", () -> new TeachersCommand(console, desk));
        commands.put("submit", () -> new SubmitCommand(console, desk));
        commands.put("status", () -> new StatusCommand(console));
        commands.put("list", () -> new ListCommand(console));
        commands.put("history", () -> new HistoryCommand(console));
        commands.put("lineage", () -> new LineageCommand(console));
        commands.put("waive", () -> new WaiveCommand(console));
        commands.put("release", () -> new ReleaseCommand(console));
        commands.put("reject", () -> new RejectCommand(console));
        commands.put("appeal", () -> new AppealCommand(console));
        commands.put("confirm", () -> new ConfirmCommand(console));
        commands.put("decline", () -> new DeclineCommand(console));
        commands.put("recheck", () -> new RecheckCommand(console));
        commands.put("rescan", () -> new RescanCommand(console));
        commands.put("coverage", () -> new CoverageCommand(console));
        commands.put(
                "facts",
                () -> new CommandLine(FactsCommand.group())
                        .addSubcommand(new FactsCommand.Export(console, desk))
                        .addSubcommand(new FactsCommand.Import(console, desk)));
        commands.put("local", () -> new LocalCommand(console));
        commands.put("demo", () -> new DemoCommand(console));
        commands.put("message", () -> new MessageCommand(console));
        commands.put("completion", () -> new CompletionCommand(console));
        commands.put("man", () -> new ManCommand(console));
        commands.put(
                "policy",
                () -> new CommandLine(PolicyCommand.group())
                        .addSubcommand(new PolicyCommand.Check(console, desk))
                        .addSubcommand(new PolicyPreviewCommand(console, desk))
                        .addSubcommand(new PolicyPublishCommand(console, desk)));
        return commands;
    }

    /// What is said without a command.
    @Command(
            name = "provgate",
            description = "Stands in front of a dataset bucket and lets nothing through whose provenance is missing.",
            mixinStandardHelpOptions = true,
            scope = CommandLine.ScopeType.INHERIT,
            versionProvider = Version.class,
            synopsisSubcommandLabel = "COMMAND")
    static final class Root implements Runnable {

        @CommandLine.Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "a command is missing");
        }
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {text()};
        }

        static String text() {
            return "provgate " + GateEngine.VERSION;
        }
    }

    /// Every fault is one sentence on standard error and exit 2.
    private record Faults(Console console) {

        int usage(ParameterException fault, String[] arguments) {
            CommandLine command = fault.getCommandLine();
            String name = command.getCommandSpec().qualifiedName();
            console.err().println("provgate: " + sentence(fault) + "; see `" + name + " --help`");
            return Exits.COULD_NOT_RUN;
        }

        int execution(Exception fault, CommandLine command, CommandLine.ParseResult parsed) {
            switch (fault) {
                case CannotRunException cannot -> console.err().println("provgate: " + cannot.sentence());
                default -> {
                    console.err().println("provgate: it stopped on a fault of its own: " + fault);
                    if (System.getenv("PROVGATE_TRACE") != null) {
                        fault.printStackTrace(console.err());
                    } else {
                        console.err().println("provgate: PROVGATE_TRACE=1 shows where");
                    }
                }
            }
            return Exits.COULD_NOT_RUN;
        }

        private static String sentence(ParameterException fault) {
            String message = fault.getMessage();
            return message == null ? "the arguments cannot be used" : message;
        }
    }
}
