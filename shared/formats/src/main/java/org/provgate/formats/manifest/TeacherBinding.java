package org.provgate.formats.manifest;

import static org.provgate.formats.fields.Need.OPTIONAL;
import static org.provgate.formats.fields.Need.REQUIRED;
import static org.provgate.formats.fields.Need.RULED;
import static org.provgate.formats.fields.TextForms.LINE;
import static org.provgate.formats.fields.TextForms.TEXT;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.claim.Word;
import org.provgate.core.finding.Fix;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.manifest.References;
import org.provgate.core.manifest.TeacherModel;
import org.provgate.core.manifest.TeacherModel.Authorization;
import org.provgate.core.manifest.TeacherModel.StatedTerms;
import org.provgate.core.manifest.Teachers;
import org.provgate.core.manifest.Use;
import org.provgate.formats.fields.FieldReader;
import org.provgate.formats.fields.ListForm;
import org.provgate.formats.fields.Members;
import org.provgate.formats.fields.Shape;
import org.provgate.formats.fields.TextForms;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;
import org.provgate.formats.tree.Shown;

/// `teachers`. What a rule of its own reports about them (nothing stated, fields missing, permissions without proof)
/// is left to that rule.
final class TeacherBinding {

    private static final ListForm TEACHERS = ListForm.filled(500).orElse("Split the dataset.");

    private static final Shape TEACHER = Shape.open(
            "a teacher",
            "id",
            "provider",
            "model",
            "revision",
            "uri",
            "uses",
            "usesDescription",
            "generationPeriod",
            "accessChannel",
            "accessProvider",
            "viaSources",
            "terms",
            "authorization");

    private static final Shape TERMS = Shape.open("`terms`", "name", "uri", "version", "acceptedOn", "license", "copy");

    private static final Shape AUTHORIZATION =
            Shape.open("an authorization", "grantedBy", "grantedTo", "date", "expires", "scope", "document");

    private final FieldReader read;
    private final PartBinding parts;

    TeacherBinding(FieldReader read, PartBinding parts) {
        this.read = read;
        this.parts = parts;
    }

    Teachers teachers(Members root) {
        Optional<Node> node = root.get("teachers");
        if (node.isEmpty()) {
            return new Teachers.Unstated(root.placeOf("teachers"));
        }
        return switch (node.get()) {
            case Sequence list when list.items().isEmpty() -> new Teachers.Unstated(list.at(), "[]");
            case Sequence list
            when list.items().size() == 1 && list.items().getFirst() instanceof Scalar only ->
                saidBy(only).map(said -> misspelt(list, said)).orElseGet(() -> listed(list));
            case Sequence list -> listed(list);
            case Scalar scalar when scalar.isText() && scalar.text().equals("none") -> new Teachers.None(scalar.at());
            case Scalar scalar
            when scalar.isText() && scalar.text().equals("unknown") -> new Teachers.Unknown(scalar.at());
            case Scalar scalar ->
                saidBy(scalar)
                        .map(said -> misspelt(scalar, said))
                        .orElseGet(() -> new Teachers.Unstated(scalar.at(), Shown.clipped(scalar.text())));
            case Mapping mapping -> alone(mapping);
        };
    }

    private Teachers listed(Sequence list) {
        return new Teachers.Listed(list.at(), read.items(list, TEACHERS, item -> Optional.of(teacher(item))));
    }

    private Teachers alone(Mapping mapping) {
        read.faults()
                .add(
                        mapping.at(),
                        "`teachers` is a mapping; a list of teachers is wanted",
                        "Write `- ` before the teacher's first field, and indent the others as far as the first.");
        return new Teachers.Listed(mapping.at(), List.of(teacher(mapping)));
    }

    /// The word that was meant, when only its case or a list round it is wrong.
    private static Optional<String> saidBy(Scalar scalar) {
        String word = scalar.isText() ? scalar.text().strip().toLowerCase(Locale.ROOT) : "";
        return Optional.of(word).filter(text -> text.equals("none") || text.equals("unknown"));
    }

    private Teachers misspelt(Node node, String said) {
        Place at = node.at();
        read.faults()
                .add(
                        at,
                        "`teachers` is %s; did you mean `%s`?".formatted(node.inWords(), said),
                        "Write `teachers: %s`, in lower case and without a list.".formatted(said),
                        new Fix.Replace(node.pointer(), JsonValue.text(said)));
        return said.equals("none") ? new Teachers.None(at) : new Teachers.Unknown(at);
    }

