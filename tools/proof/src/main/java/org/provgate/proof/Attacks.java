package org.provgate.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.provgate.bench.Sections;

/// Says which tests are attacks, and writes what came of them.
///
/// usage: Attacks modules | Attacks tests | Attacks write ROOT
final class Attacks {

    private static final Pattern CASE =
            Pattern.compile("<testcase name=\"(\\w+)[^>]*?(/>|>(.*?)</testcase>)", Pattern.DOTALL);

    private Attacks() {}

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "modules" -> System.out.println(joined(Attack.all().stream().map(Attack::module)));
            case "tests" -> System.out.println(joined(Attack.all().stream().map(Attack::type)));
            case "write" -> System.exit(write(Path.of(arguments[1])) ? 0 : 1);
            default -> throw new IllegalArgumentException("modules, tests or write ROOT");
        }
    }

    private static String joined(Stream<String> words) {
        return words.distinct().sorted().collect(Collectors.joining(","));
    }

    /// What one test came to.
    private record Result(int passed, int failed, int skipped) {

        Result and(Result other) {
            return new Result(passed + other.passed, failed + other.failed, skipped + other.skipped);
        }

        String words() {
            if (failed > 0) {
                return "**broke through: %d of %d**".formatted(failed, passed + failed);
            }
            if (passed == 0) {
                return "not tried here";
            }
            return passed == 1 ? "held" : "held, %d forms".formatted(passed);
        }
    }

    private static boolean write(Path root) throws IOException {
        StringBuilder text = new StringBuilder("""
            ### Attacked

            `tools/proof/run attacks`: each line is a test of that name, run on the real parts. `…IsNotSeen` says what the gate \
            does not see, see [limits.md](limits.md).

            """);
        String kind = "";
        int held = 0;
        boolean all = true;
        for (Attack attack : Attack.all()) {
            if (!attack.kind().equals(kind)) {
                kind = attack.kind();
                text.append("\n| %s | result |\n| --- | --- |\n".formatted(kind));
            }
            Result result = results(root.resolve(attack.module()), attack);
            all &= result.failed() == 0 && result.passed() > 0;
            held += result.passed();
            text.append("| %s (`%s`) | %s |\n".formatted(attack.sentence(), attack.type(), result.words()));
        }
        text.append("\n%d attacks in %,d forms.\n".formatted(Attack.all().size(), held));
        Sections.write(root.resolve("docs/proof.md"), "attacks", text.toString());
        System.out.print(text);
        return all;
    }

    private static Result results(Path module, Attack attack) throws IOException {
        Path reports = module.resolve("target/surefire-reports");
        SortedMap<String, Result> found = new TreeMap<>();
        if (Files.isDirectory(reports)) {
            try (Stream<Path> files = Files.list(reports)) {
                List<Path> ofType = files.filter(file -> file.toString().endsWith("." + attack.type() + ".xml"))
                        .toList();
                for (Path file : ofType) {
                    CASE.matcher(Files.readString(file))
                            .results()
                            .forEach(one -> found.merge(one.group(1), result(one), Result::and));
                }
            }
        }
        return found.getOrDefault(attack.method(), new Result(0, 0, 0));
    }

    private static Result result(MatchResult one) {
        String inside = String.valueOf(one.group(3));
        if (inside.contains("<failure") || inside.contains("<error")) {
            return new Result(0, 1, 0);
        }
        return inside.contains("<skipped") ? new Result(0, 0, 1) : new Result(1, 0, 0);
    }
}
