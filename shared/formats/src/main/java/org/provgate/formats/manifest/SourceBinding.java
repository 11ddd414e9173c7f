package org.provgate.formats.manifest;

import static org.provgate.formats.fields.Need.OPTIONAL;
import static org.provgate.formats.fields.Need.REQUIRED;
import static org.provgate.formats.fields.Need.RULED;
import static org.provgate.formats.fields.TextForms.LINE;
import static org.provgate.formats.fields.TextForms.TEXT;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.provgate.core.claim.Field;
import org.provgate.core.finding.Fix;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.DataSource.Annotation;
import org.provgate.core.manifest.DataSource.Crawl;
import org.provgate.core.manifest.Document;
import org.provgate.core.manifest.SourceType;
import org.provgate.core.manifest.Sources;
import org.provgate.formats.fields.FieldReader;
import org.provgate.formats.fields.ListForm;
import org.provgate.formats.fields.Members;
import org.provgate.formats.fields.Shape;
import org.provgate.formats.fields.TextForms;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;

/// `sources`.
final class SourceBinding {

    private static final ListForm SOURCES = ListForm.filled(1000).orElse("Describe sources of one kind together.");

    private static final Shape SOURCE = Shape.open(
            "a source",
            "id",
            "type",
            "name",
            "description",
            "uri",
            "version",
            "sha256",
            "provider",
            "acquisition",
            "license",
            "licenseLink",
            "rightsBasis",
            "rightsEvidence",
            "collectionPeriod",
            "geography",
            "crawl",
            "annotation");

    private static final List<String> ACQUISITIONS =
            List.of("public", "licensed", "purchased", "third-party-private", "own");

    /// Without evidence these prove nothing, which a rule reports.
    private static final Set<String> NEED_EVIDENCE = Set.of("consent", "contract", "other");

    private static final Shape CRAWL =
            Shape.open("a crawl", "userAgents", "robots", "optOuts", "domains", "domainsFile");

    private static final Shape ANNOTATION = Shape.open("an annotation", "platform", "workforce", "modelAssistance");

    private final FieldReader read;
    private final PartBinding parts;

    SourceBinding(FieldReader read, PartBinding parts) {
        this.read = read;
        this.parts = parts;
    }

    Sources sources(Members root) {
        Optional<Node> node = read.present(root, "sources", REQUIRED);
        if (node.isEmpty()) {
            return new Sources.Unstated(root.placeOf("sources"));
        }
        return switch (node.get()) {
            case Sequence list when onlyNone(list) -> noneMisspelt(list);
            case Sequence list -> {
                List<DataSource> sources = read.items(list, SOURCES, this::source);
                yield sources.isEmpty() ? new Sources.Unstated(list.at()) : new Sources.Listed(list.at(), sources);
            }
            case Scalar scalar when scalar.isText() && scalar.text().equals("none") -> new Sources.None(scalar.at());
            case Scalar scalar when saysNone(scalar) -> noneMisspelt(scalar);
            case Scalar scalar -> {
                read.faults()
                        .add(
                                scalar.at(),
                                "`sources` is %s; a list of sources, or the word none, is wanted"
                                        .formatted(scalar.inWords()),
                                "List every source with its `id`, `type`, `name`, `license`, `rightsBasis` and"
                                        + " `collectionPeriod`.");
                yield new Sources.Unstated(scalar.at());
            }
            case Mapping _ -> {
                List<DataSource> alone = read.list(root, "sources", REQUIRED, SOURCES, this::source)
                        .value()
                        .orElse(List.of());
                yield new Sources.Listed(root.placeOf("sources"), alone);
            }
        };
    }

    private Optional<DataSource> source(Node node) {
        return read.mapping(node, SOURCE).map(this::source);
    }