    private TeacherModel teacher(Node node) {
        Members own = read.membersOf(node, TEACHER);
        Field<List<Use>> uses = uses(own);
        Field<AccessChannel> channel = read.word(own, "accessChannel", RULED, AccessChannel.class);
        return new TeacherModel(
                own.at(),
                parts.id(own),
                read.text(own, "provider", RULED, LINE),
                read.text(own, "model", RULED, LINE),
                read.text(own, "revision", OPTIONAL, TextForms.upTo(128)),
                read.text(own, "uri", OPTIONAL, NativeForms.URI),
                uses,
                usesDescription(own, uses),
                parts.period(own, "generationPeriod", RULED),
                channel,
                accessProvider(own, channel),
                viaSources(own, channel),
                terms(own),
                parts.field(own, "authorization", OPTIONAL, AUTHORIZATION, this::authorization));
    }

    private Field<List<Use>> uses(Members own) {
        boolean empty = own.get("uses")
                .filter(node -> node instanceof Sequence list && list.items().isEmpty())
                .isPresent();
        if (empty) {
            return Field.absent(own.placeOf("uses"));
        }
        List<String> words = Word.all(Use.class);
        return read.list(
                own,
                "uses",
                RULED,
                ListForm.distinct(words.size()),
                item -> read.word(item, words).value().flatMap(word -> Word.parse(Use.class, word)));
    }

    private Field<String> usesDescription(Members own, Field<List<Use>> uses) {
        Field<String> description = read.text(own, "usesDescription", OPTIONAL, TEXT);
        if (description.absent()
                && uses.value().filter(list -> list.contains(Use.OTHER)).isPresent()) {
            parts.needed(own, "usesDescription", "`uses` lists `other`, which says nothing by itself");
        }
        return description;
    }

    private Field<String> accessProvider(Members own, Field<AccessChannel> channel) {
        Field<String> provider = read.text(own, "accessProvider", OPTIONAL, LINE);
        boolean through = is(channel, AccessChannel.CLOUD_MARKETPLACE) || is(channel, AccessChannel.RESELLER);
        if (provider.absent() && through) {
            parts.needed(
                    own,
                    "accessProvider",
                    "`accessChannel` is `%s`, and whose it is decides which terms hold"
                            .formatted(channel.value().orElseThrow().word()));
        }
        return provider;
    }

    private References viaSources(Members own, Field<AccessChannel> channel) {
        References via = parts.references(own, "viaSources");
        if (own.get("viaSources").isEmpty() && is(channel, AccessChannel.UPSTREAM_DATASET)) {
            parts.needed(own, "viaSources", "`accessChannel` is `upstream-dataset`, and the source is not named");
        }
        return via;
    }

    private static boolean is(Field<AccessChannel> channel, AccessChannel wanted) {
        return channel.value().filter(wanted::equals).isPresent();
    }

    private StatedTerms terms(Members own) {
        Optional<Node> node = own.get("terms").filter(it -> !(it instanceof Scalar scalar && scalar.isNull()));
        if (node.isEmpty()) {
            return new StatedTerms.Unstated(own.placeOf("terms"));
        }
        if (node.get() instanceof Scalar scalar && scalar.isText()) {
            if (scalar.text().equals("unknown")) {
                return new StatedTerms.Unknown(scalar.at());
            }
            if (saidBy(scalar).filter("unknown"::equals).isPresent()) {
                read.word(scalar, List.of("unknown"));
                return new StatedTerms.Unknown(scalar.at());
            }
        }
        Members terms = read.membersOf(node.get(), TERMS);
        return new StatedTerms.Accepted(
                terms.at(),
                read.text(terms, "name", REQUIRED, LINE),
                read.text(terms, "uri", OPTIONAL, NativeForms.URI),
                read.text(terms, "version", REQUIRED, TextForms.upTo(64)),
                read.claimedDay(terms, "acceptedOn", OPTIONAL),
                read.text(terms, "license", OPTIONAL, NativeForms.LICENSE),
                parts.document(terms, "copy", OPTIONAL));
    }

    private Authorization authorization(Members own) {
        return new Authorization(
                own.at(),
                read.text(own, "grantedBy", REQUIRED, LINE),
                read.text(own, "grantedTo", OPTIONAL, LINE),
                read.claimedDay(own, "date", OPTIONAL),
                read.claimedDay(own, "expires", OPTIONAL),
                read.text(own, "scope", OPTIONAL, TEXT),
                parts.document(own, "document", RULED));
    }
}
