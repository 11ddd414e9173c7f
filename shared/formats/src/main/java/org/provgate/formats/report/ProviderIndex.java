package org.provgate.formats.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Provider;
import org.provgate.core.registry.Registry;
import org.provgate.formats.report.JsonStream.Layout;

/// All providers and families of the registry: for `provgate teachers` without a model.
public final class ProviderIndex {

    private ProviderIndex() {}

    public static void json(Registry registry, OutputStream out) throws IOException {
        JsonStream.write(out, Layout.INDENTED, json -> {
            json.object()
                    .object("registry")
                    .text("edition", registry.edition())
                    .text("digest", registry.digest())
                    .end()
                    .array("providers");
            for (Provider provider : providers(registry)) {
                json.object()
                        .text("id", provider.id())
                        .text("name", provider.name())
                        .texts("roles", provider.roles().stream().sorted().toList())
                        .text("defaultCategory", provider.defaultCategory().word())
                        .array("families");
                for (ModelFamily family : families(registry, provider)) {
                    json.object()
                            .text("id", family.id())
                            .texts("names", family.names())
                            .textOrNull(
                                    "released",
                                    family.releases()
                                            .day()
                                            .map(LocalDate::toString)
                                            .orElse(""))
                            .textOrNull("weights", family.weights())
                            .textOrNull("licence", family.licence())
                            .text("category", family.category().word())
                            .texts("conditions", family.conditions())
                            .flag("verified", family.verified())
                            .end();
                }
                json.end().end();
            }
            json.end().end();
        });
    }

    public static String text(Registry registry, boolean colour) {
        StringBuilder page = new StringBuilder();
        TextLines lines = new TextLines(page, colour);
        int width = registry.families().stream()
                .mapToInt(family -> Columns.of(family.id()))
                .max()
                .orElse(0);
        try {
            for (Provider provider : providers(registry)) {
                lines.line(lines.paint(Ink.STRONG, provider.name()) + "  " + provider.id());
                for (ModelFamily family : families(registry, provider)) {
                    lines.labelled(
                            "  %s  %s  %s  "
                                    .formatted(
                                            Columns.padded(family.id(), width),
                                            family.releases()
                                                    .day()
                                                    .map(LocalDate::toString)
                                                    .orElse("-         "),
                                            Columns.padded(family.weights(), "closed".length())),
                            family.category().word() + (family.verified() ? "" : ", not verified"));
                }
                lines.blank();
            }
            lines.line("%s, %s; registry of %s. More about one: provgate teachers MODEL"
                    .formatted(
                            Wording.counted(registry.providers().size(), "provider"),
                            registry.families().size() == 1
                                    ? "1 family"
                                    : Wording.number(registry.families().size()) + " families",
                            registry.edition()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return page.toString();
    }

    private static List<Provider> providers(Registry registry) {
        return registry.providers().stream()
                .sorted(Comparator.comparing(Provider::id))
                .toList();
    }

    private static List<ModelFamily> families(Registry registry, Provider provider) {
        return registry.families().stream()
                .filter(family -> family.provider().equals(provider.id()))
                .sorted(Comparator.comparing(ModelFamily::id))
                .toList();
    }
}
