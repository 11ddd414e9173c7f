package org.provgate.core.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.manifest.Use;
import org.provgate.core.registry.Category;
import org.provgate.core.registry.KnownDataset;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Provider;
import org.provgate.core.registry.Registry;
import org.provgate.core.registry.Resolution;
import org.provgate.core.registry.TermsAnswer;
import org.provgate.core.registry.TermsChannel;
import org.provgate.core.registry.TermsDocument;
import org.provgate.core.registry.TermsEdition;

/// Invented makers, one for each way terms can fall:
///
/// | model | weights | terms |
/// | --- | --- | --- |
/// | `atlas-7b` | open | permitted, read |
/// | `boreas-1`, `boreas-2` | closed | prohibited-competing, read; released 2025-01-10 and 2026-03-10 |
/// | `atlas-7b-breeze` | open | permitted; tuned from `atlas-7b`, distilled from `boreas-1` |
/// | `cirrus-1` | closed | prohibited, not read |
/// | `nimbus-1` | open | permitted, read |
/// | `nimbus-2` | open | conditional on non-commercial use and a name prefix, read; `Nimbus` alone is ambiguous |
/// | `umbra-1` | closed | unknown |
/// | `strait-1` | open | conditional on permission for commercial use, read |
public final class FewModels implements Registry {

    private final Map<String, Provider> providers = new LinkedHashMap<>();
    private final Map<String, ModelFamily> families = new LinkedHashMap<>();
    private final Map<String, KnownDataset> datasets = new LinkedHashMap<>();

    public FewModels() {
        maker("atlas", "Atlas", Category.PERMITTED, true, List.of());
        maker("boreas", "Boreas", Category.PROHIBITED_COMPETING, true, List.of("no-competing-model"));
        maker("cirrus", "Cirrus", Category.PROHIBITED, false, List.of());
        maker("nimbus", "Nimbus", Category.CONDITIONAL, true, List.of("non-commercial", "name-prefix:Nimbus"));
        maker("umbra", "Umbra", Category.UNKNOWN, false, List.of());
        maker("strait", "Strait", Category.CONDITIONAL, true, List.of("commercial-permission-required"));
        model("atlas-7b", "atlas", "open", "2025-02-01", Category.PERMITTED);
        model("boreas-1", "boreas", "closed", "2025-01-10", Category.PROHIBITED_COMPETING);
        model("boreas-2", "boreas", "closed", "2026-03-10", Category.PROHIBITED_COMPETING);
        model("cirrus-1", "cirrus", "closed", "2025-01-10", Category.PROHIBITED);
        model("nimbus-1", "nimbus", "open", "2025-01-10", Category.PERMITTED);
        model("nimbus-2", "nimbus", "open", "2025-05-10", Category.CONDITIONAL);
        model("umbra-1", "umbra", "closed", "", Category.UNKNOWN);
        model("strait-1", "strait", "open", "2025-01-10", Category.CONDITIONAL);
        tuned("atlas-7b-breeze", "atlas", "atlas-7b", "boreas-1");
        dataset("example/cloudy-chat", "Cloudy Chat", "boreas-1", true);
        dataset("example/misty-chat", "Misty Chat", "boreas-2", false);
        datasets.put(
                "plain questions",
                new KnownDataset(
                        "example/plain-questions",
                        List.of("plain questions"),
                        "CC-BY-4.0",
                        List.of(),
                        true,
                        "card",
                        true));
    }

    @Override
    public String edition() {
        return "2026-01-01";
    }

    @Override
    public String digest() {
        return "sha256:few";
    }

    @Override
    public Collection<Provider> providers() {
        return providers.values();
    }

    @Override
    public Collection<ModelFamily> families() {
        return families.values();
    }

