package org.provgate.formats.manifest;

import static org.provgate.formats.fields.Need.OPTIONAL;
import static org.provgate.formats.fields.Need.REQUIRED;
import static org.provgate.formats.fields.TextForms.LINE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.Fix;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.manifest.Document;
import org.provgate.core.manifest.Period;
import org.provgate.core.manifest.References;
import org.provgate.core.manifest.References.Reference;
import org.provgate.formats.fields.FieldReader;
import org.provgate.formats.fields.ListForm;
import org.provgate.formats.fields.Members;
import org.provgate.formats.fields.Need;
import org.provgate.formats.fields.Shape;
import org.provgate.formats.fields.TextForm;
import org.provgate.formats.fields.TextForms;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;
import org.provgate.formats.tree.Shown;

/// Parts that stand in several places of a manifest: documents, periods, references.
final class PartBinding {

    private static final Shape DOCUMENT = Shape.open("a document", "path", "uri", "sha256", "title");

    private static final Shape PERIOD = Shape.open("a period", "start", "end");

    private static final ListForm IDS = ListForm.distinct(1000);

    /// Whether a reference has the form of an id matters less than whether it is declared, which a rule finds out.
    private static final TextForm REFERENCE = TextForms.upTo(200);

    private final FieldReader read;

    PartBinding(FieldReader read) {
        this.read = read;
    }

    /// A local id. One in the wrong form is kept, so that references to it are not reported as well.
    Field<String> id(Members own) {
        Field<String> id = read.text(own, "id", REQUIRED, NativeForms.ID);
        return id instanceof Field.Unusable<String>(Place at, String raw) && !raw.isEmpty()
                ? Field.stated(raw, at)
                : id;
    }

    /// A member that another one makes necessary.
    void needed(Members own, String name, String because) {
        read.faults()
                .add(
                        own.at().child(name),
                        "%s has no `%s`; %s"
                                .formatted(Shown.code(Shown.path(own.at().pointer())), name, because),
                        "Add `%s`.".formatted(name));
    }

    Optional<Document> document(Node node) {
        return read.mapping(node, DOCUMENT).map(this::document);
    }

    Field<Document> document(Members members, String name, Need need) {
        return field(members, name, need, DOCUMENT, this::document);
    }

    private Document document(Members own) {
        Document document = new Document(
                own.at(),
                read.text(own, "path", OPTIONAL, NativeForms.PATH),
                read.text(own, "uri", OPTIONAL, NativeForms.URI),
                read.text(own, "sha256", OPTIONAL, NativeForms.SHA256),
                read.text(own, "title", OPTIONAL, LINE));
        if (document.path().absent() && document.uri().absent()) {
            read.faults()
                    .add(
                            own.at(),
                            "%s names neither `path` nor `uri`"
                                    .formatted(Shown.code(Shown.path(own.at().pointer()))),
                            "Add `path` for a file of the submission, or `uri` for one elsewhere.");
        }
        return document;
    }

    Field<Period> period(Members members, String name, Need need) {
        return field(
                members,
                name,
                need,
                PERIOD,
                own -> new Period(own.at(), read.partialDate(own, "start", REQUIRED), end(own)));
    }

    private Period.End end(Members own) {
        return own.get("end")
                .filter(node -> node instanceof Scalar scalar && scalar.text().equals("ongoing"))
                .<Period.End>map(node -> new Period.End.Ongoing(node.at()))
                .orElseGet(() -> new Period.End.On(read.partialDate(own, "end", REQUIRED)));
    }

    /// A member that is a mapping, bound as a whole.
    <T> Field<T> field(Members members, String name, Need need, Shape shape, Function<Members, T> bind) {
        Members own = read.members(members, name, need, shape);
        return switch (own.state()) {
            case PRESENT -> Field.stated(bind.apply(own), own.at());
            case ABSENT -> Field.absent(own.at());
            case LOST -> Field.unusable(own.at());
        };
    }

    /// A list of ids, or `none`.
    ///
    /// @param need required or ruled where the manifest lists any
    References references(Members members, String name, Need need) {
        Optional<Node> node = read.present(members, name, need);
        if (node.isEmpty() || (need == Need.RULED && saysNothing(node.get()))) {
            return new References.Unstated(members.placeOf(name));
        }
        return switch (node.get()) {
            case Scalar scalar when scalar.isText() && scalar.text().equals("none") -> new References.None(scalar.at());
            case Scalar scalar when saysNone(scalar) -> noneMisspelt(scalar);
            case Sequence list
            when list.items().size() == 1 && saysNone(list.items().getFirst()) -> noneMisspelt(list);
            case Sequence list -> listed(list);
            case Node other -> alone(other);
        };
    }

    /// A list of ids and nothing else.
    References references(Members members, String name) {
        Optional<Node> node = read.present(members, name, OPTIONAL);
        if (node.isEmpty()) {
            return new References.Unstated(members.placeOf(name));
        }
        return node.get() instanceof Sequence list ? listed(list) : alone(node.get());
    }

    private References listed(Sequence list) {
        List<Reference> ids = read.items(list, IDS, this::reference);
        return ids.isEmpty() ? new References.Unstated(list.at()) : new References.Listed(list.at(), ids);
    }

    /// One id without its list.
    private References alone(Node node) {
        Fix[] fix = node instanceof Scalar scalar && scalar.isText()
                ? new Fix[] {
                    new Fix.Replace(node.pointer(), new JsonValue.Items(List.of(JsonValue.text(scalar.text()))))
                }
                : new Fix[0];
        read.faults()
                .add(
                        node.at(),
                        "%s is %s; a list of ids is wanted"
                                .formatted(Shown.code(Shown.path(node.pointer())), node.inWords()),
                        "Put the ids between `[` and `]`.",
                        fix);
        List<Reference> ids = new ArrayList<>();
        if (node instanceof Scalar scalar && scalar.isText()) {
            ids.add(new Reference(scalar.text(), node.at()));
        }
        return ids.isEmpty() ? new References.Unstated(node.at()) : new References.Listed(node.at(), ids);
    }

    private Optional<Reference> reference(Node node) {
        return read.text(node, REFERENCE).value().map(id -> new Reference(id, node.at()));
    }

    private References noneMisspelt(Node node) {
        Place at = node.at();
        read.faults()
                .add(
                        at,
                        "%s is %s; did you mean `none`?"
                                .formatted(Shown.code(Shown.path(node.pointer())), node.inWords()),
                        "Write `none`, in lower case and without a list.",
                        new Fix.Replace(node.pointer(), JsonValue.text("none")));
        return new References.None(at);
    }

    private static boolean saysNothing(Node node) {
        return switch (node) {
            case Scalar scalar -> !scalar.isText() || scalar.text().isBlank();
            case Sequence list -> list.items().isEmpty();
            case Mapping _ -> true;
        };
    }

    private static boolean saysNone(Node node) {
        return node instanceof Scalar scalar
                && scalar.isText()
                && scalar.text().strip().equalsIgnoreCase("none");
    }
}
