package org.provgate.formats.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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

/// One provider, two families, one edition of terms that holds from its first day on.
final class SmallRegistry implements Registry {

    private static final Provider OPENAI = new Provider(
            "openai", "OpenAI", List.of("open ai"), Set.of("lab"), Category.PROHIBITED_COMPETING, List.of(), "");

    @Override
    public String edition() {
        return "2026-11-23";
    }

    @Override
    public String digest() {
        return "sha256:" + "0".repeat(64);
    }

    @Override
    public Collection<Provider> providers() {
        return List.of(OPENAI);
    }

    @Override
    public Collection<ModelFamily> families() {
        return List.of(Samples.family("gpt-4"), Samples.family("gpt-3.5"));
    }

    @Override
    public Optional<Provider> provider(String name) {
        return name.equals("openai") ? Optional.of(OPENAI) : Optional.empty();
    }

    @Override
    public Optional<ModelFamily> family(String id) {
        return families().stream().filter(family -> family.id().equals(id)).findFirst();
    }

    @Override
    public Resolution resolve(String model) {
        return switch (model) {
            case "gpt-4-0613" -> new Resolution.Known(Samples.family("gpt-4"));
            case "gpt" -> new Resolution.Ambiguous(List.of(Samples.family("gpt-3.5"), Samples.family("gpt-4")));
            default -> new Resolution.Unrecognized(List.of("gpt-4-0613"));
        };
    }

    @Override
    public TermsAnswer terms(
            ModelFamily family, AccessChannel channel, LocalDate first, LocalDate last, List<Use> uses) {
        return family.id().equals("gpt-4") && !last.isBefore(LocalDate.of(2023, 3, 14))
                ? Samples.terms()
                : new TermsAnswer(Category.UNKNOWN, List.of(), false, List.of());
    }

    @Override
    public Optional<KnownDataset> dataset(String nameOrUri) {
        return Optional.empty();
    }
}
