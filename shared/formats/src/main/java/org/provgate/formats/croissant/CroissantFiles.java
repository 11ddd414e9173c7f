package org.provgate.formats.croissant;

import static org.provgate.formats.jsonld.LdContext.CROISSANT;
import static org.provgate.formats.jsonld.LdContext.SCHEMA;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.provgate.formats.community.Assembly;
import org.provgate.formats.community.CommunityManifest;
import org.provgate.formats.community.Parts;
import org.provgate.formats.community.Texts;
import org.provgate.formats.jsonld.LdGraph;
import org.provgate.formats.jsonld.LdValues;
import org.provgate.formats.prov.ProvTrail;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;

/// `distribution`: what of it lies in the submission.
final class CroissantFiles {

    private static final String FILE_OBJECT = CROISSANT + "FileObject";
    private static final String FILE_SET = CROISSANT + "FileSet";

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern BYTES = Pattern.compile("(\\d{1,15})\\s*(?:B|bytes?)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]*+/[a-z0-9][a-z0-9!#$&^_.+-]*+");

    private final LdGraph graph;
    private final ProvTrail trail;
    private final ProvTrail.Steps whole;
    private final CommunityManifest manifest;

    /// @param whole what the dataset as a whole was made from and by
    CroissantFiles(LdGraph graph, ProvTrail trail, ProvTrail.Steps whole, CommunityManifest manifest) {
        this.graph = graph;
        this.trail = trail;
        this.whole = whole;
        this.manifest = manifest;
    }

    void read(Mapping dataset, Assembly assembly) {
        for (Node value : graph.values(dataset, SCHEMA + "distribution", CROISSANT + "distribution")) {
            if (!(value instanceof Mapping)) {
                manifest.fault(value, "An entry of `distribution` is no node", "Write a FileObject or a FileSet.");
            }
        }
        for (Mapping part : graph.nodes(dataset, SCHEMA + "distribution", CROISSANT + "distribution")) {
            boolean inside = isContained(part);
            if (graph.hasType(part, FILE_OBJECT, SCHEMA + "FileObject")) {
                if (!inside) {
                    object(part, assembly);
                }
            } else if (graph.hasType(part, FILE_SET, SCHEMA + "FileSet")) {
                if (!inside) {
                    set(part, assembly);
                }
            } else {
                manifest.fault(
                        part,
                        "An entry of `distribution` is neither a FileObject nor a FileSet",
                        "Write `\"@type\": \"cr:FileObject\"` or `\"cr:FileSet\"`.");
            }
        }
    }

    /// Members of an archive and of a repository are no files of the submission.
    private boolean isContained(Mapping part) {
        List<Node> containers = graph.values(part, CROISSANT + "containedIn", SCHEMA + "containedIn");
        for (Node container : containers) {
            Optional<String> id = container instanceof Mapping mapping
                    ? LdGraph.id(mapping)
                    : Texts.scalar(container).map(Scalar::text);
            boolean described =
                    container instanceof Mapping mapping && mapping.members().size() > 1;
            boolean known = described || id.filter(graph::isKnown).isPresent();
            if (!known) {
                manifest.fault(
                        container,
                        "`containedIn` refers to %s, which the document does not describe"
                                .formatted(id.map("\"%s\""::formatted).orElse("something")),
                        "Correct the reference.");
            }
        }
        return !containers.isEmpty();
    }

    private void object(Mapping part, Assembly assembly) {
        Optional<Scalar> address = graph.text(part, SCHEMA + "contentUrl");
        if (address.isEmpty()) {
            if (graph.text(part, SCHEMA + "name", "@id").isEmpty()) {
                manifest.fault(part, "A FileObject has neither a name nor a `contentUrl`", "Add `contentUrl`.");
            }
            return;
        }
        if (SCHEME.matcher(address.get().text().strip()).matches()) {
            return;
        }
        Parts entry = entry(part, assembly).put("path", path(address.get()));
        entry.put(
                "sha256",
                graph.text(part, CROISSANT + "sha256", SCHEMA + "sha256").map(CroissantFiles::digest));
        graph.text(part, SCHEMA + "contentSize").ifPresent(size -> {
            Matcher bytes = BYTES.matcher(size.text().strip());
            if (bytes.matches()) {
                entry.put("bytes", Scalar.of(size, bytes.group(1), Scalar.Form.NUMBER));
            }
        });
    }

    private static Scalar digest(Scalar scalar) {
        return Texts.text(scalar, scalar.text().strip());
    }

    private void set(Mapping part, Assembly assembly) {
        if (!graph.values(part, CROISSANT + "excludes", SCHEMA + "excludes").isEmpty()) {
            manifest.notice(part, "`excludes` of a FileSet is not read; all that `includes` matches is covered", "");
        }
        List<Scalar> patterns = graph.texts(part, CROISSANT + "includes", SCHEMA + "includes");
        if (patterns.isEmpty()) {
            manifest.fault(part, "A FileSet has no `includes`, so that it names no file", "Add `includes`.");
        }
        for (Scalar pattern : patterns) {
            boolean glob = pattern.text().indexOf('*') >= 0 || pattern.text().indexOf('?') >= 0;
            entry(part, assembly).put(glob ? "glob" : "path", path(pattern));
        }
    }

    private Parts entry(Mapping part, Assembly assembly) {
        Map<String, Node> stated = LdValues.extension(graph, part);
        Parts entry = assembly.file(part).fields(stated);
        ProvTrail.Steps own = trail.of(part);
        entry.all("sources", references(part, own.sources().isEmpty() ? whole.sources() : own.sources()));
        entry.all("teachers", references(part, own.teachers().isEmpty() ? whole.teachers() : own.teachers()));
        entry.put(
                "mediaType",
                graph.texts(part, SCHEMA + "encodingFormat").stream()
                        .filter(it -> MEDIA_TYPE.matcher(it.text()).matches())
                        .findFirst());
        entry.put("license", Texts.licenses(graph.texts(part, SCHEMA + "license")));
        return entry;
    }

    private static List<Scalar> references(Mapping part, Collection<String> ids) {
        return ids.stream().map(id -> Texts.text(part, id)).toList();
    }

    private static Scalar path(Scalar scalar) {
        String written = scalar.text().strip();
        return Texts.text(scalar, written.startsWith("./") ? written.substring(2) : written);
    }
}
