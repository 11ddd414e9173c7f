package org.provgate.core.testkit;

import java.util.ArrayList;
import java.util.List;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.Attestation;
import org.provgate.core.manifest.Attestation.Kind;
import org.provgate.core.manifest.Contributor;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.Dataset;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.Sources;
import org.provgate.core.manifest.TeacherModel;
import org.provgate.core.manifest.Teachers;

/// A manifest in the making. Untouched, it describes one file written by people, and has no fault.
public final class ManifestDraft {

    private static final Place ROOT = Fields.ROOT;

    private ManifestFormat format = ManifestFormat.NATIVE;
    private String name = "Harbour phrasebook";
    private String description = "Questions and answers about small harbours.";
    private String license = "CC-BY-4.0";
    private String licenseLink = "";
    private String created = "";
    private Sources sources = sourcesOf(List.of(SourceDraft.own("writers")));
    private Teachers teachers = new Teachers.None(ROOT.child("teachers"));
    private final List<EntryDraft> files = new ArrayList<>();
    private final List<Attestation> attestations = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();
    private String attestedBy = "Jane Example";
    private String attestedOn = "2026-05-04";

    private ManifestDraft() {}

    public static ManifestDraft manifest() {
        return new ManifestDraft();
    }

    public ManifestDraft format(ManifestFormat one) {
        format = one;
        return this;
    }

    public ManifestDraft name(String text) {
        name = text;
        return this;
    }

    public ManifestDraft description(String text) {
        description = text;
        return this;
    }

    public ManifestDraft license(String text) {
        license = text;
        return this;
    }

    public ManifestDraft licenseLink(String text) {
        licenseLink = text;
        return this;
    }

    public ManifestDraft created(String day) {
        created = day;
        return this;
    }

    public ManifestDraft sources(SourceDraft... drafts) {
        sources = sourcesOf(List.of(drafts));
        return this;
    }

    public ManifestDraft sourcesNone() {
        sources = new Sources.None(ROOT.child("sources"));
        return this;
    }

    /// Lists teachers; the default entry then carries all of them.
    public ManifestDraft teachers(TeacherDraft... drafts) {
        List<TeacherModel> models = new ArrayList<>();
        for (TeacherDraft draft : drafts) {
            models.add(draft.at(ROOT.child("teachers").child(models.size())));
        }
        teachers = new Teachers.Listed(ROOT.child("teachers"), models);
        return this;
    }

    public ManifestDraft teachersUnknown() {
        teachers = new Teachers.Unknown(ROOT.child("teachers"));
        return this;
    }

    public ManifestDraft teachersUnstated() {
        return teachersUnstated("");
    }

    /// @param raw what stands there instead of a statement
    public ManifestDraft teachersUnstated(String raw) {
        teachers = new Teachers.Unstated(ROOT.child("teachers"), raw);
        return this;
    }

    public ManifestDraft files(EntryDraft... drafts) {
        files.addAll(List.of(drafts));
        return this;
    }

    public ManifestDraft attested(Kind... some) {
        kinds.addAll(List.of(some));
        return this;
    }

    public ManifestDraft attestedBy(String person) {
        attestedBy = person;
        return this;
    }

    public ManifestDraft attestedOn(String day) {
        attestedOn = day;
        return this;
    }

    /// An attestation of the kind `other` in words of its own.
    public ManifestDraft explained(String statement) {
        Place at = ROOT.child("attestations").child("explained");
        attestations.add(new Attestation(
                at,
                Field.stated(Kind.OTHER, at.child("type")),
                Field.stated(statement, at.child("statement")),
                Fields.text(attestedBy, at.child("by")),
                Fields.day(attestedOn, at.child("date")),
                Field.absent(at.child("document"))));
        return this;
    }

    public Manifest build() {
        return new Manifest(
                format,
                Fields.FILE,
                dataset(ROOT.child("dataset")),
                contributors(ROOT.child("contributors")),
                sources,
                teachers,
                ROOT.child("files"),
                entries(),
                ROOT.child("attestations"),
                attestations());
    }

