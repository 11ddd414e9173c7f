package org.provgate.formats.dta;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.provgate.formats.tree.SourceText.Notice;

/// Reads metadata of the Data Provenance Standards, version 1.0.0. They describe one dataset as a whole, without its
/// files and without models; native fields stand beside their own with the prefix `dpm:`.
public final class StandardReader implements CommunityReader {

    /// Beginnings of method codes and the native type of such a source.
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("web-scraping-crawling", "web-crawl"),
            Map.entry("feeds", "api"),
            Map.entry("syndication", "api"),
            Map.entry("user-generated-content", "user-data"),
            Map.entry("social-media", "user-data"),
            Map.entry("primary-user-source", "human-authored"),
            Map.entry("sensor-and-iot-output", "programmatic"),
            Map.entry("simulations", "programmatic"),
            Map.entry("other", "other"));

    private static final List<String> BY_MODELS = List.of(
            "machine-generated-mlops-synthetic",
            "machine-generated-mlops-generative",
            "machine-generated-mlops-ai-inferred",
            "data-augmentation",
            "transfer-learning");

    /// How deep provenance inside provenance is followed.
    private static final int DEEPEST = 16;

    @Override
    public ManifestFormat format() {
        return ManifestFormat.DTA;
    }

    @Override
    public boolean recognises(Node root) {
        return root instanceof Mapping mapping
                && mapping.get("source").orElse(root) instanceof Mapping source
                && mapping.get("provenance").orElse(root) instanceof Mapping provenance
                && mapping.get("use").orElse(root) instanceof Mapping
                && mapping.has("source")
                && mapping.has("provenance")
                && mapping.has("use")
                && (source.has("issuer")
                        || provenance.has("generation-method")
                        || provenance.has("origin-geography")
                        || provenance.has("generationMethod"));
    }

    @Override
    public ManifestReading read(String file, Node node, List<Notice> notices) {
        Mapping root = (Mapping) node;
        CommunityManifest manifest = new CommunityManifest(format(), file, notices);
        Mapping source = part(root, "source");
        Mapping provenance = part(root, "provenance");
        Mapping use = part(root, "use");
        Map<String, Node> stated = Extension.of(root);
        Extension.of(source).forEach(stated::putIfAbsent);
        Extension.of(provenance).forEach(stated::putIfAbsent);
        Extension.of(use).forEach(stated::putIfAbsent);
        required(source, "`source`", List.of("version", "title", "description", "issuer"), manifest);
        required(provenance, "`provenance`", List.of("origin-geography", "date", "generation-method"), manifest);
        required(use, "`use`", List.of("intended-purpose"), manifest);
        Assembly assembly = new Assembly(root, stated, manifest);
        describe(source, provenance, use, assembly);
        Texts.mappings(Texts.each(source, "issuer"))
                .forEach(issuer ->
                        assembly.contributor(issuer, Texts.scalar(issuer, "name"), Optional.empty(), "creator"));
        provenance(provenance, use, new Ids(), assembly, manifest, 0);
        booleans(use, manifest);
        return manifest.bind(assembly.build());
    }

    private static Mapping part(Mapping root, String name) {
        return (Mapping) root.get(name).orElseThrow();
    }

    private static void required(Mapping group, String called, List<String> names, CommunityManifest manifest) {
        for (String name : names) {
            if (!group.has(name)) {
                manifest.fault(
                        group,
                        "%s has no `%s`, which the standard wants".formatted(called, name),
                        "Write `%s`; names have lower-case letters and hyphens.".formatted(name));
            }
        }
    }

    private static void describe(Mapping source, Mapping provenance, Mapping use, Assembly assembly) {
        Parts dataset = assembly.dataset();
        dataset.put("name", Texts.scalar(source, "title").map(Texts::line));
        dataset.put("identifier", Texts.scalar(source, "id").flatMap(Texts::address));
        dataset.put("description", Texts.scalar(source, "description").map(Texts::prose));
        dataset.put("url", Texts.scalar(source, "location").flatMap(Texts::address));
        dataset.put("license", Texts.licenses(Texts.scalars(Texts.each(use, "license"))));
        dataset.put("licenseLink", Texts.licenseLink(Texts.scalars(Texts.each(use, "license"))));
        dataset.put("created", Texts.scalar(provenance, "date").flatMap(Texts::day));
        dataset.put(
                "intendedUse",
                Texts.mappings(Texts.each(use, "intended-purpose")).stream()
                        .flatMap(purpose -> Texts.scalar(purpose, "description").stream())
                        .map(Texts::prose)
                        .findFirst());
    }

    private static void provenance(
            Mapping provenance, Mapping use, Ids ids, Assembly assembly, CommunityManifest manifest, int depth) {
        for (Mapping method : Texts.mappings(Texts.each(provenance, "generation-method"))) {
            Optional<Scalar> code = Texts.scalar(method, "code");
            if (code.isPresent()) {
                method(method, code.get(), provenance, use, ids, assembly, manifest);
            }
        }
        Texts.scalar(provenance, "source").ifPresent(upstream -> {
            Parts parts = Parts.at(upstream)
                    .text("id", upstream, ids.of(upstream.text(), upstream.text()))
                    .text("type", upstream, "dataset");
            List<Mapping> origins = Texts.mappings(Texts.each(provenance, "origin"));
            Optional<Scalar> provider = origins.stream()
                    .flatMap(origin -> Texts.scalar(origin, "name").stream())
                    .findFirst();
            parts.put("name", Texts.line(upstream)).put("uri", Texts.address(upstream));
            parts.put("provider", provider.map(Texts::line));
            assembly.source(parts.mapping());
        });
        for (Mapping inner : Texts.mappings(Texts.each(provenance, "sub-provenance"))) {
            if (depth < DEEPEST) {
                provenance(inner, use, ids, assembly, manifest, depth + 1);
            }
        }
    }

    private static void method(
            Mapping method,
            Scalar code,
            Mapping provenance,
            Mapping use,
            Ids ids,
            Assembly assembly,
            CommunityManifest manifest) {
        if (BY_MODELS.stream().anyMatch(code.text()::startsWith)) {
            manifest.notice(
                    code,
                    "%s says that a model made or changed data; which one, the standard has no field for"
                            .formatted(code.inWords()),
                    "List the model under `dpm:teachers`, as in provenance.yaml.");
            return;
        }
        Optional<String> type = TYPES.entrySet().stream()
                .filter(known -> code.text().startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (type.isEmpty()) {
            return;
        }
        Scalar called = Texts.scalar(method, "description").orElse(code);
        Parts source = Parts.at(method)
                .fields(Extension.of(method))
                .text("id", code, ids.of(code.text() + method.pointer(), code.text()))
                .text("type", code, type.get())
                .put("name", Texts.line(called));
        if (provenance.get("generation-period").orElse(method) instanceof Mapping period && period != method) {
            source.put(
                    "collectionPeriod",
                    Parts.at(period)
                            .put("start", Texts.scalar(period, "start").map(Texts::date))
                            .put("end", Texts.scalar(period, "end").map(Texts::date))
                            .mapping());
        }
        source.all(
                "rightsEvidence",
                Texts.scalars(Texts.each(use, "consents")).stream()
                        .flatMap(consent -> Texts.address(consent).stream())
                        .map(consent -> Parts.at(consent).put("uri", consent).mapping())
                        .toList());
        source.all("geography", geography(provenance));
        assembly.source(source.mapping());
    }

    private static List<Scalar> geography(Mapping provenance) {
        return Texts.mappings(Texts.each(provenance, "origin-geography")).stream()
                .flatMap(place -> Texts.scalar(place, "country").stream())
                .filter(country -> country.text().matches("[A-Z]{2}"))
                .toList();
    }

    private static void booleans(Mapping use, CommunityManifest manifest) {
        for (Mapping classification : Texts.mappings(Texts.each(use, "classification"))) {
            classification.get("evaluated").ifPresent(said -> {
                boolean known = said instanceof Scalar scalar
                        && (scalar.text().equals("true") || scalar.text().equals("false"));
                if (!known) {
                    manifest.fault(
                            said,
                            "`evaluated` is %s; true or false is wanted".formatted(said.inWords()),
                            "Write true or false.");
                }
            });
        }
    }
}
