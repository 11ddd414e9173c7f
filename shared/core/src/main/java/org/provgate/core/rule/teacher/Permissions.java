package org.provgate.core.rule.teacher;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.core.manifest.Contributor;
import org.provgate.core.manifest.Document;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.Period;
import org.provgate.core.manifest.TeacherModel;
import org.provgate.core.manifest.TeacherModel.Authorization;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Provider;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Papers;
import org.provgate.core.rule.TeacherCase;

/// Who lets a teacher through that its terms would not: the operator's own agreement, or the provider's permission.
final class Permissions {

    private Permissions() {}

    /// Whether terms need not be asked for this teacher.
    static boolean granted(TeacherCase teacher, CaseFile file) {
        return byPolicy(teacher, file) || byProvider(teacher, file);
    }

    /// Whether the policy names an agreement of the operator's own that covers everything the teacher may be.
    static boolean byPolicy(TeacherCase teacher, CaseFile file) {
        return file.policy().teachers().permitted().stream()
                .anyMatch(permitted -> coversAll(permitted.teacher(), teacher, file));
    }

    /// Whether a list of the policy speaks of anything the teacher may be.
    static boolean touches(String name, TeacherCase teacher, CaseFile file) {
        return names(name, teacher.declared())
                || teacher.resolution().families().stream().anyMatch(family -> covers(name, family, file))
                || (teacher.resolution().families().isEmpty() && isProvider(name, teacher.teacher(), file));
    }

    private static boolean coversAll(String name, TeacherCase teacher, CaseFile file) {
        return names(name, teacher.declared())
                || (!teacher.resolution().families().isEmpty()
                        && teacher.resolution().families().stream().allMatch(family -> covers(name, family, file)));
    }

    private static boolean covers(String name, ModelFamily family, CaseFile file) {
        return names(name, family.id())
                || names(name, family.provider())
                || family.names().stream().anyMatch(known -> names(name, known))
                || file.registry()
                        .provider(name)
                        .filter(provider -> provider.id().equals(family.provider()))
                        .isPresent();
    }

    private static boolean isProvider(String name, TeacherModel teacher, CaseFile file) {
        Optional<String> stated = teacher.provider().value();
        return stated.filter(provider -> names(name, provider)).isPresent()
                || file.registry()
                        .provider(name)
                        .map(Provider::id)
                        .equals(stated.flatMap(file.registry()::provider)
                                .map(Provider::id)
                                .or(() -> Optional.of("")));
    }

    private static boolean names(String listed, String name) {
        return listed.strip().equalsIgnoreCase(name.strip());
    }

    private static boolean byProvider(TeacherCase teacher, CaseFile file) {
        return teacher.teacher()
                .authorization()
                .value()
                .filter(permission ->
                        gap(permission, teacher, file).isEmpty() && covers(permission, teacher.teacher(), file.today()))
                .isPresent();
    }

    /// What is wanting for a permission to count as proven; empty when nothing is.
    static Optional<String> gap(Authorization permission, TeacherCase teacher, CaseFile file) {
        Optional<Document> document = permission.document().value();
        if (document.isEmpty()) {
            return Optional.of("no document goes with it");
        }
        if (Papers.proof(document.get(), file.facts()) instanceof Papers.Unproven(String why)) {
            return Optional.of(why);
        }
        Optional<Provider> grantor = permission.grantedBy().value().flatMap(file.registry()::provider);
        if (grantor.filter(provider -> isStranger(provider, teacher)).isPresent()) {
            return Optional.of("it was granted by %s, who does not make the model"
                    .formatted(grantor.get().name()));
        }
        Optional<String> holder = permission.grantedTo().value();
        if (holder.isEmpty()) {
            return Optional.of("it does not say to whom it was granted");
        }
        return isContributor(holder.get(), file)
                ? Optional.empty()
                : Optional.of("it was granted to somebody who is not among the contributors");
    }

    /// Whether it still held on the last day of the generation period. A later grant is another rule's warning.
    static boolean covers(Authorization permission, TeacherModel teacher, LocalDate today) {
        LocalDate last = teacher.generationPeriod()
                .value()
                .flatMap((Period period) -> period.lastDay(today))
                .orElse(today);
        return permission.expires().value().filter(last::isAfter).isEmpty();
    }

    private static boolean isStranger(Provider grantor, TeacherCase teacher) {
        List<ModelFamily> families = teacher.resolution().families();
        return !families.isEmpty()
                && families.stream().noneMatch(family -> family.provider().equals(grantor.id()));
    }

    private static boolean isContributor(String holder, CaseFile file) {
        return file.manifest().map(Manifest::contributors).stream()
                .flatMap(contributors -> contributors.stream())
                .flatMap((Contributor contributor) ->
                        Stream.of(contributor.name(), contributor.organization(), contributor.email()))
                .flatMap(field -> field.value().stream())
                .anyMatch(name -> name.strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(holder.strip().toLowerCase(Locale.ROOT)));
    }
}
