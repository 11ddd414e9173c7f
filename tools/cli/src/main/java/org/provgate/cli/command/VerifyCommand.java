package org.provgate.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.provgate.cli.CannotRunException;
import org.provgate.cli.Console;
import org.provgate.cli.Desk;
import org.provgate.cli.folder.FolderFacts;
import org.provgate.cli.folder.Progress;
import org.provgate.core.facts.Sha256;
import org.provgate.core.signing.Envelope;
import org.provgate.core.signing.VerifyingKey;
import org.provgate.formats.attest.AttestedVerdict;
import org.provgate.formats.attest.VerdictReading;
import org.provgate.formats.attest.VerdictStatement;
import org.provgate.formats.report.Printable;
import org.provgate.usecases.gate.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks a verdict document: who signed it, and whether the files at hand are those it is about.
@Command(
        name = "verify",
        description = "Checks a verdict that `provgate validate --attest` wrote: its signature, and the files.",
        footer = {
            "",
            "Exit: 0 when all that was asked for holds and the verdict is that the submission was accepted,",
            "1 when not, 2 when it could not run.",
            "",
            "Examples:",
            "  provgate verify verdict.intoto.json --key gate.pub",
            "  provgate verify verdict.intoto.json --key gate.pub my-dataset"
        })
public final class VerifyCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Parameters(index = "0", paramLabel = "FILE", description = "The verdict document.")
    private String file = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PATH",
            defaultValue = "",
            description = "The folder that the verdict is to be about.")
    private String path = "";

    @Option(
            names = "--key",
            paramLabel = "PEM",
            defaultValue = "",
            description = "The public key of whoever is to have signed it.")
    private String keyFile = "";

    private final Console console;
    private final Desk desk;

    public VerifyCommand(Console console, Desk desk) {
        this.console = console;
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        if (keyFile.isEmpty() && path.isEmpty()) {
            throw new CannotRunException("there is nothing to check it by: give --key, a folder, or both");
        }
        AttestedVerdict verdict = read(Arguments.existing(console, file));
        List<String> faults = new ArrayList<>();
        if (keyFile.isEmpty()) {
            console.err().println("not checked: who signed it, without --key");
        } else {
            signature(verdict, Keys.verifying(console, keyFile), faults);
        }
        if (faults.isEmpty() && !path.isEmpty()) {
            files(verdict, Arguments.folder(console, path), faults);
        }
        if (faults.isEmpty()) {
            console.out().println(said(verdict));
        } else {
            console.out().println("does not hold: " + file);
            faults.stream().limit(SHOWN).forEach(fault -> console.out().println("  " + Printable.line(fault)));
            if (faults.size() > SHOWN) {
                console.out().println("  and %,d more".formatted(faults.size() - SHOWN));
            }
        }
        console.out().flush();
        return faults.isEmpty() && verdict.passed() ? Exits.ACCEPTED : Exits.QUARANTINED;
    }

    private AttestedVerdict read(Path document) throws IOException {
        byte[] text;
        if (!Files.isRegularFile(document)) {
            throw new CannotRunException(file + " is not a file");
        }
        try (InputStream bytes = Files.newInputStream(document)) {
            text = bytes.readNBytes(Engine.MANIFEST_LIMIT + 1);
        }
        return switch (VerdictReading.of(file, text)) {
            case VerdictReading.Read(AttestedVerdict verdict) -> verdict;
            case VerdictReading.Unreadable(var at, String message) ->
                throw new CannotRunException(
                        "%s:%d:%d: %s".formatted(file, at.line(), at.column(), Printable.line(message)));
        };
    }

    private void signature(AttestedVerdict verdict, VerifyingKey key, List<String> faults) {
        if (verdict.envelope().isEmpty()) {
            faults.add("it is not signed; a signature by %s (%s) is wanted".formatted(keyFile, key.id()));
            return;
        }
        Envelope envelope = verdict.envelope().get();
        if (!envelope.payloadType().equals(VerdictStatement.PAYLOAD_TYPE)) {
            faults.add("its payload is announced as \"%s\", not as a statement".formatted(envelope.payloadType()));
        } else if (envelope.signatures().isEmpty()) {
            faults.add("its envelope has no signature; one by %s (%s) is wanted".formatted(keyFile, key.id()));
        } else if (!envelope.isSignedBy(key)) {
            faults.add("no signature in it was made by %s (%s) over this text: %s"
                    .formatted(keyFile, key.id(), found(envelope, key)));
        }
    }

    private static String found(Envelope envelope, VerifyingKey key) {
        List<String> named = envelope.signatures().stream()
                .map(Envelope.Signature::keyId)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        return named.isEmpty()
                ? "another key signed it, or it was changed afterwards"
                : named.contains(key.id())
                        ? "it names this key, so it was changed afterwards"
                        : "it names the key %s".formatted(String.join(", ", named));
    }

    private void files(AttestedVerdict verdict, Path folder, List<String> faults) {
        Progress progress =
                console.terminal() ? Progress.on(console.err(), "reading", System::nanoTime) : Progress.silent();
        Map<String, Sha256> found = new TreeMap<>();
        new FolderFacts(desk.engine(), desk.inspection(), progress)
                .examine(folder)
                .objects()
                .forEach(object -> found.put(object.path(), object.sha256()));
        faults.addAll(verdict.differences(found));
    }

    private String said(AttestedVerdict verdict) {
        return Printable.line("holds: %s %s%s by %s%s"
                .formatted(
                        verdict.submission(),
                        verdict.passed() ? "was accepted" : "was quarantined",
                        verdict.asOn().isEmpty() ? "" : " as on " + verdict.asOn(),
                        verdict.policy(),
                        keyFile.isEmpty() ? "" : ", signed by " + keyFile));
    }
}
