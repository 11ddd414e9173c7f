package org.provgate.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Strength;

/// The measurements as tables for people.
final class EvidenceTables {

    private static final List<String> STRENGTHS = List.of("conclusive", "strong", "weak", "none");

    private EvidenceTables() {}

    static String of(List<Measured> measured) {
        List<Measured> machine = only(measured, file -> file.payload().machine());
        List<Measured> human = only(
                measured, file -> !file.payload().machine() && !file.payload().trap());
        List<Measured> traps = only(measured, file -> file.payload().trap());
        List<Measured> logs = only(measured, file -> file.payload().log());
        List<Measured> mixed = only(measured, file -> file.payload().mixed());
        return """
                ## Detection

                Files of the evaluation corpus, which nobody here wrote. A cell says for how many files that was the \
                gravest thing said; repeated and combined strong signs count as conclusive, as they do in verdicts.

                | files | as they are: conclusive | strong | weak | none | without the fields that name the model: \
                conclusive | strong | weak | none |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                %s
                Any evidence on machine files: %s as they are, %s without those fields. \
                The right maker, where the corpus names one: %s of %d as they are. \
                API logs whose maker is named conclusively: %s.

                ### By maker

                | maker | files | named, as they are: conclusive | strong | weak | none | without those fields: \
                conclusive | strong | weak | none |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                %s
                ### Human files and traps that more than a weak sign speaks in

                %s
                ### API logs

                | log | makers named by more than a weak sign |
                | --- | --- |
                %s
                ### Formats

                | type by content | files | rows counted | looked into completely |
                | --- | --- | --- | --- |
                %s""".formatted(
                        row("written by models", machine)
                                + row("API logs among them", logs)
                                + row("mixed among them, one row in ten by an undeclared model", mixed)
                                + row("written by people", human)
                                + row("traps", traps),
                        share(machine, file -> Measured.any(file.asItIs()).isPresent()),
                        share(
                                only(machine, file -> file.textOnly().isPresent()),
                                file -> file.textOnly().flatMap(Measured::any).isPresent()),
                        only(measured, EvidenceTables::right).size(),
                        only(measured, file -> file.payload().ofOneMaker()).size(),
                        share(logs, Measured::right),
                        makers(machine),
                        flagged(measured),
                        logs(logs),
                        formats(measured));
    }

    private static List<Measured> only(List<Measured> measured, Predicate<Measured> which) {
        return measured.stream().filter(which).toList();
    }

    private static boolean right(Measured file) {
        return file.payload().ofOneMaker()
                && Measured.of(file.asItIs(), file.payload().maker()).isPresent();
    }

    private static String share(List<Measured> files, Predicate<Measured> which) {
        long some = files.stream().filter(which).count();
        return files.isEmpty() ? "none" : "%d of %d (%d %%)".formatted(some, files.size(), 100 * some / files.size());
    }

    private static String row(String name, List<Measured> files) {
        return "| %s, %d | %s | %s |%n"
                .formatted(
                        name,
                        files.size(),
                        cells(files, file -> Optional.of(file.asItIs()), Measured::gravest),
                        cells(files, Measured::textOnly, Measured::gravest));
    }

    private static String makers(List<Measured> machine) {
        Map<String, List<Measured>> byMaker = machine.stream()
                .filter(file -> file.payload().ofOneMaker())
                .collect(Collectors.groupingBy(file -> file.payload().maker(), TreeMap::new, Collectors.toList()));
        StringBuilder rows = new StringBuilder();
        byMaker.forEach((maker, files) -> rows.append("| %s | %d | %s | %s |%n"
                .formatted(
                        maker,
                        files.size(),
                        cells(files, file -> Optional.of(file.asItIs()), facts -> Measured.of(facts, maker)),
                        cells(files, Measured::textOnly, facts -> Measured.of(facts, maker)))));
        return rows.toString();
    }

    private static String cells(
            List<Measured> files,
            Function<Measured, Optional<ObjectFacts>> variant,
            Function<ObjectFacts, Optional<Strength>> said) {
        Map<String, Long> counts = files.stream()
                .flatMap(file -> variant.apply(file).stream())
                .collect(Collectors.groupingBy(
                        facts -> said.apply(facts).map(Strength::word).orElse("none"), Collectors.counting()));
        return STRENGTHS.stream()
                .map(strength -> String.valueOf(counts.getOrDefault(strength, 0L)))
                .collect(Collectors.joining(" | "));
    }

    private static String flagged(List<Measured> measured) {
        List<Measured> wrong = only(measured, file -> !file.payload().machine() && file.flagged());
        return wrong.isEmpty()
                ? "None.\n"
                : wrong.stream()
                        .map(file -> "* %s: %s%n".formatted(file.payload().path(), String.join(", ", file.named())))
                        .collect(Collectors.joining());
    }

    private static String logs(List<Measured> logs) {
        return logs.stream()
                .map(log -> "| %s | %s |%n"
                        .formatted(log.payload().path().replaceFirst("^.*/", ""), String.join(", ", log.named())))
                .collect(Collectors.joining());
    }

    private static String formats(List<Measured> measured) {
        Map<String, List<Measured>> byType = measured.stream()
                .collect(Collectors.groupingBy(file -> file.asItIs().mediaType(), TreeMap::new, Collectors.toList()));
        StringBuilder rows = new StringBuilder();
        byType.forEach((type, files) -> rows.append("| %s | %d | %d | %d |%n"
                .formatted(
                        type,
                        files.size(),
                        files.stream()
                                .mapToLong(file -> file.asItIs().coverage().rowsRead())
                                .sum(),
                        files.stream()
                                .filter(file -> file.asItIs().coverage().complete())
                                .count())));
        return rows.toString();
    }
}
