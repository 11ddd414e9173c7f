package org.provgate.formats.frictionless;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.formats.community.Assembly;
import org.provgate.formats.community.CommunityManifest;
import org.provgate.formats.community.CommunityReader;
import org.provgate.formats.community.Extension;
import org.provgate.formats.community.Ids;
import org.provgate.formats.community.Parts;
import org.provgate.formats.community.Texts;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;
import org.provgate.formats.tree.SourceText.Notice;

/// Reads data packages of versions 0, 1 and 2; native fields stand beside their own with the prefix `dpm:`.
public final class PackageReader implements CommunityReader {

    private static final Pattern REMOTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]*+/[a-z0-9][a-z0-9!#$&^_.+-]*+");

    /// Roles of versions 1 and 2 and the native words for them.
    private static final Map<String, String> ROLES = Map.of(
            "author", "creator",
            "creator", "creator",
            "publisher", "publisher",
            "maintainer", "contact",
            "contact", "contact",
            "contactperson", "contact",
            "rightsholder", "rights-holder",
            "wrangler", "curator",
            "datacurator", "curator",
            "funder", "funder");

    @Override
    public ManifestFormat format() {
        return ManifestFormat.FRICTIONLESS;
    }

    @Override
    public boolean recognises(Node root) {
        return root instanceof Mapping mapping
                && (mapping.get("resources").filter(Sequence.class::isInstance).isPresent()
                        || Texts.scalar(mapping, "$schema")
                                .or(() -> Texts.scalar(mapping, "profile"))
                                .filter(it -> it.text().contains("data-package")
                                        || it.text().contains("datapackage"))
                                .isPresent());
    }

    @Override
    public ManifestReading read(String file, Node node, List<Notice> notices) {
        Mapping root = (Mapping) node;
        CommunityManifest manifest = new CommunityManifest(format(), file, notices);
        Assembly assembly = new Assembly(root, Extension.of(root), manifest);
        describe(root, assembly, manifest);
        Ids ids = new Ids();
        sources(root, ids).forEach(assembly::source);
        Texts.mappings(Texts.each(root, "contributors")).forEach(it -> contributor(it, assembly));
        root.get("author").ifPresent(author -> author(author, assembly));
        if (Texts.each(root, "resources").isEmpty()) {
            manifest.fault(
                    root.get("resources").orElse(root),
                    "The package has no `resources`",
                    "List every file as a resource with its `path` and `hash`.");
        }
        for (Node resource : Texts.each(root, "resources")) {
            if (resource instanceof Mapping mapping) {
                resource(mapping, assembly, ids, manifest);
            } else {
                manifest.notice(resource, "A resource that is described elsewhere is not read", "Write it out here.");
            }
        }
        return manifest.bind(assembly.build());
    }

    private static void describe(Mapping root, Assembly assembly, CommunityManifest manifest) {
        Parts dataset = assembly.dataset();
        dataset.put(
                "name",
                Texts.scalar(root, "name").or(() -> Texts.scalar(root, "title")).map(Texts::line));
        dataset.put(
                "description",
                Texts.scalar(root, "description")
                        .or(() -> Texts.scalar(root, "title"))
                        .map(Texts::prose));
        dataset.put("version", Texts.scalar(root, "version").flatMap(Texts::version));
        dataset.put("identifier", Texts.scalar(root, "id").flatMap(Texts::address));
        dataset.put("url", Texts.scalar(root, "homepage").flatMap(Texts::address));
        dataset.put("created", Texts.scalar(root, "created").flatMap(Texts::day));
        List<Scalar> licenses = licenses(root);
        if (licenses.size() > 1) {
            manifest.notice(
                    root.get("licenses").orElse(root),
                    "Several licences are listed without saying how they combine; they are read as all of them",
                    "State one SPDX expression as `dpm:license`.");
        }
        dataset.put("license", Texts.licenses(licenses));
        dataset.put("licenseLink", Texts.licenseLink(licenses));
    }

    /// @return the id of each licence, or what else names it
    private static List<Scalar> licenses(Mapping holder) {
        List<Node> listed = holder.has("licenses") ? Texts.each(holder, "licenses") : Texts.each(holder, "license");
        return listed.stream()
                .flatMap(license -> license instanceof Mapping mapping
                        ? Texts.scalar(mapping, "name")
                                .or(() -> Texts.scalar(mapping, "type"))
                                .or(() -> Texts.scalar(mapping, "path"))
                                .or(() -> Texts.scalar(mapping, "url"))
                                .or(() -> Texts.scalar(mapping, "title"))
                                .stream()
                        : Texts.scalar(license).stream())
                .toList();
    }

    private static List<Mapping> sources(Mapping holder, Ids ids) {
        return Texts.mappings(Texts.each(holder, "sources")).stream()
                .flatMap(source -> source(source, ids).stream())
                .toList();
    }

    private static Optional<Mapping> source(Mapping source, Ids ids) {
        Optional<Scalar> title = Texts.scalar(source, "title")
                .or(() -> Texts.scalar(source, "name"))
                .or(() -> Texts.scalar(source, "path"))
                .or(() -> Texts.scalar(source, "web"));
        Map<String, Node> stated = Extension.of(source);
        return title.map(called -> {
            Optional<Scalar> address = Texts.scalar(source, "path")
                    .or(() -> Texts.scalar(source, "web"))
                    .flatMap(Texts::address);
            String key = address.map(Scalar::text).orElse(called.text());
            String id = Optional.ofNullable(stated.get("id"))
                    .flatMap(Texts::scalar)
                    .map(own -> ids.given(key, own.text()))
                    .orElseGet(() -> ids.of(key, called.text()));
            return Parts.at(source)
                    .fields(stated)
                    .text("id", called, id)
                    .text("type", called, "dataset")
                    .put("name", Texts.line(called))
                    .put("uri", address)
                    .put("version", Texts.scalar(source, "version"))
                    .mapping();
        });
    }

    private static void contributor(Mapping person, Assembly assembly) {
        Optional<Scalar> name = Texts.scalar(person, "title")
                .or(() -> Texts.scalar(person, "organization"))
                .or(() -> Texts.scalar(person, "givenName"));
        List<Node> written = person.has("roles") ? Texts.each(person, "roles") : Texts.each(person, "role");
        String role = Texts.scalars(written).stream()
                .map(it -> ROLES.getOrDefault(it.text().toLowerCase(Locale.ROOT), "curator"))
                .findFirst()
                .orElse("curator");
        assembly.contributor(person, name, Texts.scalar(person, "email"), role);
    }

    private static void author(Node author, Assembly assembly) {
        if (author instanceof Mapping mapping) {
            assembly.contributor(mapping, Texts.scalar(mapping, "name"), Texts.scalar(mapping, "email"), "creator");
        } else {
            assembly.contributor(author, Texts.scalar(author), Optional.empty(), "creator");
        }
    }

    private static void resource(Mapping resource, Assembly assembly, Ids ids, CommunityManifest manifest) {
        List<Scalar> paths =
                Texts.scalars(resource.has("path") ? Texts.each(resource, "path") : Texts.each(resource, "url"));
        if (!paths.isEmpty() && resource.has("data")) {
            manifest.fault(
                    resource.get("data").orElse(resource),
                    "The resource has a `path` and `data` of its own",
                    "Leave one of the two out.");
        }
        long remote = paths.stream()
                .filter(path -> REMOTE.matcher(path.text()).matches())
                .count();
        if (remote > 0 && remote < paths.size()) {
            manifest.fault(
                    resource.get("path").orElse(resource),
                    "The paths of one resource are partly addresses and partly files of the package",
                    "Make two resources of it.");
        }
        if (paths.size() > 1 && resource.has("hash")) {
            manifest.notice(
                    resource.get("hash").orElse(resource),
                    "What the hash of a resource of several files covers is not defined; it is not compared",
                    "Make a resource of each file.");
        }
        for (Scalar path : paths) {
            if (!REMOTE.matcher(path.text()).matches()) {
                entry(resource, path, paths.size() == 1, assembly, ids, manifest);
            }
        }
    }

    private static void entry(
            Mapping resource, Scalar path, boolean alone, Assembly assembly, Ids ids, CommunityManifest manifest) {
        Parts entry = assembly.file(alone ? resource : path).fields(Extension.of(resource));
        String written = path.text().strip();
        entry.put("path", Texts.text(path, written.startsWith("./") ? written.substring(2) : written));
        if (alone) {
            Texts.scalar(resource, "hash").ifPresent(hash -> digest(hash, entry, manifest));
            Texts.scalar(resource, "bytes")
                    .filter(it -> it.text().matches("\\d{1,15}"))
                    .ifPresent(it -> entry.put("bytes", Scalar.of(it, it.text(), Scalar.Form.NUMBER)));
        }
        entry.put(
                "mediaType",
                Texts.scalar(resource, "mediatype")
                        .filter(it -> MEDIA_TYPE.matcher(it.text()).matches()));
        entry.put("license", Texts.licenses(licenses(resource)));
        if (resource.get("sources").filter(Sequence.class::isInstance).isPresent()) {
            List<Mapping> own = sources(resource, ids);
            own.forEach(assembly::source);
            if (own.isEmpty()) {
                entry.text("sources", resource.get("sources").orElseThrow(), "none");
            }
            entry.all(
                    "sources",
                    own.stream()
                            .flatMap(source -> Texts.scalar(source, "id").stream())
                            .toList());
        }
    }

    /// Without a prefix it is an MD5 sum, which proves nothing.
    private static void digest(Scalar hash, Parts entry, CommunityManifest manifest) {
        String written = hash.text().strip();
        String bare = written.toLowerCase(Locale.ROOT).startsWith("sha256:") ? written.substring(7) : "";
        if (SHA256.matcher(bare).matches()) {
            entry.put("sha256", Texts.text(hash, bare.toLowerCase(Locale.ROOT)));
        } else if (!bare.isEmpty()) {
            entry.put("sha256", Texts.text(hash, bare));
        } else {
            manifest.notice(
                    hash,
                    "The hash is no SHA-256 and is not compared",
                    "Write it as `sha256:` and 64 hexadecimal digits.");
        }
    }
}
