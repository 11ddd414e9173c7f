package org.provgate.registry;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.registry.Category;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Provider;
import org.provgate.core.registry.TermsChannel;
import org.provgate.core.registry.TermsDocument;

/// Which documents a channel lets in.
///
/// @param open the doors whose documents bind
/// @param floor unknown where a host that is not named adds a rule of its own, else permitted
record Doors(Set<TermsChannel> open, Category floor) {

    static Doors of(
            AccessChannel channel,
            ModelFamily family,
            Function<String, TermsDocument> documents,
            Map<String, Provider> providers) {
        Set<TermsChannel> known = family.terms().stream()
                .flatMap(id -> documents.apply(id).channels().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TermsChannel.class)));
        boolean open = isOpen(family);
        return switch (channel) {
            case PROVIDER_API ->
                open && !known.contains(TermsChannel.API) ? hosted(TermsChannel.WEIGHTS) : only(TermsChannel.API);
            case CONSUMER_APP -> only(TermsChannel.CONSUMER);
            case SELF_HOSTED -> only(TermsChannel.WEIGHTS);
            case RESELLER -> hosted(open ? TermsChannel.WEIGHTS : TermsChannel.API);
            case CLOUD_MARKETPLACE -> cloud(known, open, makerIsHost(family, providers));
            case UPSTREAM_DATASET, UNKNOWN ->
                new Doors(EnumSet.complementOf(EnumSet.of(TermsChannel.HOST)), Category.PERMITTED);
        };
    }

    static boolean isOpen(ModelFamily family) {
        return family.weights().equals("open");
    }

    /// Open weights bring their own licence along. A closed model brings what its maker says of clouds, or else
    /// what its maker says of its interface.
    private static Doors cloud(Set<TermsChannel> known, boolean open, boolean makerIsHost) {
        boolean own = makerIsHost && known.contains(TermsChannel.CLOUD);
        Category floor = own ? Category.PERMITTED : Category.UNKNOWN;
        Set<TermsChannel> doors = EnumSet.noneOf(TermsChannel.class);
        if (open) {
            doors.add(TermsChannel.WEIGHTS);
        }
        if (open ? own : known.contains(TermsChannel.CLOUD)) {
            doors.add(TermsChannel.CLOUD);
        } else if (!open) {
            doors.add(TermsChannel.API);
        }
        return new Doors(doors, floor);
    }

    private static boolean makerIsHost(ModelFamily family, Map<String, Provider> providers) {
        Provider maker = providers.get(family.provider());
        return maker != null && maker.roles().contains("host");
    }

    private static Doors only(TermsChannel channel) {
        return new Doors(EnumSet.of(channel), Category.PERMITTED);
    }

    private static Doors hosted(TermsChannel channel) {
        return new Doors(EnumSet.of(channel), Category.UNKNOWN);
    }
}
