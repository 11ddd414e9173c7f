package org.provgate.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.formats.recognition.SubmissionManifests;
import org.provgate.inspection.Limits;

/// What the product does beside what people have at hand for parts of it, in one run.
public final class SideBySide {

    private static final int SECONDS = 4;

    private static final int STARTS = 9;

    private static final List<Integer> FILES = List.of(10, 1000);

    private static final int SMALL = 1_000_000;

    private static final int LARGE = 512_000_000;

    private static final LongSupplier TICKER = Limits.standard().ticker();

    /// @param command as a person types it, for the table
    /// @param call for the shell
    private record Contest(String what, String command, String call, String peers, String peerCall) {}

    private SideBySide() {}

    /// @param arguments the command `provgate`, the native schema, the folder of the peers' programs, the page whose
    /// section is written, and a folder for files
    public static void main(String... arguments) throws IOException, InterruptedException {
        String provgate = arguments[0];
        Path schema = Path.of(arguments[1]);
        Path peers = Path.of(arguments[2]);
        Path scratch = Path.of(arguments[4]);
        StringBuilder text = new StringBuilder("""
                ## Side by side

                What people have at hand for parts of the work, in one run on one machine; `tools/bench/side-by-side` runs it
                again. Less is better; a ratio over 1 means that the product is the slower one.

                """);
        text.append("### A manifest against its schema, warm\n\n").append("""
                Parsing and checking one native manifest in JSON, all faults asked for. The peers check the schema; the product
                recognises the format, keeps the place of every value, and makes typed claims with sentences for people.

                | files listed | provgate | Ajv | ratio | Python jsonschema | ratio |
                | --- | --- | --- | --- | --- | --- |
                """);
        List<String> versions = new ArrayList<>();
        for (int files : FILES) {
            Path manifest = scratch.resolve("manifest-%d.json".formatted(files));
            byte[] bytes = manifest(files, "0".repeat(64)).getBytes(StandardCharsets.UTF_8);
            Files.write(manifest, bytes);
            double own = own(bytes);
            Optional<String[]> ajv = said(peers, "node", "ajv.mjs", schema, manifest);
            Optional<String[]> python = said(peers, "python3", "schema.py", schema, manifest);
            text.append("| %d | %s | %s | %s |\n".formatted(files, micros(own), cell(own, ajv), cell(own, python)));
            versions.clear();
            versions.add("Ajv " + ajv.map(said -> said[0]).orElse("is not here"));
            versions.add("jsonschema " + python.map(said -> said[0]).orElse("is not here"));
        }
        text.append("\n").append(atTheShell(provgate, schema, peers, scratch));
        text.append("\nVersions: ")
                .append(String.join(", ", versions))
                .append(", ")
                .append(versions())
                .append(".\n");
        Sections.write(Path.of(arguments[3]), "side-by-side", text.toString());
    }

    /// Microseconds to read one manifest, once the machine is warm.
    private static double own(byte[] manifest) {
        TreeMap<String, byte[]> candidates = new TreeMap<>();
        candidates.put("provenance.json", manifest);
        double measured = 0;
        for (int half = 0; half < 2; half++) {
            long begin = TICKER.getAsLong();
            long rounds = 0;
            do {
                if (!(SubmissionManifests.choose(candidates) instanceof ManifestReading.Read(var _, var faults, var _)
                        && faults.isEmpty())) {
                    throw new IllegalStateException("the manifest of this measurement is not in order");
                }
                rounds++;
            } while (TICKER.getAsLong() - begin < SECONDS * 500_000_000L);
            measured = (TICKER.getAsLong() - begin) / 1000.0 / rounds;
        }
        return measured;
    }

