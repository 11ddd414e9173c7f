package org.provgate.formats.manifest;

import static org.provgate.formats.fields.Need.OPTIONAL;
import static org.provgate.formats.fields.Need.REQUIRED;
import static org.provgate.formats.fields.TextForms.LINE;
import static org.provgate.formats.fields.TextForms.TEXT;

import java.util.List;
import java.util.Optional;
import org.provgate.core.claim.Field;
import org.provgate.core.manifest.Attestation;
import org.provgate.core.manifest.Attestation.Kind;
import org.provgate.formats.fields.FieldReader;
import org.provgate.formats.fields.ListForm;
import org.provgate.formats.fields.Members;
import org.provgate.formats.fields.Need;
import org.provgate.formats.fields.Shape;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;

/// `attestations`. Which ones a submission needs is for a rule to say, none at all included.
final class AttestationBinding {

    private static final Shape ATTESTATION =
            Shape.open("an attestation", "type", "statement", "by", "date", "document");

    private final FieldReader read;
    private final PartBinding parts;

    AttestationBinding(FieldReader read, PartBinding parts) {
        this.read = read;
        this.parts = parts;
    }

    List<Attestation> attestations(Members root) {
        Optional<Node> node = root.get("attestations");
        boolean says = node.isPresent()
                && !(node.get() instanceof Scalar)
                && !(node.get() instanceof Sequence list && list.items().isEmpty());
        return says
                ? read.list(root, "attestations", Need.RULED, ListForm.filled(100), this::attestation)
                        .value()
                        .orElse(List.of())
                : List.of();
    }

    private Optional<Attestation> attestation(Node node) {
        return read.mapping(node, ATTESTATION).map(this::attestation);
    }

    private Attestation attestation(Members own) {
        Field<Kind> type = read.word(own, "type", REQUIRED, Kind.class);
        Field<String> statement = read.text(own, "statement", OPTIONAL, TEXT);
        if (statement.absent() && type.value().filter(Kind.OTHER::equals).isPresent()) {
            parts.needed(own, "statement", "its type is `other`, which says nothing by itself");
        }
        return new Attestation(
                own.at(),
                type,
                statement,
                read.text(own, "by", REQUIRED, LINE),
                read.claimedDay(own, "date", REQUIRED),
                parts.document(own, "document", OPTIONAL));
    }
}
