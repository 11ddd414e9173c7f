package org.provgate.proof.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.cli.Console;
import org.provgate.cli.Main;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.convert.Target;
import org.provgate.formats.report.ReportFormat;
import org.provgate.usecases.ledger.State;

/// Texts of a contributor that would steer a terminal, a page, a spreadsheet or a log, followed to whoever reads them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InjectionAttacksTest {

    private static final String MARKUP = "<img src=x onerror=alert(1)>";
    private static final String STEERING =
            "\\u001b[2J\\u001b]0;owned\\u0007\\u202egnp.exe\\u0000\\r\\nlevel=ERROR fake=1";
    private static final String FORMULA = "=HYPERLINK(\\\"https://evil.example\\\",\\\"open\\\")";

    private static final SubmissionName NAME = Intruder.name("injected");

    private final Intruder intruder = Intruder.atAGate();

    @BeforeAll
    void hostileTextsEverywhere() {
        String manifest = Intruder.BAD
                .replace("name: Harbour phrasebook", "name: \"" + STEERING + MARKUP + "\"")
                .replace("description: ", "description: \"" + FORMULA + "\" # ")
                .replace("- name: Jane Example", "- name: \"" + FORMULA + MARKUP + STEERING + "\"")
                .replace("name: Written from scratch", "name: \"@SUM(1)" + STEERING + "\" # ")
                .replace(
                        "teachers: none", "teachers: [{id: \"" + MARKUP + "\", model: \"" + STEERING + MARKUP + "\"}]");
        intruder.put(NAME.keyOf("data/" + MARKUP + "\u202egnp.jsonl"), "{\"a\": 1}\n");
        intruder.put(NAME.keyOf("data/=cmd|' /C calc'!A0.jsonl"), "{\"a\": 1}\n");
        intruder.put(NAME.keyOf("data/`rm -rf`$(x)&&\"';--.jsonl"), "{\"a\": 1}\n");
        intruder.submit(NAME, manifest);
        intruder.settled(NAME, State.QUARANTINED);
        String appeal = "/api/submissions/" + NAME + "/appeal";
        String token = intruder.gate.ready().contributorToken();
        intruder.ask("POST", appeal, token, "{\"message\": \"" + STEERING + MARKUP + "\"}");
        intruder.ask("POST", appeal, token, "{\"message\": \"\u202egnp.exe" + MARKUP + "\"}");
    }

    @AfterAll
    void stop() {
        intruder.close();
    }

    private static void steersNothing(String text) {
        assertThat(text.codePoints()
                        .filter(c -> (c < 0x20 && c != '\n')
                                || (c >= 0x7f && c < 0xa0)
                                || (c >= 0x202a && c <= 0x202e)
                                || (c >= 0x2066 && c <= 0x2069)
                                || c == 0x200b)
                        .mapToObj(Integer::toHexString))
                .as(text)
                .isEmpty();
        assertThat(text.lines()).noneMatch(line -> line.startsWith("level=ERROR fake"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "history",
                "list",
                "status --format json",
                "history --format json",
                "list --format json"
            })
    void theTerminalOfAnOperatorIsNotSteered(String verb, @TempDir Path folder) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> words = List.of(verb.split(" ", 2));
        Stream<String> asked = Stream.of(
                        words.subList(0, 1),
                        verb.startsWith("list") ? List.<String>of() : List.of(NAME.toString()),
                        words.size() > 1 ? List.of("--format", "json") : List.<String>of(),
                        List.of("--api", intruder.gate.ready().api().toString()),
                        List.of("--token", intruder.gate.ready().token()))
                .flatMap(List::stream);
        Main.run(
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        false,
                        folder,
                        InstantSource.system()),
                asked.toArray(String[]::new));

        assertThat(out.toString(StandardCharsets.UTF_8)).isNotBlank();
        steersNothing(out.toString(StandardCharsets.UTF_8));
        steersNothing(err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theJsonOfTheInterfaceSteersNothing() {
        for (String path : List.of("", "/history", "/report")) {
            String body = intruder.ask(
                            "GET",
                            "/api/submissions/" + NAME + path,
                            intruder.gate.ready().token(),
                            "")
                    .body();

            assertThat(body).contains("img src=x");
            steersNothing(body);
        }
    }

    @Test
    void theReportAsAPageHoldsNoMarkupOfTheContributor() {
        var answer = intruder.askFor("/api/submissions/" + NAME + "/report", "text/html");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().toLowerCase(Locale.ROOT)).contains("&lt;img").doesNotContain("<img", "<script");
        assertThat(answer.headers().firstValue("content-security-policy")).isPresent();
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
        steersNothing(answer.body());
    }

    @Test
    void nothingIsExportedAsATableForSpreadsheets() {
        for (ReportFormat form : ReportFormat.values()) {
            assertThat(form.mediaType()).doesNotContain("csv", "tab-separated", "excel", "spreadsheet");
        }
        for (Target target : Target.values()) {
            assertThat(target.file()).doesNotEndWith(".csv").doesNotEndWith(".tsv");
        }
        assertThat(intruder.ask(
                                "GET",
                                "/api/openapi.json",
                                intruder.gate.ready().token(),
                                "")
                        .body())
                .contains("openapi")
                .doesNotContain("text/csv");
    }

    @Test
    void theLogHasNoLineThatAContributorWrote() {
        assertThat(intruder.log().lines()).noneMatch(line -> line.contains("fake=1"));
    }
}
