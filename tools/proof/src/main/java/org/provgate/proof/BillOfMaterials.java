package org.provgate.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.provgate.formats.report.JsonStream;
import org.provgate.proof.Dependencies.Library;

/// The libraries as a page, and as a CycloneDX document.
///
/// @param purposes by group, or by group and artifact
/// @param licenses SPDX ids by what libraries write
record BillOfMaterials(List<Library> libraries, Map<String, String> purposes, Map<String, String> licenses) {

    BillOfMaterials {
        libraries = List.copyOf(libraries);
    }

    /// What nobody has looked at yet.
    List<String> unlisted() {
        List<String> unlisted = new ArrayList<>();
        for (Library library : libraries) {
            if (purpose(library).isEmpty()) {
                unlisted.add(library.name() + " has no purpose");
            }
            if (library.licenses().isEmpty()) {
                unlisted.add(library.name() + " names no licence");
            }
            library.licenses().stream()
                    .filter(name -> names(name).isEmpty())
                    .forEach(name -> unlisted.add("%s comes under \"%s\"".formatted(library.name(), name)));
        }
        return unlisted;
    }

    private Optional<String> purpose(Library library) {
        return Optional.ofNullable(purposes.get(library.name()))
                .or(() -> Optional.ofNullable(purposes.get(library.group())));
    }

    /// A library may name several in one text.
    private List<String> names(String written) {
        List<String> found = new ArrayList<>();
        String known = licenses.getOrDefault(written, "");
        if (!known.isEmpty()) {
            return List.of(known);
        }
        for (String part : written.split(", ", -1)) {
            if (!licenses.containsKey(part)) {
                return List.of();
            }
            found.add(licenses.getOrDefault(part, ""));
        }
        return found;
    }

    /// More than one is the reader's choice.
    private String license(Library library) {
        TreeSet<String> ids = new TreeSet<>();
        library.licenses().forEach(name -> ids.addAll(names(name)));
        return String.join(" OR ", ids);
    }

    String page() {
        StringBuilder page = new StringBuilder("""
            # Dependencies

            Every library that the gate, its tools or their tests run on, with the digest of the very file. Written by
            `./mvnw verify -Dprovgate.write` from the class path of `tools/proof`, which holds them all; a library that is not
            in `tools/proof/src/dependencies/purposes.tsv`, a licence that is not in `licences.tsv`, or another file under the
            same name fails the build. The same list is a CycloneDX document in [dependencies.cdx.json](dependencies.cdx.json).

            What runs in a function is in none of the lines that begin with *one machine*, *command line*, *proof* or *tests*.
            """);
        String where = "";
        for (String line : libraries.stream().map(this::row).sorted().toList()) {
            String kind = line.substring(0, line.indexOf(':'));
            if (!kind.equals(where)) {
                where = kind;
                page.append(
                        "\n## %s\n\n| library | version | licence | for | SHA-256 |\n| --- | --- | --- | --- | --- |\n"
                                .formatted(kind));
            }
            page.append(line.substring(line.indexOf(':') + 2)).append('\n');
        }
        return page.toString();
    }

    private String row(Library library) {
        String purpose = purpose(library).orElse("?: ?");
        int colon = purpose.indexOf(':');
        String build = library.file().equals(library.artifact() + "-" + library.version() + ".jar")
                ? ""
                : " (`%s`)".formatted(library.file());
        return "%s: | `%s`%s | %s | %s | %s | `%s` |"
                .formatted(
                        purpose.substring(0, colon),
                        library.name(),
                        build,
                        library.version(),
                        license(library),
                        purpose.substring(colon + 2),
                        library.sha256());
    }

    /// @param version of the gate
    String document(String version) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            JsonStream.write(bytes, JsonStream.Layout.INDENTED, json -> {
                json.object()
                        .text("bomFormat", "CycloneDX")
                        .text("specVersion", "1.6")
                        .number("version", 1);
                json.object("metadata").object("component");
                json.text("type", "application").text("name", "provgate").text("version", version);
                json.array("licenses")
                        .object()
                        .object("license")
                        .text("id", "Apache-2.0")
                        .end()
                        .end()
                        .end();
                json.end().end();
                json.array("components");
                libraries.forEach(library -> write(json, library));
                json.end().end();
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void write(JsonStream json, Library library) {
        json.object().text("type", "library").text("bom-ref", library.name() + "/" + library.file());
        json.text("group", library.group()).text("name", library.artifact()).text("version", library.version());
        json.array("hashes")
                .object()
                .text("alg", "SHA-256")
                .text("content", library.sha256())
                .end()
                .end();
        json.array("licenses")
                .object()
                .text("expression", license(library))
                .end()
                .end();
        json.text("purl", "pkg:maven/%s/%s@%s".formatted(library.group(), library.artifact(), library.version()));
        json.end();
    }
}
