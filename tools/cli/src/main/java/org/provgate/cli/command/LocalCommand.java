package org.provgate.cli.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.provgate.cli.CannotRunException;
import org.provgate.cli.Console;
import org.provgate.local.CannotStartException;
import org.provgate.local.LocalGate;
import org.provgate.local.LocalSettings;
import org.provgate.local.LocalSettings.PolicyChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The whole gate on this machine.
@Command(
        name = "local",
        description = "Runs the whole gate on this machine, for any S3 client, until it is stopped.",
        footer = {
            "",
            "It listens on this machine only. Objects are uploaded to the S3 address it prints,",
            "as CONTRIBUTOR/DATASET/REVISION/path in the bucket named dataset.",
            "",
            "Exit: 0 when it was stopped, 2 when it could not run."
        })
public final class LocalCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description =
                    "Port of console and API; S3 has the next one. 0 takes any free ones. Default: ${DEFAULT-VALUE}.")
    private int port = LocalSettings.USUAL_PORT;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "",
            description = "Folder that keeps everything between starts; without one, all is forgotten at the end.")
    private String data = "";

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            defaultValue = "",
            description = "The operator's policy; else the one it had before, or the shipped default.")
    private String policy = "";

    @Option(
            names = "--key",
            paramLabel = "PEM",
            defaultValue = "",
            description = "Sign verdict documents with this private key, Ed25519 or ECDSA P-256.")
    private String keyFile = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json; how it says, once all is ready, where it can be reached."
                    + " Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    private final Console console;

    public LocalCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        TextOrJson form = Arguments.word(TextOrJson.class, "--format", format);
        LocalSettings settings = new LocalSettings(
                port,
                data.isEmpty() ? Optional.empty() : Optional.of(console.path(data)),
                policy.isEmpty()
                        ? new PolicyChoice.AsItWas()
                        : new PolicyChoice.FromFile(Arguments.existing(console, policy), policy),
                keyFile.isEmpty() ? Optional.empty() : Optional.of(Keys.signing(console, keyFile)),
                console.clock(),
                console.err());
        try (LocalGate gate = LocalGate.start(settings)) {
            Runtime.getRuntime().addShutdownHook(new Thread(gate::close, "gate-stop"));
            switch (form) {
                case TEXT -> console.out().print(gate.ready().text());
                case JSON -> console.out().println(gate.ready().json());
            }
            console.out().flush();
            gate.awaitClose();
        } catch (CannotStartException cannot) {
            throw new CannotRunException(sentence(cannot), cannot);
        }
        return Exits.DONE;
    }

    private static String sentence(CannotStartException cannot) {
        String message = cannot.getMessage();
        return message == null ? "the gate cannot start" : message;
    }
}
