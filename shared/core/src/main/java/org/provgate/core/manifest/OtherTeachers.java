package org.provgate.core.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Teachers that only a manifest of lower precedence names. They are teachers all the same.
public final class OtherTeachers {

    /// @param in the manifest that names it
    public record Named(TeacherModel teacher, Manifest in) {}

    private OtherTeachers() {}

    public static List<Named> of(Manifest manifest) {
        List<Named> found = new ArrayList<>();
        for (Manifest other : manifest.others()) {
            for (TeacherModel teacher : other.teachers().listed()) {
                boolean known = manifest.teachers().listed().stream().anyMatch(own -> same(own, teacher))
                        || found.stream().anyMatch(named -> same(named.teacher, teacher));
                if (!known) {
                    found.add(new Named(teacher, other));
                }
            }
        }
        return found;
    }

    /// The manifest's own teachers, and then those.
    public static List<TeacherModel> withAll(Manifest manifest) {
        List<TeacherModel> all = new ArrayList<>(manifest.teachers().listed());
        of(manifest).forEach(named -> all.add(named.teacher));
        return all;
    }

    /// By the model's id, whatever stands before its last slash and whatever punctuation it has.
    private static boolean same(TeacherModel a, TeacherModel b) {
        Optional<String> one = a.model().value().map(OtherTeachers::folded);
        Optional<String> two = b.model().value().map(OtherTeachers::folded);
        return one.isPresent() && one.equals(two);
    }

    private static String folded(String model) {
        return model.substring(model.lastIndexOf('/') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }
}
