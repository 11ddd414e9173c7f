package org.provgate.formats.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Word;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.manifest.Attestation;
import org.provgate.core.manifest.Contributor;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.Dataset;
import org.provgate.core.manifest.Document;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.FileEntry.Target;
import org.provgate.core.manifest.Period;
import org.provgate.core.manifest.References;
import org.provgate.core.manifest.Sources;
import org.provgate.core.manifest.TeacherModel;
import org.provgate.core.manifest.TeacherModel.StatedTerms;
import org.provgate.core.manifest.Teachers;

/// Parts of a manifest in the words of the native format. What could not be read is left out and named.
final class NativeParts {

    private final List<String> lost = new ArrayList<>();

    /// What stands in the manifest in a form that cannot be used.
    List<String> lost() {
        return lost;
    }

    Json dataset(Dataset dataset) {
        return new Json()
                .text("name", text(dataset.name()))
                .text("identifier", text(dataset.identifier()))
                .text("version", text(dataset.version()))
                .text("description", text(dataset.description()))
                .text("license", text(dataset.license()))
                .text("licenseLink", text(dataset.licenseLink()))
                .text("url", text(dataset.url()))
                .put("languages", texts(dataset.languages()))
                .put("modalities", texts(dataset.modalities()))
                .text("intendedUse", text(dataset.intendedUse()))
                .text("personalData", text(dataset.personalData()))
                .text("copyrightedMaterial", text(dataset.copyrightedMaterial()))
                .text("created", text(dataset.created()))
                .text("previousVersion", text(dataset.previousVersion()))
                .put("processing", texts(dataset.processing()));
    }

    Json contributor(Contributor contributor) {
        return new Json()
                .text("name", text(contributor.name()))
                .text("organization", text(contributor.organization()))
                .text("email", text(contributor.email()))
                .text("url", text(contributor.url()))
                .put("roles", texts(contributor.roles()));
    }

    /// Empty when the manifest says nothing of sources.
    Optional<JsonValue> sources(Sources sources) {
        return switch (sources) {
            case Sources.None _ -> Optional.of(JsonValue.text("none"));
            case Sources.Unstated _ -> Optional.empty();
            case Sources.Listed(var _, List<DataSource> listed) ->
                Optional.of(items(listed.stream().map(this::source).toList()));
        };
    }

    Json source(DataSource source) {
        return new Json()
                .text("id", text(source.id()))
                .text("type", word(source.type()))
                .text("name", text(source.name()))
                .text("description", text(source.description()))
                .text("uri", text(source.uri()))
                .text("version", text(source.version()))
                .text("sha256", text(source.sha256()))
                .text("provider", text(source.provider()))
                .text("acquisition", text(source.acquisition()))
                .text("license", text(source.license()))
                .text("licenseLink", text(source.licenseLink()))
                .text("rightsBasis", text(source.rightsBasis()))
                .list(
                        "rightsEvidence",
                        source.rightsEvidence().stream()
                                .map(it -> document(it).value())
                                .toList())
                .put("collectionPeriod", period(source.collectionPeriod()))
                .put("geography", texts(source.geography()))
                .put(
                        "crawl",
                        stated(source.crawl())
                                .map(it -> new Json()
                                        .put("userAgents", texts(it.userAgents()))
                                        .text("robots", text(it.robots()))
                                        .put("optOuts", texts(it.optOuts()))
                                        .put("domains", texts(it.domains()))
                                        .text("domainsFile", text(it.domainsFile()))
                                        .value()))
                .put(
                        "annotation",
                        stated(source.annotation())
                                .map(it -> new Json()
                                        .text("platform", text(it.platform()))
                                        .text("workforce", text(it.workforce()))
                                        .text("modelAssistance", text(it.modelAssistance()))
                                        .value()));
    }

    /// Empty when the manifest says nothing of teachers.
    Optional<JsonValue> teachers(Teachers teachers) {
        return switch (teachers) {
            case Teachers.None _ -> Optional.of(JsonValue.text("none"));
            case Teachers.Unknown _ -> Optional.of(JsonValue.text("unknown"));
            case Teachers.Unstated _ -> Optional.empty();
            case Teachers.Listed(var _, List<TeacherModel> listed) ->
                Optional.of(items(listed.stream().map(this::teacher).toList()));
        };
    }

