package org.provgate.formats.policy;

import static org.provgate.formats.fields.Need.OPTIONAL;
import static org.provgate.formats.fields.Need.REQUIRED;

import java.util.List;
import java.util.Optional;
import org.provgate.core.policy.Policy.TrustedKey;
import org.provgate.core.signing.KeyReading;
import org.provgate.core.signing.VerifyingKey;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.fields.FieldReader;
import org.provgate.formats.fields.ListForm;
import org.provgate.formats.fields.Members;
import org.provgate.formats.fields.Shape;
import org.provgate.formats.fields.TextForm;
import org.provgate.formats.fields.TextForms;
import org.provgate.formats.tree.Node;

/// Keys of a policy whose signatures count.
record KeyBinding(FieldReader read) {

    private static final int MANY = 1_000;

    private static final Shape KEY = Shape.closed("a key", "name", "contributor", "pem");

    private static final TextForm CONTRIBUTOR =
            TextForm.of("a contributor's name as prefixes begin with it", 1, 128, SubmissionName::isPart);

    private static final TextForm PEM = TextForm.of("the text of a PEM file", 1, 4_000, text -> !text.isBlank());

    Optional<List<TrustedKey>> keys(Members own) {
        return read.list(own, "keys", OPTIONAL, ListForm.any(MANY), this::key).value();
    }

    private Optional<TrustedKey> key(Node node) {
        Members own = read.membersOf(node, KEY);
        Optional<String> name = read.text(own, "name", REQUIRED, TextForms.LINE).value();
        String contributor =
                read.text(own, "contributor", OPTIONAL, CONTRIBUTOR).value().orElse("");
        Optional<String> pem = read.text(own, "pem", REQUIRED, PEM).value();
        if (name.isEmpty() || pem.isEmpty()) {
            return Optional.empty();
        }
        return switch (VerifyingKey.ofPem(pem.get())) {
            case KeyReading.Read<VerifyingKey>(VerifyingKey key) ->
                Optional.of(new TrustedKey(name.get(), contributor, key));
            case KeyReading.Unusable<VerifyingKey>(String why) -> {
                read.faults()
                        .add(
                                own.placeOf("pem"),
                                "`pem` is no public key: %s".formatted(why),
                                "`openssl pkey -in KEY -pubout` writes one.");
                yield Optional.empty();
            }
        };
    }
}
