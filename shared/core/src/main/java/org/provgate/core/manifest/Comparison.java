package org.provgate.core.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.FileEntry.Target;

/// Several manifests of one submission held against each other. Only what two of them say is compared: silence is no
/// contradiction, but a teacher or a source that one of them leaves out is.
///
/// @param agreements what a second manifest says likewise
public record Comparison(List<Difference> differences, List<String> agreements) {

    /// @param what the thing that differs: `the licence`, `the SHA-256 of data/a.jsonl`
    /// @param counts the place whose value is taken
    /// @param other the place that says something else
    /// @param grave whether a decision rests on it
    public record Difference(String what, String counted, Place counts, String said, Place other, boolean grave) {}

    public Comparison {
        differences = List.copyOf(differences);
        agreements = List.copyOf(agreements);
    }

    public static Comparison of(Manifest manifest) {
        Comparison found = new Comparison(List.of(), List.of());
        for (Manifest other : manifest.others()) {
            Pair pair = new Pair(manifest, other);
            found = found.and(pair.compared());
        }
        return found;
    }

    private Comparison and(Comparison more) {
        return new Comparison(
                Stream.concat(differences.stream(), more.differences.stream()).toList(),
                Stream.concat(agreements.stream(), more.agreements.stream()).toList());
    }

    /// The manifest that counts and one beside it.
    private static final class Pair {

        private final Manifest first;
        private final Manifest other;
        private final List<Difference> differences = new ArrayList<>();
        private final List<String> agreements = new ArrayList<>();

        Pair(Manifest first, Manifest other) {
            this.first = first;
            this.other = other;
        }

        Comparison compared() {
            field("the licence", Dataset::license, true);
            field("the name", Dataset::name, false);
            field("the version", Dataset::version, false);
            teachers();
            sources();
            files();
            return new Comparison(differences, agreements);
        }

        private void field(String what, Function<Dataset, Field<String>> of, boolean grave) {
            compare(what, of.apply(first.dataset()), of.apply(other.dataset()), grave);
        }

        private void compare(String what, Field<String> one, Field<String> two, boolean grave) {
            if (!(one instanceof Field.Stated<String>(String counted, Place at))
                    || !(two instanceof Field.Stated<String>(String said, Place there))
                    || at.equals(there)) {
                return;
            }
            if (folded(counted).equals(folded(said))) {
                agreements.add("%s: %s and %s".formatted(what, at.file(), there.file()));
            } else {
                differences.add(new Difference(what, counted, at, said, there, grave));
            }
        }

        private void teachers() {
            boolean elsewhere = first.teachers().at().file().equals(other.file());
            if (elsewhere) {
                return;
            }
            if (first.teachers() instanceof Teachers.Listed listed && other.teachers() instanceof Teachers.None none) {
                differences.add(new Difference("the teachers", names(listed), listed.at(), "none", none.at(), true));
            }
            List<OtherTeachers.Named> extra = OtherTeachers.of(first).stream()
                    .filter(named -> named.in().file().equals(other.file()))
                    .toList();
            for (OtherTeachers.Named named : extra) {
                String model = named.teacher()
                        .model()
                        .value()
                        .orElse(named.teacher().subject().name());
                differences.add(new Difference(
                        "the teacher %s".formatted(model),
                        first.teachers() instanceof Teachers.None ? "no teachers" : "not that one",
                        first.teachers().at(),
                        "it",
                        named.teacher().at(),
                        true));
            }
            if (extra.isEmpty() && !other.teachers().listed().isEmpty()) {
                agreements.add("the teachers: %s and %s".formatted(first.file(), other.file()));
            }
        }

        private static String names(Teachers.Listed listed) {
            return listed.teachers().stream()
                    .flatMap(teacher -> teacher.model().value().stream())
                    .limit(3)
                    .collect(Collectors.joining(", "));
        }

        private void sources() {
            if (first.sources() instanceof Sources.Unstated
                    || first.sources().at().file().equals(other.file())) {
                return;
            }
            Set<String> known =
                    first.sources().listed().stream().flatMap(Pair::namesOf).collect(Collectors.toSet());
            for (DataSource source : other.sources().listed()) {
                boolean dataset =
                        source.type().value().filter(SourceType.DATASET::equals).isPresent();
                if (dataset && namesOf(source).noneMatch(known::contains)) {
                    String name = source.name().value().orElse(source.subject().name());
                    differences.add(new Difference(
                            "the source %s".formatted(name),
                            first.sources() instanceof Sources.None ? "no sources" : "not that one",
                            first.sources().at(),
                            "it",
                            source.at(),
                            true));
                }
            }
        }

        private static Stream<String> namesOf(DataSource source) {
            return Stream.of(source.id(), source.name(), source.uri())
                    .flatMap(field -> field.value().stream())
                    .flatMap(text -> Stream.of(text, text.substring(text.lastIndexOf('/') + 1)))
                    .map(Pair::folded)
                    .filter(text -> !text.isEmpty());
        }

        private void files() {
            Map<String, Field<String>> digests = new HashMap<>();
            for (FileEntry entry : first.files()) {
                if (entry.target() instanceof Target.Path(String path, Place _, Field<String> sha256)) {
                    digests.put(path, sha256);
                }
            }
            for (FileEntry entry : other.files()) {
                if (entry.target() instanceof Target.Path(String path, Place _, Field<String> sha256)) {
                    Optional.ofNullable(digests.get(path))
                            .ifPresent(counted -> compare("the SHA-256 of " + path, counted, sha256, true));
                }
            }
        }

        private static String folded(String text) {
            return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        }
    }
}
