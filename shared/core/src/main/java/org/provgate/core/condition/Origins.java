package org.provgate.core.condition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.provgate.core.claim.Word;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.Document;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.Period;
import org.provgate.core.manifest.References.Reference;
import org.provgate.core.registry.KnownDataset;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Provider;
import org.provgate.core.registry.Registry;
import org.provgate.core.registry.Resolution;
import org.provgate.core.registry.TermsAnswer;
import org.provgate.core.registry.TermsAnswer.Citation;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.KnownSources;
import org.provgate.core.rule.TeacherCase;

/// Sources and teachers as conditions see them.
final class Origins {

    record SourceIn(DataSource source, CaseFile file) {

        Optional<Period> period() {
            return source.collectionPeriod().value();
        }
    }

    record TeacherIn(TeacherCase teacher, CaseFile file) {

        Optional<Period> period() {
            return teacher.teacher().generationPeriod().value();
        }
    }

    static final Struct<SourceIn> SOURCE = new Struct<SourceIn>("Source", "Where rows come from.")
            .field("id", "", it -> it.source().id())
            .text(
                    "type",
                    "`dataset`, `web-crawl`, `human-authored`, …",
                    it -> it.source().type().value().map(Word::word))
            .field("name", "", it -> it.source().name())
            .field("description", "", it -> it.source().description())
            .field("uri", "", it -> it.source().uri())
            .field("version", "", it -> it.source().version())
            .field("sha256", "", it -> it.source().sha256())
            .field("provider", "", it -> it.source().provider())
            .field("acquisition", "", it -> it.source().acquisition())
            .field("license", "as written", it -> it.source().license())
            .field("licenseLink", "", it -> it.source().licenseLink())
            .field("rightsBasis", "`license`, `own-work`, …", it -> it.source().rightsBasis())
            .texts(
                    "rightsEvidence",
                    "paths of documents that show the right",
                    it -> it.source().rightsEvidence().stream()
                            .map(Document::path)
                            .flatMap(path -> path.value().stream())
                            .toList())
            .text(
                    "collectionStart",
                    "the first day",
                    it -> it.period().flatMap(Period::firstDay).map(LocalDate::toString))
            .text(
                    "collectionEnd",
                    "the last day; today while it goes on",
                    it -> it.period()
                            .flatMap(period -> period.lastDay(it.file().today()))
                            .map(LocalDate::toString))
            .texts("geography", "", it -> it.source().geography().value().orElse(List.of()))
            .truth(
                    "crawled",
                    "whether it describes a crawl",
                    it -> it.source().crawl().value().isPresent())
            .text(
                    "known",
                    "the public dataset of the registry that it is",
                    it -> KnownSources.find(it.source(), it.file().registry()).map(KnownDataset::id));

    static final Struct<TermsAnswer> TERMS = new Struct<TermsAnswer>(
                    "Terms", "What a teacher's terms said then and there.")
            .text(
                    "category",
                    "`permitted`, `conditional`, `unknown`, `prohibited-competing` or `prohibited`",
                    terms -> Optional.of(terms.category().word()))
            .texts("conditions", "words of the registry's vocabulary", TermsAnswer::conditions)
            .truth("verified", "whether the clause was read in a faithful copy", TermsAnswer::verified)
            .text(
                    "document",
                    "id of the governing document",
                    terms -> terms.governing().map(Citation::document).map(document -> document.id()))
            .text(
                    "section",
                    "where the clause stands",
                    terms -> terms.governing().map(cited -> cited.edition().section()))
            .text(
                    "edition",
                    "as people cite it",
                    terms -> terms.governing().map(cited -> cited.edition().label()))
            .text(
                    "source",
                    "where it was read",
                    terms -> terms.governing().map(cited -> cited.edition().source()));

    static final Struct<TeacherIn> TEACHER = new Struct<TeacherIn>("Teacher", "A model behind the rows.")
            .field("id", "", it -> it.teacher().teacher().id())
            .text("provider", "the registry's id of its maker, else as declared", Origins::provider)
            .text(
                    "family",
                    "the registry's id of the model, where the name says which",
                    it -> it.teacher().family().map(ModelFamily::id))
            .field("model", "as declared", it -> it.teacher().teacher().model())
            .field("revision", "", it -> it.teacher().teacher().revision())
            .field("uri", "", it -> it.teacher().teacher().uri())
            .truth(
                    "known",
                    "whether the registry knows the name",
                    it -> !(it.teacher().resolution() instanceof Resolution.Unrecognized))
            .truth(
                    "ambiguous",
                    "whether its versions differ in terms",
                    it -> it.teacher().resolution() instanceof Resolution.Ambiguous)
            .text(
                    "weights",
                    "`open` or `closed`, where the model is known",
                    it -> it.teacher().family().map(ModelFamily::weights))
            .texts(
                    "uses",
                    "`generated`, `judged`, …",
                    it -> it.teacher().teacher().uses().value().orElse(List.of()).stream()
                            .map(Word::word)
                            .toList())
            .text(
                    "generationStart",
                    "the first day",
                    it -> it.period().flatMap(Period::firstDay).map(LocalDate::toString))
            .text(
                    "generationEnd",
                    "the last day; today while it goes on",
                    it -> it.period()
                            .flatMap(period -> period.lastDay(it.file().today()))
                            .map(LocalDate::toString))
            .text(
                    "accessChannel",
                    "`provider-api`, `self-hosted`, …",
                    it -> it.teacher().teacher().accessChannel().value().map(Word::word))
            .field("accessProvider", "", it -> it.teacher().teacher().accessProvider())
            .texts(
                    "viaSources",
                    "ids of the sources that brought it in",
                    it -> it.teacher().teacher().viaSources().listed().stream()
                            .map(Reference::id)
                            .toList())
            .truth(
                    "authorized",
                    "whether a permission is filed, proven or not",
                    it -> it.teacher().teacher().authorization().value().isPresent())
            .thing(
                    "terms",
                    "what its terms said then and there",
                    TERMS,
                    it -> it.teacher().terms());

    private Origins() {}

    static List<SourceIn> sources(CaseFile file) {
        return file.manifest().map(Manifest::sources).stream()
                .flatMap(sources -> sources.listed().stream())
                .map(source -> new SourceIn(source, file))
                .toList();
    }

    static List<TeacherIn> teachers(CaseFile file) {
        return file.teachers().stream()
                .map(teacher -> new TeacherIn(teacher, file))
                .toList();
    }

    private static Optional<String> provider(TeacherIn it) {
        List<String> makers = it.teacher().resolution().families().stream()
                .map(ModelFamily::provider)
                .distinct()
                .toList();
        Registry registry = it.file().registry();
        Optional<String> stated = it.teacher().teacher().provider().value();
        return makers.size() == 1
                ? Optional.of(makers.getFirst())
                : stated.flatMap(registry::provider).map(Provider::id).or(() -> stated);
    }
}