    private List<FileEntry> entries() {
        List<EntryDraft> drafts = files.isEmpty() ? List.of(defaultEntry()) : files;
        List<FileEntry> entries = new ArrayList<>(drafts.size());
        for (EntryDraft draft : drafts) {
            entries.add(draft.at(ROOT.child("files").child(entries.size())));
        }
        return entries;
    }

    private EntryDraft defaultEntry() {
        EntryDraft entry = EntryDraft.file("data/train.jsonl")
                .sources(ids(sources.listed().stream()
                        .map((DataSource source) -> source.id())
                        .toList()));
        return teachers instanceof Teachers.Listed
                ? entry.teachers(ids(teachers.listed().stream()
                        .map((TeacherModel teacher) -> teacher.id())
                        .toList()))
                : entry;
    }

    private static String ids(List<Field<String>> fields) {
        return fields.isEmpty()
                ? "none"
                : String.join(
                        ",",
                        fields.stream().flatMap(field -> field.value().stream()).toList());
    }

    private List<Attestation> attestations() {
        List<Kind> made = kinds.isEmpty() ? defaultKinds() : kinds;
        List<Attestation> all = new ArrayList<>();
        for (Kind kind : made) {
            Place at = ROOT.child("attestations").child(all.size());
            all.add(new Attestation(
                    at,
                    Field.stated(kind, at.child("type")),
                    Field.absent(at.child("statement")),
                    Fields.text(attestedBy, at.child("by")),
                    Fields.day(attestedOn, at.child("date")),
                    Field.absent(at.child("document"))));
        }
        all.addAll(attestations);
        return all;
    }

    private List<Kind> defaultKinds() {
        Kind aboutModels = teachers instanceof Teachers.Listed ? Kind.TERMS_COMPLIED : Kind.NO_MODEL_OUTPUT;
        boolean crawled = sources.listed().stream()
                .anyMatch(source -> source.crawl().value().isPresent());
        return crawled
                ? List.of(Kind.COMPLETE_AND_ACCURATE, Kind.RIGHT_TO_CONTRIBUTE, aboutModels, Kind.OPT_OUTS_HONORED)
                : List.of(Kind.COMPLETE_AND_ACCURATE, Kind.RIGHT_TO_CONTRIBUTE, aboutModels);
    }

    private Dataset dataset(Place at) {
        return new Dataset(
                at,
                Fields.text(name, at.child("name")),
                Field.absent(at.child("identifier")),
                Fields.text("1.0.0", at.child("version")),
                Fields.text(description, at.child("description")),
                Fields.text(license, at.child("license")),
                Fields.text(licenseLink, at.child("licenseLink")),
                Field.absent(at.child("url")),
                Field.absent(at.child("languages")),
                Field.absent(at.child("modalities")),
                Field.absent(at.child("intendedUse")),
                Field.absent(at.child("personalData")),
                Field.absent(at.child("copyrightedMaterial")),
                Fields.day(created, at.child("created")),
                Field.absent(at.child("previousVersion")),
                Field.absent(at.child("processing")));
    }

    private static List<Contributor> contributors(Place at) {
        Place jane = at.child(0);
        return List.of(new Contributor(
                jane,
                Fields.text("Jane Example", jane.child("name")),
                Fields.text("Example AS", jane.child("organization")),
                Fields.text("jane@example.org", jane.child("email")),
                Field.absent(jane.child("url")),
                Field.stated(List.of("submitter", "creator"), jane.child("roles"))));
    }

    private static Sources sourcesOf(List<SourceDraft> drafts) {
        List<DataSource> all = new ArrayList<>();
        for (SourceDraft draft : drafts) {
            all.add(draft.at(ROOT.child("sources").child(all.size())));
        }
        return new Sources.Listed(ROOT.child("sources"), all);
    }
}
