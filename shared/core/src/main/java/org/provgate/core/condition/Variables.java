package org.provgate.core.condition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.provgate.core.claim.Word;
import org.provgate.core.license.LicenseExpression;
import org.provgate.core.license.LicenseText;
import org.provgate.core.manifest.Attestation;
import org.provgate.core.manifest.Contributor;
import org.provgate.core.manifest.Dataset;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.Teachers;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.submission.SubmissionFacts.Identity;
import org.provgate.core.submission.SubmissionName;

/// What conditions may look at, by the names they use. Adding to it is safe; a name, once there, keeps its meaning.
public final class Variables {

    private static final Struct<CaseFile> SUBMISSION = new Struct<CaseFile>("Submission", "The submission as a whole.")
            .text(
                    "name",
                    "as the report prints it",
                    file -> Optional.of(file.facts().name()))
            .text(
                    "contributor",
                    "whose it is, where that is known",
                    file -> named(file).map(SubmissionName::contributor))
            .text(
                    "dataset",
                    "its dataset, where that is known",
                    file -> named(file).map(SubmissionName::dataset))
            .text(
                    "revision",
                    "its revision, where that is known",
                    file -> named(file).map(SubmissionName::revision));

    private static final Struct<CaseFile> MANIFEST = new Struct<CaseFile>("Manifest", "The manifest as a document.")
            .truth(
                    "readable",
                    "whether there is one and it could be read",
                    file -> file.manifest().isPresent())
            .text(
                    "format",
                    "`native`, `croissant`, …",
                    file -> file.facts().manifest().formatFound().map(ManifestFormat::word))
            .text("file", "its path", file -> file.facts().manifest().foundIn())
            .text("teachers", "`listed`, `none`, `unknown` or nothing", Variables::teachersSaid)
            .texts(
                    "others",
                    "paths of further manifests",
                    file -> of(file, Manifest::others).map(Manifest::file).toList());

    private static final Struct<LicenseText> LICENSE = new Struct<LicenseText>(
                    "License", "The dataset's licence, read.")
            .truth(
                    "valid",
                    "whether it is an SPDX expression",
                    text -> text.expression().isPresent())
            .text(
                    "expression",
                    "in its canonical form",
                    text -> text.expression().map(LicenseExpression::toString))
            .texts(
                    "ids",
                    "every licence in it",
                    text -> text.expression().stream()
                            .flatMap(LicenseExpression::leaves)
                            .map(LicenseExpression::id)
                            .toList());

    private static final Struct<Optional<Dataset>> DATASET = new Struct<Optional<Dataset>>(
                    "Dataset", "What the manifest says of the dataset.")
            .text("name", "", it -> it.flatMap(of -> of.name().value()))
            .text("identifier", "", it -> it.flatMap(of -> of.identifier().value()))
            .text("version", "", it -> it.flatMap(of -> of.version().value()))
            .text("description", "", it -> it.flatMap(of -> of.description().value()))
            .text("license", "as written", it -> it.flatMap(of -> of.license().value()))
            .text("licenseLink", "", it -> it.flatMap(of -> of.licenseLink().value()))
            .text("url", "", it -> it.flatMap(of -> of.url().value()))
            .texts(
                    "languages",
                    "",
                    it -> it.flatMap(of -> of.languages().value()).orElse(List.of()))
            .texts(
                    "modalities",
                    "",
                    it -> it.flatMap(of -> of.modalities().value()).orElse(List.of()))
            .text("intendedUse", "", it -> it.flatMap(of -> of.intendedUse().value()))
            .text("personalData", "", it -> it.flatMap(of -> of.personalData().value()))
            .text(
                    "copyrightedMaterial",
                    "",
                    it -> it.flatMap(of -> of.copyrightedMaterial().value()))
            .text(
                    "created",
                    "a day",
                    it -> it.flatMap(of -> of.created().value()).map(LocalDate::toString))
            .text(
                    "previousVersion",
                    "",
                    it -> it.flatMap(of -> of.previousVersion().value()))
            .texts(
                    "processing",
                    "",
                    it -> it.flatMap(of -> of.processing().value()).orElse(List.of()));

