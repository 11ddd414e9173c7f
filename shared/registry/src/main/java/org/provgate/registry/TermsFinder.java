package org.provgate.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.registry.Category;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Provider;
import org.provgate.core.registry.TermsAnswer;
import org.provgate.core.registry.TermsAnswer.Citation;
import org.provgate.core.registry.TermsChannel;
import org.provgate.core.registry.TermsDocument;

/// Which editions bind a model's output, and what they come to.
///
/// A tuned model is bound by its own documents and by its parents', as they stood when it came out.
final class TermsFinder {

    private final Map<String, TermsDocument> documents = new HashMap<>();
    private final Map<String, Provider> providers = new HashMap<>();
    private final Map<String, ModelFamily> families;

    TermsFinder(List<Provider> providers, Map<String, ModelFamily> families) {
        this.families = families;
        for (Provider provider : providers) {
            this.providers.put(provider.id(), provider);
            for (TermsDocument document : provider.terms()) {
                documents.put(document.id(), document);
            }
        }
    }

    /// An edition that binds one family.
    ///
    /// @param conditions what is left to be met once the registry itself has looked at parents and channel
    /// @param verified clause and link to the family were both read
    private record Bound(Citation citation, Category category, List<String> conditions, boolean verified) {

        boolean readAndForbids() {
            return verified && category.stricterThan(Category.UNKNOWN);
        }

        Bound through(boolean linkWasRead) {
            return new Bound(citation, category, conditions, verified && linkWasRead);
        }
    }

    /// @param floor what the answer is at least, because something that would bind is not known
    private record Found(List<Bound> bounds, Category floor) {}

    TermsAnswer answer(
            ModelFamily family, AccessChannel channel, Optional<Provider> host, LocalDate first, LocalDate last) {
        Days days = new Days(first, last);
        List<Bound> hosts = host.filter(named -> !named.id().equals(family.provider()))
                .map(named -> ofHost(family, channel, named, days))
                .orElse(List.of());
        Found found = find(family, channel, days, !hosts.isEmpty(), Set.of());
        List<Bound> bounds = Stream.concat(hosts.stream(), found.bounds().stream())
                .distinct()
                .sorted(TermsFinder::governingFirst)
                .toList();
        if (bounds.isEmpty()) {
            return new TermsAnswer(Category.UNKNOWN, List.of(), false, List.of());
        }
        Bound governing = bounds.getFirst();
        boolean floored = found.floor().stricterThan(governing.category());
        return new TermsAnswer(
                floored ? found.floor() : governing.category(),
                bounds.stream()
                        .flatMap(bound -> bound.conditions().stream())
                        .distinct()
                        .toList(),
                governing.verified() && !floored,
                bounds.stream().map(Bound::citation).toList());
    }

    /// First what forbids and was read, then by strictness, by whether it was read, and the newest.
    private static int governingFirst(Bound a, Bound b) {
        int order = Boolean.compare(b.readAndForbids(), a.readAndForbids());
        order = order != 0 ? order : b.category().compareTo(a.category());
        order = order != 0 ? order : Boolean.compare(b.verified(), a.verified());
        order = order != 0
                ? order
                : b.citation().edition().from().compareTo(a.citation().edition().from());
        return order != 0
                ? order
                : a.citation().document().id().compareTo(b.citation().document().id());
    }

    /// What a host that is named adds; with it nothing about the host is unknown.
    private static List<Bound> ofHost(ModelFamily family, AccessChannel channel, Provider host, Days days) {
        List<Bound> bounds = new ArrayList<>();
        if (channel == AccessChannel.CLOUD_MARKETPLACE || channel == AccessChannel.RESELLER) {
            for (TermsDocument document : host.terms()) {
                bind(family, document, EnumSet.of(TermsChannel.CLOUD, TermsChannel.HOST), days, bounds);
            }
        }
        return bounds;
    }

