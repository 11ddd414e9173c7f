package org.provgate.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Resolution;
import org.provgate.core.registry.Resolution.Ambiguous;
import org.provgate.core.registry.Resolution.Known;
import org.provgate.core.registry.Resolution.Unrecognized;

/// From a model as a contributor wrote it to the families it may be.
///
/// In this order: an id exactly as a provider writes it, a display name, a brand, the patterns. A name that is only
/// known once look-alike characters are replaced is not known.
final class ModelNames {

    /// Longer than any id that a provider gave out; beyond it nothing is searched.
    private static final int LONGEST = 200;

    private final Map<String, ModelFamily> families;
    private final Map<String, ModelFamily> ids = new HashMap<>();
    private final Map<String, ModelFamily> names = new HashMap<>();
    private final Map<String, Facts.Brand> brands = new HashMap<>();
    private final List<LazyPattern> patterns;
    private final NearestNames nearest;

    ModelNames(Facts facts, Map<String, ModelFamily> families) {
        this.families = families;
        for (Facts.ExactId id : facts.ids()) {
            ids.put(id.id(), family(id.family()));
        }
        for (ModelFamily family : facts.families()) {
            for (String name : family.names()) {
                names.put(lower(name), family);
            }
        }
        for (Facts.Brand brand : facts.brands()) {
            for (String name : brand.names()) {
                brands.put(squeezed(name), brand);
            }
        }
        patterns = new ArrayList<>(facts.patterns().size());
        for (Facts.NamePattern pattern : facts.patterns()) {
            patterns.add(new LazyPattern(pattern));
        }
        nearest = new NearestNames(facts);
    }

    Resolution resolve(String model) {
        String text = model.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return new Unrecognized(List.of());
        }
        return find(text).orElseGet(() -> unrecognized(text));
    }

    private Unrecognized unrecognized(String text) {
        String plain = Lookalikes.plain(text);
        if (!plain.equals(text) && !plain.isEmpty() && find(plain).isPresent()) {
            return new Unrecognized(List.of(plain));
        }
        return new Unrecognized(nearest.to(withoutTag(lastSegment(plain))));
    }

    private Optional<Resolution> find(String text) {
        return Lookalikes.isAscii(text) ? findAscii(text) : findForeign(lower(text));
    }

    /// A name with other letters is known only if the registry itself spells it so.
    private Optional<Resolution> findForeign(String lower) {
        return Lookalikes.isAscii(lower)
                ? Optional.empty()
                : known(names.get(lower)).or(() -> branded(brands.get(squeezed(lower))));
    }

    private Optional<Resolution> findAscii(String text) {
        String tail = withoutTag(lastSegment(text));
        return known(ids.get(text))
                .or(() -> known(ids.get(lastSegment(text))))
                .or(() -> known(names.get(lower(text))))
                .or(() -> branded(brands.get(squeezed(text))))
                .or(() -> branded(brands.get(squeezed(tail))))
                .or(() -> matching(text));
    }

    private Optional<Resolution> matching(String text) {
        String lower = lower(text);
        return patterns.stream()
                .filter(pattern -> pattern.matches(text, lower))
                .findFirst()
                .map(pattern -> new Known(family(pattern.facts.family())));
    }

    private Optional<Resolution> branded(Facts.@Nullable Brand brand) {
        if (brand == null) {
            return Optional.empty();
        }
        List<ModelFamily> candidates =
                brand.families().stream().map(this::family).toList();
        return Optional.of(brand.differ() ? new Ambiguous(candidates) : new Known(candidates.getFirst()));
    }

    private ModelFamily family(String id) {
        return Objects.requireNonNull(families.get(id), id);
    }

    private static Optional<Resolution> known(@Nullable ModelFamily family) {
        return Optional.ofNullable(family).map(Known::new);
    }

    private static String lastSegment(String text) {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /// Without what routers and clouds add, such as `:free` or `@latest`.
    private static String withoutTag(String id) {
        int end = 0;
        while (end < id.length() && id.charAt(end) != ':' && id.charAt(end) != '@') {
            end++;
        }
        return id.substring(0, end).strip();
    }

    /// Brands are spelt with and without spaces and hyphens.
    private static String squeezed(String name) {
        StringBuilder kept = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != ' ' && c != '-' && c != '_') {
                kept.append(c);
            }
        }
        return lower(kept.toString());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// Compiled when an id first holds its hint: most never are.
    private static final class LazyPattern {
        private final Facts.NamePattern facts;
        private volatile @Nullable Pattern compiled;

        LazyPattern(Facts.NamePattern facts) {
            this.facts = facts;
        }

        boolean matches(String text, String lower) {
            if (!lower.contains(facts.hint())) {
                return false;
            }
            Pattern pattern = compiled;
            if (pattern == null) {
                pattern = Pattern.compile(facts.regex());
                compiled = pattern;
            }
            return pattern.matcher(text).matches();
        }
    }
}
