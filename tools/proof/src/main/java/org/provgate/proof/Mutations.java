package org.provgate.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.provgate.bench.Sections;

/// Writes what PIT found, and prints the mutants that lived.
///
/// usage: Mutations PAGE MUTATIONS_XML
final class Mutations {

    private static final Pattern MUTANT = Pattern.compile(
            "<mutation detected='(\\w+)' status='(\\w+)'.*?<mutatedClass>(.*?)</mutatedClass>"
                    + "<mutatedMethod>(.*?)</mutatedMethod>.*?<lineNumber>(\\d+)</lineNumber>.*?"
                    + "<description>(.*?)</description>",
            Pattern.DOTALL);

    private static final String CORE = "org.provgate.core.";

    private Mutations() {}

    private static final class Count {
        private int all;
        private int found;
    }

    public static void main(String[] arguments) throws IOException {
        SortedMap<String, Count> packages = new TreeMap<>();
        Count total = new Count();
        List<String> lived = new ArrayList<>();
        for (MatchResult mutant : MUTANT.matcher(Files.readString(Path.of(arguments[1])))
                .results()
                .toList()) {
            String type = mutant.group(3).substring(CORE.length());
            Count count = packages.computeIfAbsent(type.replaceFirst("\\.?[A-Z].*", ""), _ -> new Count());
            boolean found = mutant.group(1).equals("true");
            count.all++;
            total.all++;
            if (found) {
                count.found++;
                total.found++;
            } else {
                lived.add("%s.%s:%s %s (%s)"
                        .formatted(type, mutant.group(4), mutant.group(5), mutant.group(6), mutant.group(2)));
            }
        }
        lived.stream().sorted().forEach(System.out::println);
        StringBuilder text = new StringBuilder("""
            ### Mutated

            `tools/proof/run mutations`: PIT changed `shared/core` in %,d places, one at a time; its own tests noticed %,d, \
            %.1f %%. The build's profile `mutations` fails below the share that the parent pom keeps.

            | package of core | mutants | found |
            | --- | ---: | ---: |
            """.formatted(total.all, total.found, share(total)));
        packages.forEach(
                (name, count) -> text.append("| %s | %,d | %.0f %% |\n".formatted(name, count.all, share(count))));
        Sections.write(Path.of(arguments[0]), "mutations", text.toString());
        System.out.print(text);
    }

    private static double share(Count count) {
        return 100.0 * count.found / Math.max(1, count.all);
    }
}
