package org.provgate.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.provgate.cli.Console;
import org.provgate.cli.remote.GateClient;
import org.provgate.cli.remote.GateClient.Reply;
import org.provgate.formats.http.CaseText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// How much of what a gate's buckets hold was decided.
@Command(
        name = "coverage",
        description = "Says how much of what a gate's buckets hold was decided, and lists every gap with its reason.",
        footer = {
            "",
            "It lists both buckets and asks the ledger about every object version: minutes for a million.",
            "unseen: the ledger does not know it. receiving: more objects are awaited. deciding: about to be decided.",
            "damaged: the ledger's item cannot be read. misplaced: a copy in quarantine that nobody wrote down.",
            "",
            "Exit: 0 all is decided, 1 there are gaps, 2 could not run."
        })
public final class CoverageCommand implements Callable<Integer> {

    private static final int GAPS = 1;

    @Mixin
    private GateOptions gate = new GateOptions();

    private final Console console;

    public CoverageCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        TextOrJson form = gate.form();
        List<CaseText> pages = new ArrayList<>();
        try (GateClient client = gate.client()) {
            String cursor = "";
            do {
                switch (client.get("coverage" + (cursor.isEmpty() ? "" : "?cursor=" + GateClient.encoded(cursor)))) {
                    case Reply.Refused(String sentence) -> {
                        console.err().println("provgate: " + sentence);
                        return Exits.REFUSED;
                    }
                    case Reply.Done(String body) -> {
                        pages.add(CaseText.read(body));
                        cursor = pages.getLast().exact("next");
                    }
                }
            } while (!cursor.isEmpty());
        }
        long stored = sum(pages, "stored");
        long decided = sum(pages, "decided");
        switch (form) {
            case TEXT -> {
                console.out()
                        .println(String.format(
                                Locale.ROOT,
                                "%,d of %,d object versions are decided (%.2f %%), %,d of %,d bytes",
                                decided,
                                stored,
                                stored == 0 ? 100.0 : 100.0 * decided / stored,
                                sum(pages, "decidedBytes"),
                                sum(pages, "storedBytes")));
                pages.stream()
                        .flatMap(page -> page.items("items").stream())
                        .forEach(gap -> console.out()
                                .println("  " + gap.get("reason") + " " + gap.get("bucket") + " " + gap.get("key")
                                        + " since " + gap.get("since")));
            }
            case JSON -> console.out().println(CaseText.coverageJson(pages));
        }
        console.out().flush();
        return decided == stored ? Exits.DONE : GAPS;
    }

    private static long sum(List<CaseText> pages, String name) {
        return pages.stream().mapToLong(page -> page.number(name)).sum();
    }
}
