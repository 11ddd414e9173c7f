package org.provgate.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.provgate.cli.CannotRunException;
import org.provgate.cli.Console;
import org.provgate.cli.Desk;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.formats.convert.Conversion;
import org.provgate.formats.convert.Target;
import org.provgate.usecases.gate.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a manifest in another format.
@Command(
        name = "convert",
        description = "Writes a manifest in another format, and says what that cannot hold.",
        footer = {
            "",
            "The file that is read is never changed. What could not be carried over is said on standard error.",
            "",
            "Exit: 0, or 2 when it could not run.",
            "",
            "Example:",
            "  provgate convert croissant.json --to native --output provenance.yaml"
        })
public final class ConvertCommand implements Callable<Integer> {

    private static final List<String> USUAL_NAMES = List.of(
            "provenance.yaml",
            "provenance.json",
            "croissant.json",
            "provenance.cdx.json",
            "provenance.spdx3.json",
            "datapackage.json",
            "data-provenance.json",
            "declaration.intoto.json",
            "provenance.prov.jsonld",
            "README.md");

    @Parameters(paramLabel = "FILE", description = "A manifest in any format that the gate reads.")
    private String file = "";

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            required = true,
            description = "native, croissant, cyclonedx, cyclonedx-1.7, spdx, huggingface (a card's front matter),"
                    + " openlineage, eu-summary or ab2013.")
    private String to = "";

    @Option(
            names = "--output",
            paramLabel = "FILE",
            defaultValue = "",
            description = "Write it there instead of to standard output.")
    private String output = "";

    private final Console console;
    private final Desk desk;

    public ConvertCommand(Console console, Desk desk) {
        this.console = console;
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        Target target = Arguments.word(Target.class, "--to", to);
        Path path = Arguments.existing(console, file);
        Path name = path.getFileName();
        if (!Files.isRegularFile(path) || name == null) {
            throw new CannotRunException(file + " is not a file; convert reads one manifest");
        }
        if (!output.isEmpty() && Files.exists(console.path(output)) && Files.isSameFile(path, console.path(output))) {
            throw new CannotRunException("--output names the file that is read; it is never changed");
        }
        Conversion conversion = Conversion.of(read(path, name.toString()), target, console.today());
        if (output.isEmpty()) {
            console.out().print(conversion.text());
            console.out().flush();
        } else {
            Arguments.write(console.path(output), output, conversion.text().getBytes(StandardCharsets.UTF_8));
        }
        conversion.notCarried().forEach(lost -> console.err().println("not carried: " + lost));
        return Exits.DONE;
    }

    private Manifest read(Path path, String name) throws IOException {
        byte[] text;
        try (InputStream bytes = Files.newInputStream(path)) {
            text = bytes.readNBytes(Engine.MANIFEST_LIMIT + 1);
        }
        ManifestReading asNamed = reading(name, text);
        if (asNamed instanceof ManifestReading.Read read) {
            return read.manifest();
        }
        // The file was named by a person, so its content decides, whatever it is called.
        for (String usual : USUAL_NAMES) {
            if (reading(usual, text) instanceof ManifestReading.Read read) {
                return read.manifest();
            }
        }
        throw switch (asNamed) {
            case ManifestReading.Unreadable unreadable -> at(unreadable.at(), unreadable.message());
            case ManifestReading.UnsupportedVersion unsupported -> at(unsupported.at(), unsupported.message());
            case ManifestReading.Read _, ManifestReading.Several _, ManifestReading.Missing _ ->
                new CannotRunException(file + " is in no format that the gate reads");
        };
    }

    private ManifestReading reading(String name, byte[] text) {
        SortedMap<String, byte[]> candidate = new TreeMap<>();
        if (desk.engine().manifests().isCandidate(name)) {
            candidate.put(name, text);
        }
        return desk.engine().manifests().read(candidate);
    }

    private CannotRunException at(Place place, String message) {
        return new CannotRunException("%s:%d:%d: %s".formatted(file, place.line(), place.column(), message));
    }
}