    private Found find(
            ModelFamily family, AccessChannel channel, Days days, boolean hostKnown, Set<String> descendants) {
        Doors doors = Doors.of(channel, family, this::document, providers);
        List<Bound> bounds = new ArrayList<>();
        for (String id : family.terms()) {
            bind(family, document(id), doors.open(), days, bounds);
        }
        Category floor = hostKnown ? Category.PERMITTED : doors.floor();
        floor = bounds.isEmpty() ? Category.UNKNOWN : floor;
        Set<String> line = new LinkedHashSet<>(descendants);
        line.add(family.id());
        for (Parent parent : parents(family)) {
            if (!line.contains(parent.family().id()) && parent.outBy(days.last())) {
                Found inherited = inherited(family, parent, days, line);
                boolean read = parent.certain() && family.verified();
                inherited.bounds().forEach(bound -> bounds.add(bound.through(read)));
                floor = inherited.floor().stricterThan(floor) ? inherited.floor() : floor;
            }
        }
        return new Found(bounds, floor);
    }

    /// A parent's terms as they stood when the child came out; of the asked days when none are known of then.
    private Found inherited(ModelFamily child, Parent parent, Days days, Set<String> line) {
        Found then = child.releases()
                .day()
                .map(day -> find(parent.family(), parent.channel(), new Days(day, day), false, line))
                .orElseGet(() -> new Found(List.of(), Category.UNKNOWN));
        return then.bounds().isEmpty() ? find(parent.family(), parent.channel(), days, false, line) : then;
    }

    private static void bind(
            ModelFamily family, TermsDocument document, Set<TermsChannel> open, Days days, Collection<Bound> into) {
        for (TermsChannel channel : TermsChannel.values()) {
            if (open.contains(channel) && document.channels().contains(channel)) {
                document.editions().stream()
                        .filter(edition -> edition.inForceWithin(days.first(), days.last()))
                        .map(edition -> bound(family, new Citation(family.id(), document, edition, channel)))
                        .forEach(into::add);
                return;
            }
        }
    }

    private static Bound bound(ModelFamily family, Citation citation) {
        boolean own = citation.channel() == TermsChannel.WEIGHTS;
        Set<String> stated = new LinkedHashSet<>(citation.edition().conditions());
        if (own) {
            stated.addAll(family.conditions());
        }
        List<String> left =
                stated.stream().filter(word -> !settled(word, family)).toList();
        Category category = citation.edition().category();
        boolean allSettled = category == Category.CONDITIONAL && left.isEmpty() && !stated.isEmpty();
        return new Bound(
                citation,
                allSettled ? Category.PERMITTED : category,
                left,
                citation.edition().verified() && (!own || family.verified()));
    }

    /// Conditions that ask for what this registry does itself.
    private static boolean settled(String condition, ModelFamily family) {
        return switch (condition) {
            case "inherits-base-model-licence" -> !family.derivedFrom().isEmpty();
            case "inherits-distilled-from-terms" -> !family.distilledFrom().isEmpty();
            case "third-party-model-terms-apply" -> true;
            default -> condition.startsWith("channel-matters:");
        };
    }

    /// @param certain whether every release of the child comes from it; one of several base models may be another's
    private record Parent(ModelFamily family, AccessChannel channel, boolean certain) {
        boolean outBy(LocalDate last) {
            return family.releases().day().filter(day -> day.isAfter(last)).isEmpty();
        }
    }

    /// A base model is taken as weights; the output of a teacher through its maker's interface where it is closed.
    private List<Parent> parents(ModelFamily family) {
        List<Parent> parents = new ArrayList<>();
        for (String id : family.derivedFrom()) {
            parents.add(new Parent(
                    family(id), AccessChannel.SELF_HOSTED, family.derivedFrom().size() == 1));
        }
        for (String id : family.distilledFrom()) {
            ModelFamily teacher = family(id);
            parents.add(new Parent(
                    teacher, Doors.isOpen(teacher) ? AccessChannel.SELF_HOSTED : AccessChannel.PROVIDER_API, true));
        }
        return parents;
    }

    private record Days(LocalDate first, LocalDate last) {}

    private ModelFamily family(String id) {
        return Objects.requireNonNull(families.get(id), id);
    }

    private TermsDocument document(String id) {
        return Objects.requireNonNull(documents.get(id), id);
    }
}
