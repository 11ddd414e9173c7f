package org.provgate.formats.prov;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.provgate.formats.community.Parts;
import org.provgate.formats.community.Texts;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;

/// Native fields of a teacher that flat formats write without nesting: `dpm:termsVersion` for `terms.version`.
final class Terms {

    private static final String FLAT = "terms";

    private Terms() {}

    static Parts nested(Parts teacher, Map<String, Node> stated) {
        Optional<Parts> terms = Optional.empty();
        for (Map.Entry<String, Node> field : stated.entrySet()) {
            String name = field.getKey();
            if (name.length() > FLAT.length() && name.startsWith(FLAT)) {
                Parts own = terms.orElseGet(() -> Parts.at(field.getValue()));
                terms = Optional.of(own);
                String local = name.substring(FLAT.length(), FLAT.length() + 1).toLowerCase(Locale.ROOT)
                        + name.substring(FLAT.length() + 1);
                own.put(local, asText(field.getValue()));
            } else if (name.equals("uses") && field.getValue() instanceof Scalar scalar) {
                teacher.all("uses", List.of(scalar));
            } else {
                teacher.put(name, field.getValue());
            }
        }
        terms.ifPresent(own -> teacher.put("terms", own.mapping()));
        return teacher;
    }

    /// A version may be a number of JSON; what counts is how it is written.
    private static Node asText(Node node) {
        return Texts.scalar(node)
                .<Node>map(scalar -> Texts.text(scalar, scalar.text()))
                .orElse(node);
    }
}
