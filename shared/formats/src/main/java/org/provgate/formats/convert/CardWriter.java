package org.provgate.formats.convert;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.manifest.Dataset;
import org.provgate.core.manifest.Manifest;

/// The front matter of a hub's dataset card: what the hub has words for in them, and the whole manifest under
/// `x-provenance`. The text of a card is for people to write.
final class CardWriter {

    private static final Pattern ONE_LICENSE = Pattern.compile("(?!LicenseRef-)[A-Za-z0-9][A-Za-z0-9.-]*");

    private final Manifest manifest;
    private final NativeParts parts;
    private final List<String> notCarried;

    CardWriter(Manifest manifest, NativeParts parts, List<String> notCarried) {
        this.manifest = manifest;
        this.parts = parts;
        this.notCarried = notCarried;
    }

    String write() {
        Dataset dataset = manifest.dataset();
        Json card = new Json();
        card.text("pretty_name", dataset.name().value());
        dataset.license()
                .value()
                .ifPresentOrElse(
                        license -> license(card, license.toString()),
                        () -> notCarried.add("license: the hub asks for one, and the manifest states none"));
        dataset.licenseLink().value().ifPresent(link -> card.text("license_link", link.toString()));
        card.texts("language", dataset.languages().value().orElse(List.of()));
        card.put("x-provenance", Optional.of(extension()));
        return "---\n" + NativeYaml.block(card.value()) + "---\n";
    }

    /// The hub knows single licences by their ids in lower case; all else is `other`, by a name.
    private static void license(Json card, String license) {
        if (ONE_LICENSE.matcher(license).matches()) {
            card.text("license", license.toLowerCase(Locale.ROOT));
            return;
        }
        card.text("license", "other");
        card.text(
                "license_name",
                license.replace("LicenseRef-", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9.]+", "-")
                        .replaceAll("^-+|-+$", ""));
    }

    private JsonValue extension() {
        return Conversion.whole(manifest, parts);
    }
}