    private DataSource source(Members own) {
        Field<SourceType> type = read.word(own, "type", REQUIRED, SourceType.class);
        Field<String> basis = read.word(own, "rightsBasis", REQUIRED, NativeWords.RIGHTS_BASES);
        return new DataSource(
                own.at(),
                parts.id(own),
                type,
                read.text(own, "name", REQUIRED, LINE),
                read.text(own, "description", OPTIONAL, TEXT),
                uri(own, type),
                read.text(own, "version", OPTIONAL, TextForms.upTo(128)),
                read.text(own, "sha256", OPTIONAL, NativeForms.SHA256),
                read.text(own, "provider", OPTIONAL, LINE),
                read.word(own, "acquisition", OPTIONAL, ACQUISITIONS),
                read.text(own, "license", RULED, NativeForms.LICENSE),
                read.text(own, "licenseLink", OPTIONAL, NativeForms.LICENSE_LINK),
                basis,
                evidence(own, basis),
                parts.period(own, "collectionPeriod", REQUIRED),
                read.texts(own, "geography", OPTIONAL, ListForm.distinct(1000), NativeForms.REGION),
                crawl(own, type),
                parts.field(own, "annotation", OPTIONAL, ANNOTATION, this::annotation));
    }

    private Field<String> uri(Members own, Field<SourceType> type) {
        Field<String> uri = read.text(own, "uri", OPTIONAL, NativeForms.URI);
        if (uri.absent() && (is(type, SourceType.DATASET) || is(type, SourceType.API))) {
            parts.needed(
                    own,
                    "uri",
                    "a source of type `%s` has one"
                            .formatted(type.value().orElseThrow().word()));
        }
        return uri;
    }

    private Field<Crawl> crawl(Members own, Field<SourceType> type) {
        Field<Crawl> crawl = parts.field(own, "crawl", OPTIONAL, CRAWL, this::crawl);
        if (crawl.absent() && is(type, SourceType.WEB_CRAWL)) {
            parts.needed(own, "crawl", "a source of type `web-crawl` has one, with at least `robots`");
        }
        return crawl;
    }

    private static boolean is(Field<SourceType> type, SourceType wanted) {
        return type.value().filter(wanted::equals).isPresent();
    }

    private List<Document> evidence(Members own, Field<String> basis) {
        boolean ruled = basis.value().filter(NEED_EVIDENCE::contains).isPresent();
        boolean empty = own.get("rightsEvidence")
                .filter(node -> node instanceof Sequence list && list.items().isEmpty())
                .isPresent();
        if (ruled && empty) {
            return List.of();
        }
        return read.list(own, "rightsEvidence", ruled ? RULED : OPTIONAL, ListForm.filled(50), parts::document)
                .value()
                .orElse(List.of());
    }

    private Crawl crawl(Members own) {
        return new Crawl(
                own.at(),
                read.texts(own, "userAgents", OPTIONAL, ListForm.filled(1000), LINE),
                read.word(own, "robots", REQUIRED, List.of("honored", "ignored", "not-applicable", "unknown")),
                read.texts(own, "optOuts", OPTIONAL, ListForm.any(1000), LINE),
                read.texts(
                        own,
                        "domains",
                        OPTIONAL,
                        ListForm.filled(5000).orElse("Put them into a file and name it as `domainsFile`."),
                        NativeForms.DOMAIN),
                read.text(own, "domainsFile", OPTIONAL, NativeForms.PATH));
    }

    private Annotation annotation(Members own) {
        return new Annotation(
                own.at(),
                read.text(own, "platform", OPTIONAL, LINE),
                read.word(
                        own,
                        "workforce",
                        OPTIONAL,
                        List.of("employees", "contractors", "crowd", "volunteers", "experts", "unknown")),
                read.word(own, "modelAssistance", OPTIONAL, List.of("none", "pre-annotated", "allowed", "unknown")));
    }

    private Sources noneMisspelt(Node node) {
        read.faults()
                .add(
                        node.at(),
                        "`sources` is %s; did you mean `none`?".formatted(node.inWords()),
                        "Write `sources: none`, in lower case and without a list.",
                        new Fix.Replace(node.pointer(), JsonValue.text("none")));
        return new Sources.None(node.at());
    }

    private static boolean onlyNone(Sequence list) {
        return list.items().size() == 1 && saysNone(list.items().getFirst());
    }

    private static boolean saysNone(Node node) {
        return node instanceof Scalar scalar
                && scalar.isText()
                && scalar.text().strip().equalsIgnoreCase("none");
    }
}
