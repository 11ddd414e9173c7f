package org.provgate.cli.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.provgate.aws.wiring.Wiring;
import org.provgate.cli.CannotRunException;
import org.provgate.cli.Console;
import org.provgate.cli.Desk;
import org.provgate.cli.remote.GateClient;
import org.provgate.cli.remote.GateClient.Reply;
import org.provgate.formats.export.ExportLine;
import org.provgate.formats.export.ExportLines;
import org.provgate.formats.export.ExportReader;
import org.provgate.formats.export.UnreadableLineException;
import org.provgate.formats.http.CaseText;
import org.provgate.usecases.export.ImportFacts;
import org.provgate.usecases.operate.Caller;
import org.provgate.usecases.port.UncheckedStoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Takes facts out of a gate, for audits, previews and other gates.
@Command(
        name = "facts",
        description = "Takes the facts that decisions rest on out of a gate, or into one.",
        footer = {
            "",
            "Examples:",
            "  provgate facts export facts.jsonl.zst --endpoint http://127.0.0.1:8080/api",
            "  provgate policy preview new.yaml facts.jsonl.zst",
            "  provgate facts import facts.jsonl.zst"
        })
public final class FactsCommand {

    private static final int INCOMPLETE = 1;

    private FactsCommand() {}

    public static FactsCommand group() {
        return new FactsCommand();
    }

    @Command(
            name = "export",
            description = "Writes all facts of a gate into a file: lines of JSON, packed with zstd.",
            footer = {
                "",
                "A first line names the form, then each submission comes with its objects, then an end. What the gate",
                "cannot read itself has a line too. The file appears once it is whole.",
                "",
                "Exit: 0 done, 1 the gate could not read some of it, 2 could not run."
            })
    public static final class Export implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "Where they are written; replaced when it exists.")
        private String file = "";

        @Mixin
        private GateOptions gate = new GateOptions();

        private final Console console;
        private final Desk desk;

        public Export(Console console, Desk desk) {
            this.console = console;
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException {
            gate.form();
            Path target = console.path(file);
            Path part = target.resolveSibling(".%s.%d.part"
                    .formatted(target.getFileName(), ProcessHandle.current().pid()));
            try (GateClient client = gate.client()) {
                ExportLine.End end;
                try (OutputStream out = ExportFile.packed(new BufferedOutputStream(Files.newOutputStream(part)))) {
                    end = write(client, out);
                }
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
                console.out()
                        .println("%,d submissions with %,d objects%s"
                                .formatted(
                                        end.submissions(),
                                        end.objects(),
                                        end.damaged() == 0
                                                ? ""
                                                : "; %,d items of the ledger cannot be read".formatted(end.damaged())));
                console.out().flush();
                return end.damaged() == 0 ? Exits.DONE : INCOMPLETE;
            } catch (NoSuchFileException folder) {
                throw new CannotRunException(file + " cannot be written: its folder does not exist", folder);
            } finally {
                Files.deleteIfExists(part);
            }
        }

        private ExportLine.End write(GateClient client, OutputStream out) throws IOException {
            line(out, ExportLines.write(new ExportLine.Head(desk.version())));
            ExportLine.End end = new ExportLine.End(0, 0, 0);
            String cursor = "";
            do {
                switch (client.get("facts" + (cursor.isEmpty() ? "" : "?cursor=" + GateClient.encoded(cursor)))) {
                    case Reply.Refused(String sentence) -> throw new CannotRunException(sentence);
                    case Reply.Done(String body) -> {
                        CaseText page = CaseText.read(body);
                        for (String text : page.texts("items")) {
                            line(out, text);
                        }
                        end = new ExportLine.End(
                                end.submissions() + page.number("submissions"),
                                end.objects() + page.number("objects"),
                                end.damaged() + page.number("damaged"));
                        cursor = page.get("next");
                    }
                }
            } while (!cursor.isEmpty());
            line(out, ExportLines.write(end));
            return end;
        }

        private static void line(OutputStream out, String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        }
    }

    @Command(
            name = "import",
            description = "Takes facts of another gate in for objects that lie in this one's bucket already.",
            footer = {
                "",
                "It works on the gate itself, with the credentials that AWS tools use; PROVGATE_TABLE,",
                "PROVGATE_DATASET_BUCKET, PROVGATE_QUARANTINE_BUCKET and PROVGATE_REPORT_BUCKET name it. Facts count for",
                "the very bytes they were measured on; other objects are left to inspection. Verdicts are this gate's own.",
                "",
                "Exit: 0 done, 1 some lines were passed over, 2 could not run."
            })
    public static final class Import implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "What `facts export` wrote.")
        private String file = "";

        private final Console console;
        private final Desk desk;
        private int passedOver;

        public Import(Console console, Desk desk) {
            this.console = console;
            this.desk = desk;
        }

        @Override
        public Integer call() throws IOException {
            Path path = Arguments.existing(console, file);
            Wiring gate = gate();
            ImportFacts facts = new ImportFacts(
                    gate.ledger(),
                    gate.store(),
                    gate.policies(),
                    desk.engine(),
                    new Caller.Operator("import"),
                    console.clock(),
                    what -> {
                        passedOver++;
                        console.err().println("provgate: passed over: " + what);
                    });
            try (InputStream in = ExportFile.open(path)) {
                ExportReader.read(in, facts);
            } catch (UnreadableLineException noExport) {
                throw new CannotRunException(file + ": " + noExport.getMessage(), noExport);
            } catch (UncheckedStoreException outage) {
                throw new CannotRunException(String.valueOf(outage.getMessage()), outage);
            }
            ImportFacts.Imported imported = facts.imported();
            console.out()
                    .println(("%,d objects taken in, %,d known before, %,d not in the bucket, %,d with other bytes;"
                                    + " %,d waivers")
                            .formatted(
                                    imported.taken(),
                                    imported.known(),
                                    imported.absent(),
                                    imported.other(),
                                    imported.waived()));
            console.out().flush();
            return passedOver == 0 ? Exits.DONE : INCOMPLETE;
        }

        private Wiring gate() {
            try {
                return Wiring.ofOperator(System.getenv(), console.clock());
            } catch (IllegalStateException unnamed) {
                throw new CannotRunException(String.valueOf(unnamed.getMessage()), unnamed);
            }
        }
    }
}
