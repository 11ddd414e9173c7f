package org.provgate.core.testkit;

import java.util.ArrayList;
import java.util.List;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.Document;
import org.provgate.core.manifest.SourceType;

/// A source of a manifest in the making. Empty texts stand for nothing said.
public final class SourceDraft {

    private final String id;
    private final SourceType type;
    private String name = "Written from scratch";
    private String description = "";
    private String uri = "";
    private String version = "";
    private String sha256 = "";
    private String license = "CC-BY-4.0";
    private String licenseLink = "";
    private String rightsBasis = "own-work";
    private String start = "2026-02";
    private String end = "2026-04";
    private String robots = "";
    private List<String> optOuts = List.of();
    private String domainsFile = "";
    private String modelAssistance = "";
    private final List<String[]> evidence = new ArrayList<>();

    private SourceDraft(String id, SourceType type) {
        this.id = id;
        this.type = type;
    }

    /// Rows that the contributors wrote themselves.
    public static SourceDraft own(String id) {
        return new SourceDraft(id, SourceType.HUMAN_AUTHORED);
    }

    /// Somebody else's dataset, taken under its licence.
    public static SourceDraft dataset(String id, String name, String license) {
        SourceDraft draft = new SourceDraft(id, SourceType.DATASET);
        draft.name = name;
        draft.license = license;
        draft.rightsBasis = "license";
        draft.uri = "https://example.org/datasets/" + id;
        draft.version = "1.0";
        return draft;
    }

    public static SourceDraft of(String id, SourceType type) {
        return new SourceDraft(id, type);
    }

    public static SourceDraft crawl(String id, String robots) {
        SourceDraft draft = new SourceDraft(id, SourceType.WEB_CRAWL);
        draft.robots = robots;
        draft.license = "NOASSERTION";
        draft.rightsBasis = "tdm-exception";
        return draft;
    }

    public SourceDraft name(String text) {
        name = text;
        return this;
    }

    public SourceDraft description(String text) {
        description = text;
        return this;
    }

    public SourceDraft uri(String text) {
        uri = text;
        return this;
    }

    public SourceDraft version(String text) {
        version = text;
        return this;
    }

    public SourceDraft sha256(String text) {
        sha256 = text;
        return this;
    }

    public SourceDraft license(String text) {
        license = text;
        return this;
    }

    public SourceDraft licenseLink(String text) {
        licenseLink = text;
        return this;
    }

    public SourceDraft rightsBasis(String text) {
        rightsBasis = text;
        return this;
    }

    public SourceDraft collected(String from, String until) {
        start = from;
        end = until;
        return this;
    }

    public SourceDraft optOuts(String... respected) {
        optOuts = List.of(respected);
        return this;
    }

    public SourceDraft domainsFile(String path) {
        domainsFile = path;
        return this;
    }

    public SourceDraft modelAssistance(String word) {
        modelAssistance = word;
        return this;
    }

    /// @param where a path, or an address with a scheme
    public SourceDraft evidence(String where, String digest) {
        evidence.add(new String[] {where, digest});
        return this;
    }

    DataSource at(Place at) {
        List<Document> documents = new ArrayList<>();
        for (String[] document : evidence) {
            documents.add(Fields.document(
                    document[0], document[1], at.child("rightsEvidence").child(documents.size())));
        }
        return new DataSource(
                at,
                Fields.text(id, at.child("id")),
                Field.stated(type, at.child("type")),
                Fields.text(name, at.child("name")),
                Fields.text(description, at.child("description")),
                Fields.text(uri, at.child("uri")),
                Fields.text(version, at.child("version")),
                Fields.text(sha256, at.child("sha256")),
                Field.absent(at.child("provider")),
                Field.absent(at.child("acquisition")),
                Fields.text(license, at.child("license")),
                Fields.text(licenseLink, at.child("licenseLink")),
                Fields.text(rightsBasis, at.child("rightsBasis")),
                documents,
                Fields.period(start, end, at.child("collectionPeriod")),
                Field.absent(at.child("geography")),
                crawl(at.child("crawl")),
                annotation(at.child("annotation")));
    }

    private Field<DataSource.Crawl> crawl(Place at) {
        return robots.isEmpty()
                ? Field.absent(at)
                : Field.stated(
                        new DataSource.Crawl(
                                at,
                                Field.absent(at.child("userAgents")),
                                Fields.text(robots, at.child("robots")),
                                Fields.texts(optOuts, at.child("optOuts")),
                                Field.absent(at.child("domains")),
                                Fields.text(domainsFile, at.child("domainsFile"))),
                        at);
    }

    private Field<DataSource.Annotation> annotation(Place at) {
        return modelAssistance.isEmpty()
                ? Field.absent(at)
                : Field.stated(
                        new DataSource.Annotation(
                                at,
                                Field.absent(at.child("platform")),
                                Field.absent(at.child("workforce")),
                                Fields.text(modelAssistance, at.child("modelAssistance"))),
                        at);
    }
}
