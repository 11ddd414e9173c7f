package org.provgate.formats.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.manifest.Attestation.Kind;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.FileEntry.Target;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.PartialDate;
import org.provgate.core.manifest.Period;
import org.provgate.core.manifest.References;
import org.provgate.core.manifest.Sources;
import org.provgate.core.manifest.TeacherModel;
import org.provgate.core.manifest.TeacherModel.Authorization;
import org.provgate.core.manifest.TeacherModel.StatedTerms;
import org.provgate.core.manifest.Teachers;

/// What the JSON Schema refuses and the reader leaves to rules with codes of their own: seen here through the typed
/// model alone, as those rules see it.
final class LeftToRules {

    private static final Pattern LICENSE = Pattern.compile("[A-Za-z0-9(][A-Za-z0-9.+:() -]*");
    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?");

    private final List<String> seen = new ArrayList<>();

    private LeftToRules() {}

    /// Codes of the rules that would report something.
    static List<String> in(Manifest manifest) {
        LeftToRules left = new LeftToRules();
        left.look(manifest);
        return left.seen;
    }

    private void look(Manifest manifest) {
        note("teachers-unstated", manifest.teachers() instanceof Teachers.Unstated);
        note("attestation-missing", manifest.attestations().isEmpty());
        note(
                "attestation-missing",
                manifest.teachers() instanceof Teachers.None
                        && manifest.attestations().stream()
                                .noneMatch(attestation -> attestation
                                        .type()
                                        .value()
                                        .filter(Kind.NO_MODEL_OUTPUT::equals)
                                        .isPresent()));
        impossible(manifest.dataset().created());
        manifest.attestations().forEach(attestation -> impossible(attestation.date()));
        license(manifest.dataset().license(), manifest.dataset().licenseLink(), true);
        manifest.sources().listed().forEach(this::source);
        manifest.teachers().listed().forEach(this::teacher);
        manifest.files().forEach(file -> file(file, manifest));
    }

    private void license(Field<String> license, Field<String> link, boolean required) {
        note("license-missing", required && license.absent());
        note(
                "license-invalid",
                license.value().filter(text -> !LICENSE.matcher(text).matches()).isPresent());
        note(
                "license-link-missing",
                required
                        && link.absent()
                        && license.value()
                                .filter(text -> text.contains("LicenseRef-"))
                                .isPresent());
    }

    private void source(DataSource source) {
        license(source.license(), source.licenseLink(), true);
        period(source.collectionPeriod());
        note(
                "source-rights-unproven",
                source.rightsEvidence().isEmpty()
                        && source.rightsBasis()
                                .value()
                                .filter(Set.of("consent", "contract", "other")::contains)
                                .isPresent());
    }

    private void teacher(TeacherModel teacher) {
        note(
                "teacher-fields-missing",
                Stream.of(
                                        teacher.provider(),
                                        teacher.model(),
                                        teacher.uses(),
                                        teacher.generationPeriod(),
                                        teacher.accessChannel())
                                .anyMatch(Field::absent)
                        || teacher.terms() instanceof StatedTerms.Unstated);
        period(teacher.generationPeriod());
        if (teacher.terms() instanceof StatedTerms.Accepted terms) {
            license(terms.license(), Field.absent(teacher.at()), false);
            impossible(terms.acceptedOn());
        }
        references(teacher.viaSources(), true);
        teacher.authorization().value().ifPresent(permission -> {
            impossible(permission.date());
            impossible(permission.expires());
        });
        teacher.authorization()
                .value()
                .map(Authorization::document)
                .ifPresent(document -> note(
                        "teacher-authorization-unproven",
                        document.absent()
                                || document.value()
                                        .filter(it -> it.sha256().absent())
                                        .isPresent()));
    }

    private void period(Field<Period> period) {
        period.value().ifPresent(it -> {
            impossible(it.start());
            if (it.end() instanceof Period.End.On(Field<PartialDate> date)) {
                impossible(date);
            }
        });
    }

    /// The schema lets 31 February pass; month 13 it does not.
    private void impossible(Field<?> date) {
        note(
                "period-impossible",
                date instanceof Field.Unusable<?>(var _, String raw)
                        && PartialDate.impossible(raw)
                        && !DATE.matcher(raw).matches());
    }

    private void file(FileEntry file, Manifest manifest) {
        license(file.license(), Field.absent(file.at()), false);
        boolean listed = manifest.teachers() instanceof Teachers.Listed;
        note("teachers-unstated", listed && file.teachers() instanceof References.Unstated);
        references(file.teachers(), listed);
        references(file.sources(), manifest.sources() instanceof Sources.Listed);
        switch (file.target()) {
            case Target.Path(String _, var _, Field<String> sha256) -> note("file-checksum-missing", sha256.absent());
            case Target.Glob(String _, var _, Field<String> checksums) ->
                note("file-checksum-missing", checksums.absent());
            case Target.Unusable _ -> {}
        }
    }

    /// Whether ids resolve is not the schema's to say, but their form is.
    private void references(References references, boolean listed) {
        note(
                "reference-unknown",
                references.listed().stream()
                        .anyMatch(reference -> !listed
                                || reference.id().equals("none")
                                || !ID.matcher(reference.id()).matches()));
    }

    private void note(String code, boolean found) {
        if (found) {
            seen.add(code);
        }
    }
}
