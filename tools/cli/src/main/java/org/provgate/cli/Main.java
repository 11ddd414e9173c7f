package org.provgate.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.provgate.cli.command.AppealCommand;
import org.provgate.cli.command.ConvertCommand;
import org.provgate.cli.command.DemoCommand;
import org.provgate.cli.command.Exits;
import org.provgate.cli.command.ExplainCommand;
import org.provgate.cli.command.FixCommand;
import org.provgate.cli.command.HistoryCommand;
import org.provgate.cli.command.InitCommand;
import org.provgate.cli.command.InspectCommand;
import org.provgate.cli.command.LineageCommand;
import org.provgate.cli.command.ListCommand;
import org.provgate.cli.command.LocalCommand;
import org.provgate.cli.command.PolicyCommand;
import org.provgate.cli.command.PolicyPreviewCommand;
import org.provgate.cli.command.RecheckCommand;
import org.provgate.cli.command.RejectCommand;
import org.provgate.cli.command.ReleaseCommand;
import org.provgate.cli.command.RescanCommand;
import org.provgate.cli.command.RulesCommand;
import org.provgate.cli.command.StatusCommand;
import org.provgate.cli.command.SubmitCommand;
import org.provgate.cli.command.TeachersCommand;
import org.provgate.cli.command.ValidateCommand;
import org.provgate.cli.command.WaiveCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The `provgate` command.
public final class Main {

    private Main() {}

    /// Kept, because a logger that nobody holds forgets its level.
    private static final Logger LIBRARIES = Logger.getLogger("");

    public static void main(String[] arguments) {
        LIBRARIES.setLevel(Level.WARNING);
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
        return line(console).execute(arguments);
    }

    /// All commands with their options.
    static CommandLine line(Console console) {
        Desk desk = new GateDesk();
        CommandLine line = new CommandLine(CommandSpec.forAnnotatedObject(new Root()))
                .addSubcommand(new ValidateCommand(console, desk))
                .addSubcommand(new InspectCommand(console, desk))
                .addSubcommand(new InitCommand(console, desk))
                .addSubcommand(new FixCommand(console, desk))
                .addSubcommand(new ConvertCommand(console, desk))
                .addSubcommand(new ExplainCommand(console, desk))
                .addSubcommand(new RulesCommand(console, desk))
                .addSubcommand(new TeachersCommand(console, desk))
                .addSubcommand(new SubmitCommand(console, desk))
                .addSubcommand(new StatusCommand(console))
                .addSubcommand(new ListCommand(console))
                .addSubcommand(new HistoryCommand(console))
                .addSubcommand(new LineageCommand(console))
                .addSubcommand(new WaiveCommand(console))
                .addSubcommand(new ReleaseCommand(console))
                .addSubcommand(new RejectCommand(console))
                .addSubcommand(new AppealCommand(console))
                .addSubcommand(new RecheckCommand(console))
                .addSubcommand(new RescanCommand(console))
                .addSubcommand(new LocalCommand(console))
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new CommandLine(PolicyCommand.group())
                        .addSubcommand(new PolicyCommand.Check(console, desk))
                        .addSubcommand(new PolicyPreviewCommand(console, desk)));
        Faults faults = new Faults(console);
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.colour() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpAutoWidth(console.terminal())
                .setParameterExceptionHandler(faults::usage)
                .setExecutionExceptionHandler(faults::execution);
        return line;
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
            return new String[] {"provgate " + new GateDesk().version()};
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