    @Override
    public Optional<Provider> provider(String name) {
        return Optional.ofNullable(providers.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Optional<ModelFamily> family(String id) {
        return Optional.ofNullable(families.get(id));
    }

    @Override
    public Resolution resolve(String model) {
        String folded = model.toLowerCase(Locale.ROOT);
        if (folded.equals("nimbus")) {
            return new Resolution.Ambiguous(List.of(known("nimbus-1"), known("nimbus-2")));
        }
        ModelFamily family = families.get(folded);
        if (family != null) {
            return new Resolution.Known(family);
        }
        return new Resolution.Unrecognized(families.keySet().stream()
                .filter(id -> id.charAt(0) == folded.charAt(0))
                .toList());
    }

    @Override
    public TermsAnswer terms(
            ModelFamily family, AccessChannel channel, LocalDate first, LocalDate last, List<Use> uses) {
        List<TermsAnswer.Citation> citations = new ArrayList<>();
        if (!family.terms().isEmpty()) {
            TermsDocument document = known(family.provider(), providers).terms().getFirst();
            citations.add(new TermsAnswer.Citation(
                    family.id(), document, document.editions().getFirst(), TermsChannel.API));
        }
        return new TermsAnswer(family.category(), family.conditions(), family.verified(), citations);
    }

    @Override
    public Optional<KnownDataset> dataset(String nameOrUri) {
        return Optional.ofNullable(datasets.get(nameOrUri.toLowerCase(Locale.ROOT)));
    }

    private ModelFamily known(String id) {
        return known(id, families);
    }

    private static <T> T known(String id, Map<String, T> all) {
        return Optional.ofNullable(all.get(id)).orElseThrow();
    }

    private void maker(String id, String name, Category category, boolean verified, List<String> conditions) {
        TermsEdition edition = new TermsEdition(
                "2025-01-01",
                LocalDate.of(2025, 1, 1),
                LocalDate.MAX,
                "section 4",
                "as the category says",
                category,
                conditions,
                "https://terms.example/" + id,
                verified,
                "");
        TermsDocument document = new TermsDocument(
                id + "-terms",
                name + " Terms",
                "https://terms.example/" + id,
                Set.of(TermsChannel.API),
                List.of(edition));
        providers.put(id, new Provider(id, name, List.of(), Set.of("lab"), Category.UNKNOWN, List.of(document), ""));
    }

    private void model(String id, String provider, String weights, String released, Category category) {
        TermsEdition edition =
                known(provider, providers).terms().getFirst().editions().getFirst();
        boolean byDocument = edition.category() == category && category != Category.UNKNOWN;
        families.put(
                id,
                family(
                        id,
                        provider,
                        weights,
                        released.isEmpty()
                                ? new ModelFamily.Released.Unknown()
                                : new ModelFamily.Released.On(LocalDate.parse(released)),
                        byDocument ? List.of(provider + "-terms") : List.of(),
                        category,
                        byDocument ? edition.conditions() : List.of(),
                        edition.verified(),
                        List.of(),
                        List.of()));
    }

    private void tuned(String id, String provider, String base, String teacher) {
        families.put(
                id,
                family(
                        id,
                        provider,
                        "open",
                        new ModelFamily.Released.Unknown(),
                        List.of(),
                        Category.PERMITTED,
                        List.of(),
                        true,
                        List.of(base),
                        List.of(teacher)));
    }

    private static ModelFamily family(
            String id,
            String provider,
            String weights,
            ModelFamily.Released released,
            List<String> terms,
            Category category,
            List<String> conditions,
            boolean verified,
            List<String> derivedFrom,
            List<String> distilledFrom) {
        return new ModelFamily(
                id,
                provider,
                List.of(),
                List.of(),
                released,
                weights,
                "",
                terms,
                category,
                conditions,
                verified,
                derivedFrom,
                distilledFrom,
                "");
    }

    private void dataset(String id, String name, String teacher, boolean verified) {
        KnownDataset dataset = new KnownDataset(
                id,
                List.of(name),
                "CC-BY-4.0",
                List.of(new KnownDataset.Teacher(teacher, "generator")),
                false,
                "https://example.org/" + id,
                verified);
        datasets.put(id, dataset);
        datasets.put(name.toLowerCase(Locale.ROOT), dataset);
    }
}
