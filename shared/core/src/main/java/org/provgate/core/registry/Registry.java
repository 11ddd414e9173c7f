package org.provgate.core.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.manifest.Use;

/// What is known of providers, models, their terms and public datasets. Data, with a source for each fact.
public interface Registry {

    /// The day the facts were compiled, `YYYY-MM-DD`.
    String edition();

    /// `sha256:` and the digest of the data.
    String digest();

    Collection<Provider> providers();

    Collection<ModelFamily> families();

    /// By id, name or alias, without regard to case.
    Optional<Provider> provider(String name);

    Optional<ModelFamily> family(String id);

    /// @param model the id or display name as a contributor wrote it
    Resolution resolve(String model);

    /// Every edition that binds output made between the two days (included), strictest first.
    TermsAnswer terms(ModelFamily family, AccessChannel channel, LocalDate first, LocalDate last, List<Use> uses);

    /// As above for a model reached through a cloud or reseller that is named: what the host adds is counted in.
    /// A registry that knows of no hosts answers as if none were named.
    default TermsAnswer terms(
            ModelFamily family, AccessChannel channel, Provider host, LocalDate first, LocalDate last, List<Use> uses) {
        return terms(family, channel, first, last, uses);
    }

    /// The public dataset of that name or address, where it is known.
    Optional<KnownDataset> dataset(String nameOrUri);
}
