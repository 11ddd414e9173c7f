package org.provgate.core.condition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.References;
import org.provgate.core.manifest.References.Reference;
import org.provgate.core.rule.CaseFile;

/// Files, and what was seen in them, as conditions see them.
final class Contents {

    record FileIn(ObjectFacts object, CaseFile file) {

        Stream<FileEntry> entries() {
            return file.lineage().of(object.path()).stream();
        }
    }

    record Sign(String path, Evidence evidence) {}

    static final Struct<Sign> EVIDENCE = new Struct<Sign>("Evidence", "Signs of a model in a file.")
            .text("file", "its path", sign -> Optional.of(sign.path()))
            .text(
                    "provider",
                    "the registry's id of the maker, where it is known",
                    sign -> provider(sign.evidence().maker()))
            .text("model", "as the rows name it", sign -> model(sign.evidence().maker()))
            .text(
                    "strength",
                    "`weak`, `strong` or `conclusive`",
                    sign -> Optional.of(sign.evidence().strength().word()))
            .text("fingerprint", "", sign -> Optional.of(sign.evidence().fingerprint()))
            .whole(
                    "count",
                    "how often it was seen",
                    sign -> Optional.of(sign.evidence().count()))
            .whole(
                    "rows",
                    "in how many rows",
                    sign -> Optional.of(sign.evidence().rows()))
            .whole(
                    "line",
                    "of the first hit",
                    sign -> Optional.of(sign.evidence().firstLine()))
            .text("excerpt", "", sign -> Optional.of(sign.evidence().excerpt()));

    static final Struct<FileIn> FILE = new Struct<FileIn>("File", "A stored file, as it was measured.")
            .text("path", "", it -> Optional.of(it.object().path()))
            .whole("bytes", "", it -> Optional.of(it.object().bytes()))
            .text("sha256", "", it -> Optional.of(it.object().sha256().hex()))
            .text("mediaType", "by content", it -> Optional.of(it.object().mediaType()))
            .whole("rows", "where they could be counted", it -> rows(it.object()))
            .truth(
                    "complete",
                    "whether all of it was looked into",
                    it -> it.object().coverage().complete())
            .truth(
                    "listed",
                    "whether the manifest's list covers it",
                    it -> it.entries().findAny().isPresent())
            .text(
                    "split",
                    "",
                    it -> it.entries()
                            .flatMap(entry -> entry.split().value().stream())
                            .findFirst())
            .text(
                    "license",
                    "of its own, as written",
                    it -> it.entries()
                            .flatMap(entry -> entry.license().value().stream())
                            .findFirst())
            .texts("sources", "ids", it -> ids(it.entries().map(FileEntry::sources)))
            .texts("teachers", "ids", it -> ids(it.entries().map(FileEntry::teachers)))
            .things(
                    "evidence",
                    "signs of models in it",
                    EVIDENCE,
                    it -> signs(it.object()).toList());

    private Contents() {}

    static List<FileIn> files(CaseFile file) {
        return file.facts().objects().values().stream()
                .map(object -> new FileIn(object, file))
                .toList();
    }

    static List<Sign> evidence(CaseFile file) {
        return file.facts().objects().values().stream().flatMap(Contents::signs).toList();
    }

    private static Stream<Sign> signs(ObjectFacts object) {
        return object.evidence().stream().map(evidence -> new Sign(object.path(), evidence));
    }

    private static Optional<String> provider(Maker maker) {
        return switch (maker) {
            case Maker.Provider(String provider) -> Optional.of(provider);
            case Maker.Model(String provider, String _) -> Optional.of(provider);
            case Maker.Unknown _ -> Optional.empty();
        };
    }

    private static Optional<String> model(Maker maker) {
        return maker instanceof Maker.Model(String _, String model) ? Optional.of(model) : Optional.empty();
    }

    private static Optional<Long> rows(ObjectFacts object) {
        return object.rows() instanceof Rows.Counted(long count) ? Optional.of(count) : Optional.empty();
    }

    private static List<String> ids(Stream<References> references) {
        return references
                .flatMap(named -> named.listed().stream())
                .map(Reference::id)
                .distinct()
                .toList();
    }
}
