package org.provgate.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.provgate.cli.CannotRunException;
import org.provgate.cli.Console;
import org.provgate.cli.remote.GateClient;
import org.provgate.cli.remote.GateClient.Reply;
import org.provgate.formats.http.CaseText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lets a gate decide everything again, and follows it.
@Command(
        name = "rescan",
        description = "Decides everything a gate holds again, from stored facts, and says what changed.",
        footer = {
            "",
            "A rescan looks first. When more than --flip-percent of the submissions would flip it writes nothing and",
            "asks; `--say confirm` lets it go on, `--say stop` ends it.",
            "",
            "Exit: 0 finished, 1 refused, stopped, or it asks, 2 could not run.",
            "",
            "Examples:",
            "  provgate rescan --endpoint http://127.0.0.1:8080/api",
            "  provgate rescan --scope provider:anthropic",
            "  provgate rescan --say confirm"
        })
public final class RescanCommand implements Callable<Integer> {

    private static final int BETWEEN_LOOKS_MILLIS = 500;

    private static final int NOT_FINISHED = 1;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            defaultValue = "all",
            description =
                    "all, or what verdicts hang on: provider:, model:, dataset:, rule:, license: or submission: with"
                            + " a name. Default: ${DEFAULT-VALUE}.")
    private String scope = "all";

    @Option(
            names = "--flip-percent",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many in a hundred may flip without asking. Default: ${DEFAULT-VALUE}.")
    private int flipPercent = 10;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why; it is kept with who asked.")
    private String reason = "";

    @Option(
            names = "--say",
            paramLabel = "WORD",
            defaultValue = "",
            description = "pause, resume, stop or confirm: to the rescan there is, instead of a new one.")
    private String say = "";

    @Option(
            names = "--run",
            paramLabel = "ID",
            defaultValue = "latest",
            description = "Which rescan. Default: the last.")
    private String run = "latest";

    @Option(names = "--status", description = "Only shows how far the rescan has come.")
    private boolean status;

    @Option(names = "--no-wait", description = "Does not follow it to its end.")
    private boolean noWait;

    @Mixin
    private GateOptions gate = new GateOptions();

    private final Console console;

    public RescanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        TextOrJson form = gate.form();
        if (flipPercent < 0 || flipPercent > 100) {
            throw new CannotRunException("--flip-percent takes 0 to 100, not " + flipPercent);
        }
        try (GateClient client = gate.client()) {
            return switch (asked(client)) {
                case Reply.Refused(String sentence) -> {
                    console.err().println("provgate: " + sentence);
                    yield Exits.REFUSED;
                }
                case Reply.Done(String body) -> followed(client, CaseText.read(body), form);
            };
        }
    }

    private Reply asked(GateClient client) {
        if (status) {
            return client.get("rescans/" + GateClient.encoded(run));
        }
        if (!say.isEmpty()) {
            return client.post(
                    "rescans/" + GateClient.encoded(run) + "/" + GateClient.encoded(say), withReason(List.of()));
        }
        return client.post("rescans", withReason(List.of("scope", scope, "flipPercent", "" + flipPercent)));
    }

    private String withReason(List<String> members) {
        List<String> all = new ArrayList<>(members);
        if (!reason.isEmpty()) {
            all.addAll(List.of("reason", reason));
        }
        return CaseText.object(all);
    }

    private int followed(GateClient client, CaseText begun, TextOrJson form) {
        String id = begun.get("id");
        CaseText now = begun;
        while (!status && !noWait && isUnderWay(now)) {
            pause();
            now = page(client, id, "");
        }
        List<CaseText> pages = new ArrayList<>();
        pages.add(now);
        for (String next = now.get("next");
                !next.isEmpty();
                next = pages.getLast().get("next")) {
            pages.add(page(client, id, next));
        }
        switch (form) {
            case TEXT -> console.out().print(CaseText.rescan(pages));
            case JSON -> console.out().println(CaseText.rescanJson(pages));
        }
        console.out().flush();
        return now.get("stage").equals("finished") || ((noWait || status) && isUnderWay(now))
                ? Exits.DONE
                : NOT_FINISHED;
    }

    private static boolean isUnderWay(CaseText run) {
        String stage = run.get("stage");
        return !run.flag("paused") && (stage.equals("looking") || stage.equals("writing"));
    }

    private static CaseText page(GateClient client, String id, String cursor) {
        String path =
                "rescans/" + GateClient.encoded(id) + (cursor.isEmpty() ? "" : "?cursor=" + GateClient.encoded(cursor));
        return switch (client.get(path)) {
            case Reply.Refused(String sentence) -> throw new CannotRunException(sentence);
            case Reply.Done(String body) -> CaseText.read(body);
        };
    }

    private static void pause() {
        try {
            if (new CountDownLatch(1).await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotRunException("stopped", stopped);
        }
    }
}
