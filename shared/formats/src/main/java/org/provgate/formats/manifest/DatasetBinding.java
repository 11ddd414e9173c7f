package org.provgate.formats.manifest;

import static org.provgate.formats.fields.Need.OPTIONAL;
import static org.provgate.formats.fields.Need.REQUIRED;
import static org.provgate.formats.fields.Need.RULED;
import static org.provgate.formats.fields.TextForms.LINE;
import static org.provgate.formats.fields.TextForms.TEXT;

import java.util.List;
import java.util.Optional;
import org.provgate.core.manifest.Contributor;
import org.provgate.core.manifest.Dataset;
import org.provgate.formats.fields.FieldReader;
import org.provgate.formats.fields.ListForm;
import org.provgate.formats.fields.Members;
import org.provgate.formats.fields.Need;
import org.provgate.formats.fields.Shape;
import org.provgate.formats.tree.Node;

/// `dataset` and `contributors`.
final class DatasetBinding {

    private static final Shape DATASET = Shape.open(
            "`dataset`",
            "name",
            "identifier",
            "version",
            "description",
            "license",
            "licenseLink",
            "url",
            "languages",
            "modalities",
            "intendedUse",
            "personalData",
            "copyrightedMaterial",
            "created",
            "previousVersion",
            "processing");

    private static final List<String> MODALITIES = List.of(
            "text", "code", "image", "audio", "video", "tabular", "timeseries", "geospatial", "graph", "3d", "other");

    private static final Shape CONTRIBUTOR =
            Shape.open("a contributor", "name", "organization", "email", "url", "roles");

    private final FieldReader read;
    private final Need described;

    /// @param described whether name, version and description are asked for
    DatasetBinding(FieldReader read, Need described) {
        this.read = read;
        this.described = described;
    }

    Dataset dataset(Members root) {
        Members own = read.members(root, "dataset", Need.REQUIRED, DATASET);
        return new Dataset(
                own.at(),
                read.text(own, "name", described, LINE),
                read.text(own, "identifier", OPTIONAL, NativeForms.URI),
                read.text(own, "version", described, NativeForms.VERSION),
                read.text(own, "description", described, TEXT),
                read.text(own, "license", RULED, NativeForms.LICENSE),
                read.text(own, "licenseLink", OPTIONAL, NativeForms.LICENSE_LINK),
                read.text(own, "url", OPTIONAL, NativeForms.URI),
                read.texts(own, "languages", OPTIONAL, ListForm.distinct(300), NativeForms.LANGUAGE),
                read.words(own, "modalities", OPTIONAL, ListForm.distinct(MODALITIES.size()), MODALITIES),
                read.text(own, "intendedUse", OPTIONAL, TEXT),
                read.word(own, "personalData", OPTIONAL, List.of("none", "pseudonymised", "present", "unknown")),
                read.word(own, "copyrightedMaterial", OPTIONAL, List.of("none", "licensed", "present", "unknown")),
                read.claimedDay(own, "created", OPTIONAL),
                read.text(own, "previousVersion", OPTIONAL, LINE),
                read.texts(own, "processing", OPTIONAL, ListForm.any(100), TEXT));
    }

    List<Contributor> contributors(Members root) {
        return read.list(root, "contributors", REQUIRED, ListForm.filled(200), this::contributor)
                .value()
                .orElse(List.of());
    }

    private Optional<Contributor> contributor(Node node) {
        return read.mapping(node, CONTRIBUTOR)
                .map(own -> new Contributor(
                        own.at(),
                        read.text(own, "name", REQUIRED, LINE),
                        read.text(own, "organization", OPTIONAL, LINE),
                        read.text(own, "email", OPTIONAL, NativeForms.EMAIL),
                        read.text(own, "url", OPTIONAL, NativeForms.URI),
                        read.words(
                                own,
                                "roles",
                                REQUIRED,
                                ListForm.distinct(NativeWords.ROLES.size()),
                                NativeWords.ROLES)));
    }
}
