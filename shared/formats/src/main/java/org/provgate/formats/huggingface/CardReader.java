package org.provgate.formats.huggingface;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.manifest.ManifestReading.Recognition;
import org.provgate.core.manifest.ManifestReading.Unreadable;
import org.provgate.formats.community.CommunityManifest;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.SourceText;
import org.provgate.formats.tree.SourceText.Notice;
import org.provgate.formats.tree.TreeReading;
import org.provgate.formats.tree.YamlTree;

/// Reads the front matter of a hub's card. Most files called README.md are none, and nothing is said of those.
public final class CardReader {

    private static final Set<String> OF_DATASETS = Set.of(
            "dataset_info",
            "task_categories",
            "task_ids",
            "configs",
            "annotations_creators",
            "language_creators",
            "source_datasets",
            "size_categories",
            "multilinguality",
            "pretty_name",
            "x-provenance");
    private static final Set<String> OF_MODELS = Set.of("base_model", "library_name", "pipeline_tag", "model-index");

    /// What a broken front matter has to hold to be taken for a card's.
    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?m)^(?:license|licence|language|dataset_info|task_categories|annotations_creators|source_datasets"
                    + "|size_categories|pretty_name|configs|x-provenance|base_model|tags)[ \\t]*+:");

    private static final int PROBED = 16 * 1024;

    /// @return empty when the file is no card
    public Optional<ManifestReading> read(SourceText source) {
        return switch (FrontMatter.of(source)) {
            case FrontMatter.None _ -> Optional.empty();
            case FrontMatter.Unclosed(int offset) ->
                announced(source, offset, source.text().length())
                        ? Optional.of(unreadable(
                                source.file(),
                                source.at(offset, ""),
                                "The front matter begins here and has no end, so that no tool sees any of it; close it"
                                        + " with a line `---`"))
                        : Optional.empty();
            case FrontMatter.Found(int from, int to) -> read(source, from, to);
        };
    }

    /// Whether a text that could not be decoded whole begins like a card.
    public boolean announces(SourceText beginning) {
        return switch (FrontMatter.of(beginning)) {
            case FrontMatter.None _ -> false;
            case FrontMatter.Unclosed(int offset) ->
                announced(beginning, offset, beginning.text().length());
            case FrontMatter.Found(int from, int to) -> announced(beginning, from, to);
        };
    }

    private static Optional<ManifestReading> read(SourceText source, int from, int to) {
        return switch (YamlTree.read(source, from, to)) {
            case TreeReading.Empty _ -> Optional.empty();
            case TreeReading.Broken(Place at, String message) ->
                announced(source, from, to) ? Optional.of(unreadable(source.file(), at, message)) : Optional.empty();
            case TreeReading.Read(Mapping root, List<Notice> notices) -> read(source.file(), root, notices);
            case TreeReading.Read _ -> Optional.empty();
        };
    }

    private static Optional<ManifestReading> read(String file, Mapping root, List<Notice> notices) {
        Map<String, ?> keys = root.members();
        boolean dataset = keys.keySet().stream().anyMatch(OF_DATASETS::contains);
        boolean model = keys.keySet().stream().anyMatch(OF_MODELS::contains);
        if (!dataset && !model && !root.has("license")) {
            return Optional.empty();
        }
        CommunityManifest manifest = new CommunityManifest(ManifestFormat.HUGGINGFACE, file, notices);
        return Optional.of(new CardBinding(root, manifest).read(model && !dataset));
    }

    private static boolean announced(SourceText source, int from, int to) {
        return ANNOUNCED
                .matcher(source.text().substring(from, Math.min(to, from + PROBED)))
                .find();
    }

    private static Unreadable unreadable(String file, Place at, String message) {
        return new Unreadable(file, new Recognition.As(ManifestFormat.HUGGINGFACE), at, message);
    }
}