    private static final Struct<Contributor> CONTRIBUTOR = new Struct<Contributor>(
                    "Contributor", "Who answers for the dataset.")
            .field("name", "", Contributor::name)
            .field("organization", "", Contributor::organization)
            .field("email", "", Contributor::email)
            .field("url", "", Contributor::url)
            .texts(
                    "roles",
                    "`submitter`, `creator`, …",
                    it -> it.roles().value().orElse(List.of()));

    private static final Struct<Attestation> ATTESTATION = new Struct<Attestation>(
                    "Attestation", "A sentence that a person answers for.")
            .text("type", "`complete-and-accurate`, …", it -> it.type().value().map(Word::word))
            .field("by", "", Attestation::by)
            .text("date", "a day", it -> it.date().value().map(LocalDate::toString))
            .field("statement", "", Attestation::statement)
            .truth(
                    "documented",
                    "whether a document goes with it",
                    it -> it.document().value().isPresent());

    /// Everything, as the members of one thing that has no name in conditions.
    public static final Struct<CaseFile> ALL = new Struct<CaseFile>("", "")
            .thing("submission", "the submission as a whole", SUBMISSION, file -> file)
            .thing("manifest", "the manifest as a document", MANIFEST, file -> file)
            .thing(
                    "dataset",
                    "what the manifest says of the dataset",
                    DATASET,
                    file -> file.manifest().map(Manifest::dataset))
            .thing("license", "the dataset's licence, read", LICENSE, Variables::license)
            .things(
                    "contributors",
                    "who answers for the dataset",
                    CONTRIBUTOR,
                    file -> of(file, Manifest::contributors).toList())
            .things("sources", "where rows come from", Origins.SOURCE, Origins::sources)
            .things("teachers", "models behind the rows, in whichever manifest", Origins.TEACHER, Origins::teachers)
            .things("files", "every stored file, the manifest included", Contents.FILE, Contents::files)
            .things("evidence", "signs of models in all files", Contents.EVIDENCE, Contents::evidence)
            .things(
                    "attestations",
                    "sentences that persons answer for",
                    ATTESTATION,
                    file -> of(file, Manifest::attestations).toList())
            .text(
                    "today",
                    "the day of the decision",
                    file -> Optional.of(file.today().toString()));

    private Variables() {}

    /// The values for one case, by the names of the variables.
    public static Map<String, Object> of(CaseFile file) {
        return ALL.allOf(file);
    }

    /// Every kind of thing there is, each after those that mention it.
    public static List<Struct<?>> kinds() {
        return List.of(
                SUBMISSION,
                MANIFEST,
                DATASET,
                LICENSE,
                CONTRIBUTOR,
                Origins.SOURCE,
                Origins.TEACHER,
                Origins.TERMS,
                Contents.FILE,
                Contents.EVIDENCE,
                ATTESTATION);
    }

    private static LicenseText license(CaseFile file) {
        return file.manifest()
                .flatMap(manifest -> manifest.dataset().license().value())
                .map(LicenseText::read)
                .orElseGet(LicenseText.NoAssertion::new);
    }

    private static Optional<String> teachersSaid(CaseFile file) {
        return file.manifest().map(Manifest::teachers).flatMap(teachers -> switch (teachers) {
            case Teachers.Listed _ -> Optional.of("listed");
            case Teachers.None _ -> Optional.of("none");
            case Teachers.Unknown _ -> Optional.of("unknown");
            case Teachers.Unstated _ -> Optional.empty();
        });
    }

    private static <T> Stream<T> of(CaseFile file, Function<Manifest, List<T>> list) {
        return file.manifest().stream().flatMap(manifest -> list.apply(manifest).stream());
    }

    private static Optional<SubmissionName> named(CaseFile file) {
        return switch (file.facts().identity()) {
            case Identity.Known(SubmissionName name) -> Optional.of(name);
            case Identity.Stray(SubmissionName name) -> Optional.of(name);
            case Identity.Folder _ -> Optional.empty();
        };
    }
}
