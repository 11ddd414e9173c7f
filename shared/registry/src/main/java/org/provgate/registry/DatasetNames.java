package org.provgate.registry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.provgate.core.registry.KnownDataset;

/// Finds a public dataset by id, alias or address; a source page that several share names none. Letter case, a trailing
/// slash and what follows the repository's
/// name in an address make no difference.
final class DatasetNames {

    private static final int LONGEST = 400;
    private static final Pattern HUB = Pattern.compile(
            "(?:https?://)?(?:www\\.)?(?:huggingface\\.co|hf\\.co)/datasets/([^/]+(?:/[^/]+)?)(?:/.*)?");
    private static final Pattern HUB_SCHEME = Pattern.compile("hf://datasets/([^/@]+/[^/@]+)(?:[/@].*)?");
    private static final Pattern GITHUB = Pattern.compile(
            "(?:https?://|git@|ssh://git@)?(?:www\\.)?github\\.com[/:]([^/]+/[^/]+?)(?:\\.git)?(?:/.*)?");
    private static final Set<String> HUB_PAGES = Set.of("tree", "blob", "resolve", "viewer", "raw", "discussions");

    private final List<KnownDataset> datasets;
    private volatile @Nullable Map<String, KnownDataset> byName;

    DatasetNames(List<KnownDataset> datasets) {
        this.datasets = datasets;
    }

    Optional<KnownDataset> find(String nameOrUri) {
        if (nameOrUri.length() > LONGEST) {
            return Optional.empty();
        }
        Map<String, KnownDataset> names = byName;
        if (names == null) {
            names = names();
            byName = names;
        }
        return Optional.ofNullable(names.get(key(nameOrUri)));
    }

    /// Made when first asked for: not every start meets a dataset.
    private Map<String, KnownDataset> names() {
        Map<String, KnownDataset> names = new HashMap<>();
        Map<String, KnownDataset> sources = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (KnownDataset dataset : datasets) {
            names.put(key(dataset.id()), dataset);
            dataset.aliases().forEach(alias -> names.put(key(alias), dataset));
            String source = key(dataset.source());
            if (sources.put(source, dataset) != null) {
                shared.add(source);
            }
        }
        shared.forEach(sources::remove);
        sources.forEach(names::putIfAbsent);
        return Map.copyOf(names);
    }

    private static String key(String nameOrUri) {
        String text = nameOrUri.strip().toLowerCase(Locale.ROOT);
        text = cutAt(cutAt(text, '#'), '?');
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        Matcher hub = HUB.matcher(text);
        if (hub.matches()) {
            return withoutPage(hub.group(1));
        }
        Matcher scheme = HUB_SCHEME.matcher(text);
        if (scheme.matches()) {
            return scheme.group(1);
        }
        Matcher github = GITHUB.matcher(text);
        return github.matches() ? "github.com/" + github.group(1) : text;
    }

    /// Datasets of one word, such as `gsm8k`, are followed by the page at once.
    private static String withoutPage(String path) {
        int slash = path.indexOf('/');
        return slash > 0 && HUB_PAGES.contains(path.substring(slash + 1)) ? path.substring(0, slash) : path;
    }

    private static String cutAt(String text, char mark) {
        int at = text.indexOf(mark);
        return at > 0 ? text.substring(0, at) : text;
    }
}