    /// Version, microseconds and verdict; empty where the program is not here.
    private static Optional<String[]> said(Path peers, String program, String script, Path schema, Path manifest)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "exec \"$@\"",
                        "sh",
                        program,
                        peers.resolve(script).toString(),
                        schema.toString(),
                        manifest.toString(),
                        Integer.toString(SECONDS))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String[] said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split(" ", 3);
        if (process.waitFor() != 0 || said.length != 3) {
            return Optional.empty();
        }
        if (!said[2].equals("true")) {
            throw new IllegalStateException(program + " does not accept the manifest of this measurement");
        }
        return Optional.of(said);
    }

    private static String cell(double own, Optional<String[]> said) {
        return said.map(it -> {
                    double peer = Double.parseDouble(it[1]);
                    return micros(peer) + " | " + ratio(own, peer);
                })
                .orElse("not here | ");
    }

    private static String atTheShell(String provgate, Path schema, Path peers, Path scratch)
            throws IOException, InterruptedException {
        Path small = rows(scratch.resolve("small"), SMALL);
        Path large = rows(scratch.resolve("large"), LARGE);
        Path packed = Path.of(large + ".gz");
        Path squeezed = Path.of(large + ".zst");
        shell("gzip -k -f \"$1\"", large);
        shell("zstd -q -k -f \"$1\"", large);
        Path submission = Files.createDirectories(scratch.resolve("submission"));
        Files.writeString(submission.resolve("rows.jsonl"), "{\"text\": \"The ferry leaves at noon.\"}\n");
        Files.writeString(submission.resolve("provenance.json"), manifest(1, "0".repeat(64)));
        String search = "rg -c -i 'as an ai language model|i am chatgpt|i am claude|chatcmpl-'";
        List<Contest> contests = List.of(
                new Contest(
                        "one small submission, start and all",
                        "`provgate validate`",
                        quoted(provgate) + " validate " + quoted(submission),
                        "Ajv on the manifest",
                        "node %s %s %s 0"
                                .formatted(
                                        quoted(peers.resolve("ajv.mjs")),
                                        quoted(schema),
                                        quoted(submission.resolve("provenance.json")))),
                new Contest(
                        "",
                        "`provgate validate`",
                        quoted(provgate) + " validate " + quoted(submission),
                        "jsonschema on the manifest",
                        "python3 %s %s %s 0"
                                .formatted(
                                        quoted(peers.resolve("schema.py")),
                                        quoted(schema),
                                        quoted(submission.resolve("provenance.json")))),
                inspected("1 MB of rows", provgate, small, "`rg` for four phrases", search + " \"$1\""),
                inspected("512 MB of rows", provgate, large, "`rg` for four phrases", search + " \"$1\""),
                inspected("the same in gzip", provgate, packed, "`gzip -dc` into `rg`", "gzip -dc \"$1\" | " + search),
                inspected(
                        "the same in zstd", provgate, squeezed, "`zstd -dc` into `rg`", "zstd -dc \"$1\" | " + search));
        StringBuilder text =
                new StringBuilder("""
                ### At the shell

                Wall-clock seconds, the median of %d runs, on %d processors. `provgate validate` also hashes and inspects the files and
                decides; `provgate inspect` looks for every fingerprint it has, counts rows and columns, and says where it found what.

                | what | product | s | beside | s | ratio |
                | --- | --- | --- | --- | --- | --- |
                """.formatted(STARTS, Runtime.getRuntime().availableProcessors()));
        for (Contest contest : contests) {
            double own = median(contest.call());
            double peer = median(contest.peerCall());
            text.append("| %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            contest.what(),
                            contest.command(),
                            seconds(own),
                            contest.peers(),
                            seconds(peer),
                            ratio(own, peer)));
        }
        return text.toString();
    }

    /// Hashing a file and looking into it, beside the two programs that do each.
    ///
    /// @param look for the shell, with `"$1"` for the file
    private static Contest inspected(String what, String provgate, Path file, String looked, String look) {
        return new Contest(
                what,
                "`provgate inspect`",
                quoted(provgate) + " inspect " + quoted(file),
                "`sha256sum`, then " + looked,
                "set -- %s; sha256sum \"$1\"; %s".formatted(quoted(file), look));
    }

    private static double median(String call) throws IOException, InterruptedException {
        List<Duration> runs = new ArrayList<>();
        for (int run = 0; run <= STARTS; run++) {
            long begin = TICKER.getAsLong();
            shell(call);
            if (run > 0) {
                runs.add(Duration.ofNanos(TICKER.getAsLong() - begin));
            }
        }
        return runs.stream().sorted().toList().get(STARTS / 2).toNanos() / 1e9;
    }

    private static void shell(String call, Path... files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", call, "sh"));
        for (Path file : files) {
            command.add(file.toString());
        }
        new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static String versions() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "echo Node $(node --version), $(python3 --version), $(rg --version | head -n 1),"
                                + " $(sha256sum --version | head -n 1), $(gzip --version | head -n 1),"
                                + " zstd $(zstd --version | grep -o 'v[0-9.]*')")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said + ", Java " + Runtime.version();
    }

    /// A file of that many bytes or a row more; every ten thousandth row says who made it.
    private static Path rows(Path folder, int size) throws IOException {
        Path file = Files.createDirectories(folder).resolve("rows.jsonl");
        try (var out = Files.newBufferedWriter(file)) {
            for (int row = 0, written = 0; written < size; row++) {
                String text =
                        "{\"id\": %d, \"question\": \"How deep is harbour %d at low water, and who keeps the log of it?\", \"answer\": \"%s\"}\n"
                                .formatted(
                                        row,
                                        row * 31 % 977,
                                        row % 10_000 == 9_999
                                                ? "As an AI language model I cannot look out of the window."
                                                : "The keeper reads the gauge at noon; it stood at %d centimetres."
                                                        .formatted(row * 17 % 900));
                out.write(text);
                written += text.length();
            }
        }
        return file;
    }

    /// In JSON, which all of them read.
    private static String manifest(int files, String digest) {
        StringBuilder entries = new StringBuilder();
        for (int file = 0; file < files; file++) {
            entries.append(file == 0 ? "" : ",\n").append("""
                    {"path": "data/part-%05d.jsonl", "sha256": "%s", "rows": 100, "sources": ["writers"], "teachers": ["writer"]}""".formatted(file, digest));
        }
        return """
                {"manifest": "dataset-provenance/v1",
                 "dataset": {"name": "Harbour dialogues", "version": "1.0.0", "description": "Talk about harbours.",
                  "languages": ["en"], "license": "CC-BY-4.0"},
                 "contributors": [{"name": "Jane Example", "email": "jane@example.org", "roles": ["submitter", "creator"]}],
                 "sources": [{"id": "writers", "type": "human-authored", "name": "Written by the contributors",
                  "license": "CC-BY-4.0", "rightsBasis": "own-work", "collectionPeriod": {"start": "2026-02", "end": "2026-04"}}],
                 "teachers": [{"id": "writer", "provider": "Alibaba", "model": "Qwen/Qwen3-32B", "uses": ["generated"],
                  "generationPeriod": {"start": "2026-03-02", "end": "2026-03-20"}, "accessChannel": "self-hosted",
                  "terms": {"name": "Apache License 2.0", "version": "2.0", "license": "Apache-2.0"}}],
                 "files": [%s],
                 "attestations": [{"type": "complete-and-accurate", "by": "Jane Example", "date": "2026-05-04"},
                  {"type": "right-to-contribute", "by": "Jane Example", "date": "2026-05-04"},
                  {"type": "terms-complied", "by": "Jane Example", "date": "2026-05-04"}]}
                """.formatted(entries);
    }

    private static String quoted(Object path) {
        return "'" + path + "'";
    }

    private static String micros(double micros) {
        return String.format(Locale.ROOT, "%.0f µs", micros);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }

    private static String ratio(double own, double peer) {
        return String.format(Locale.ROOT, "%.2f", own / peer);
    }
}