    Json teacher(TeacherModel teacher) {
        return new Json()
                .text("id", text(teacher.id()))
                .text("provider", text(teacher.provider()))
                .text("model", text(teacher.model()))
                .text("revision", text(teacher.revision()))
                .text("uri", text(teacher.uri()))
                .put(
                        "uses",
                        stated(teacher.uses())
                                .map(uses ->
                                        textItems(uses.stream().map(Word::word).toList())))
                .text("usesDescription", text(teacher.usesDescription()))
                .put("generationPeriod", period(teacher.generationPeriod()))
                .text("accessChannel", word(teacher.accessChannel()))
                .text("accessProvider", text(teacher.accessProvider()))
                .put("viaSources", references(teacher.viaSources()))
                .put("terms", terms(teacher.terms()))
                .put(
                        "authorization",
                        stated(teacher.authorization())
                                .map(it -> new Json()
                                        .text("grantedBy", text(it.grantedBy()))
                                        .text("grantedTo", text(it.grantedTo()))
                                        .text("date", text(it.date()))
                                        .text("expires", text(it.expires()))
                                        .text("scope", text(it.scope()))
                                        .put("document", document(it.document()))
                                        .value()));
    }

    private Optional<JsonValue> terms(StatedTerms terms) {
        return switch (terms) {
            case StatedTerms.Unknown _ -> Optional.of(JsonValue.text("unknown"));
            case StatedTerms.Unstated _ -> Optional.empty();
            case StatedTerms.Accepted accepted ->
                Optional.of(new Json()
                        .text("name", text(accepted.name()))
                        .text("uri", text(accepted.uri()))
                        .text("version", text(accepted.version()))
                        .text("acceptedOn", text(accepted.acceptedOn()))
                        .text("license", text(accepted.license()))
                        .put("copy", document(accepted.copy()))
                        .value());
        };
    }

    Json file(FileEntry entry) {
        Json json = new Json();
        switch (entry.target()) {
            case Target.Path(String path, var _, Field<String> sha256) ->
                json.text("path", path).text("sha256", text(sha256));
            case Target.Glob(String glob, var _, Field<String> checksums) ->
                json.text("glob", glob).text("checksums", text(checksums));
            case Target.Unusable(var at) -> lost.add("the file at %s".formatted(at.pointer()));
        }
        return json.put("bytes", stated(entry.bytes()).map(JsonValue.Whole::new))
                .put("rows", stated(entry.rows()).map(JsonValue.Whole::new))
                .text("mediaType", text(entry.mediaType()))
                .text("split", text(entry.split()))
                .text("license", text(entry.license()))
                .put("sources", references(entry.sources()))
                .put("teachers", references(entry.teachers()))
                .text("description", text(entry.description()));
    }

    Json attestation(Attestation attestation) {
        return new Json()
                .text("type", word(attestation.type()))
                .text("statement", text(attestation.statement()))
                .text("by", text(attestation.by()))
                .text("date", text(attestation.date()))
                .put("document", document(attestation.document()));
    }

    private Json document(Document document) {
        return new Json()
                .text("path", text(document.path()))
                .text("uri", text(document.uri()))
                .text("sha256", text(document.sha256()))
                .text("title", text(document.title()));
    }

    private Optional<JsonValue> document(Field<Document> document) {
        return stated(document).map(it -> document(it).value());
    }

    private Optional<JsonValue> period(Field<Period> period) {
        return stated(period)
                .map(it -> new Json()
                        .text("start", text(it.start()))
                        .text(
                                "end",
                                switch (it.end()) {
                                    case Period.End.Ongoing _ -> Optional.of("ongoing");
                                    case Period.End.On(var date) -> text(date);
                                })
                        .value());
    }

    static Optional<JsonValue> references(References references) {
        return switch (references) {
            case References.None _ -> Optional.of(JsonValue.text("none"));
            case References.Unstated _ -> Optional.empty();
            case References.Listed listed ->
                Optional.of(textItems(
                        listed.ids().stream().map(References.Reference::id).toList()));
        };
    }

    private Optional<JsonValue> texts(Field<List<String>> field) {
        return stated(field).map(NativeParts::textItems);
    }

    private <E extends Enum<E> & Word> Optional<String> word(Field<E> field) {
        return stated(field).map(Word::word);
    }

    private Optional<String> text(Field<?> field) {
        return stated(field).map(Object::toString);
    }

    private <T> Optional<T> stated(Field<T> field) {
        if (field instanceof Field.Unusable<T>(var at, String _)) {
            lost.add("%s, which could not be read".formatted(at.pointer()));
        }
        return field.value();
    }

    static JsonValue items(List<Json> list) {
        return new JsonValue.Items(list.stream().<JsonValue>map(Json::value).toList());
    }

    static JsonValue textItems(List<String> texts) {
        return new JsonValue.Items(texts.stream().map(JsonValue::text).toList());
    }
}
