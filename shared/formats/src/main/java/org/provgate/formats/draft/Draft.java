package org.provgate.formats.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.FileEntry.Target;
import org.provgate.core.manifest.Glob;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.registry.Registry;
import org.provgate.formats.convert.Conversion;
import org.provgate.formats.manifest.NativeManifestReader;

/// A native manifest as far as it can be written without a person. What nobody measured and no document says is left
/// blank; nothing is made up.
///
/// @param blanks how many lines are to be filled in
/// @param models how many models the rows name
public record Draft(String text, int blanks, int models) {

    /// What a draft is made from.
    ///
    /// @param documents what cards and metadata in the folder say
    /// @param data files that need an entry, by path
    public record Known(Optional<Manifest> documents, Collection<ObjectFacts> data, Registry registry) {}

    public static Draft of(Known known) {
        return new Writer(known).draft();
    }

    private static final class Writer {

        private static final String FIRST_SOURCE = "source-1";

        private final Known known;
        private final SequencedMap<String, JsonValue> said;
        private final DraftText text = new DraftText();
        private final String origin;

        Writer(Known known) {
            this.known = known;
            this.said = new LinkedHashMap<>();
            known.documents()
                    .ifPresent(manifest ->
                            said.putAll(Conversion.inNativeWords(manifest).values()));
            this.origin = known.documents().map(Manifest::file).orElse("");
        }

        Draft draft() {
            text.comment(0, "A draft: what could be measured is filled in, the rest is marked FILL IN.")
                    .comment(0, "`provgate validate` says what is still missing; `provgate explain CODE` says why.");
            if (!origin.isEmpty()) {
                text.comment(0, "What " + origin + " says has been taken over; look it through.");
            }
            text.empty()
                    .member(0, "manifest", JsonValue.text(NativeManifestReader.VERSION))
                    .empty();
            text.heading("dataset")
                    .mapping(2, members("dataset"), Blank.DATASET)
                    .empty();
            list("contributors", Blank.CONTRIBUTOR);
            List<String> sources = sources();
            List<JsonValue> listed = items("teachers");
            NamedModels models = NamedModels.of(known.data(), known.registry(), ids(listed));
            teachers(listed, models);
            files(sources, models, !listed.isEmpty() || !models.all().isEmpty());
            attestations(!listed.isEmpty() || !models.all().isEmpty());
            return new Draft(text.text(), text.blanks(), models.all().size());
        }

        private void list(String name, List<Blank> needed) {
            text.heading(name);
            List<JsonValue> items = items(name);
            if (items.isEmpty()) {
                text.item(new JsonValue.Members(new LinkedHashMap<>()), needed);
            }
            items.forEach(item -> text.item((JsonValue.Members) item, needed));
            text.empty();
        }

        /// Ids of the sources that are in the draft.
        private List<String> sources() {
            if (said.get("sources") instanceof JsonValue.Text word) {
                text.member(0, "sources", word).empty();
                return List.of();
            }
            List<JsonValue> items = new ArrayList<>(items("sources"));
            if (items.isEmpty()) {
                items.add(members(new LinkedHashMap<>(), "id", FIRST_SOURCE));
            }
            text.heading("sources").comment(2, "One entry for each place the rows come from.");
            items.forEach(item -> text.item((JsonValue.Members) item, Blank.SOURCE));
            text.empty();
            return ids(items);
        }

        private void teachers(List<JsonValue> listed, NamedModels models) {
            if (said.get("teachers") instanceof JsonValue.Text word) {
                models.all().forEach(this::quote);
                text.member(0, "teachers", word).empty();
                return;
            }
            if (listed.isEmpty() && models.all().isEmpty()) {
                text.blank(0, Blank.TEACHERS).empty();
                return;
            }
            text.heading("teachers");
            listed.forEach(item -> text.item((JsonValue.Members) item, Blank.TEACHER));
            for (NamedModels.Named named : models.all()) {
                boolean there = listed.stream()
                        .map(item -> ((JsonValue.Members) item).values().get("model"))
                        .anyMatch(model ->
                                model instanceof JsonValue.Text(String it) && it.equalsIgnoreCase(named.model()));
                if (there) {
                    continue;
                }
                quote(named);
                text.comment(2, "Confirm it, or take the entry out.");
                SequencedMap<String, JsonValue> teacher = new LinkedHashMap<>();
                teacher.put("id", JsonValue.text(named.id()));
                teacher.put("provider", JsonValue.text(named.provider()));
                if (!named.model().isEmpty()) {
                    teacher.put("model", JsonValue.text(named.model()));
                }
                text.item(new JsonValue.Members(teacher), Blank.TEACHER);
            }
            text.empty();
        }

        private void quote(NamedModels.Named named) {
            String who = named.model().isEmpty() ? named.provider() : named.model();
            text.comment(2, "The rows name " + who + ":");
            named.where().stream().limit(3).forEach(where -> text.comment(4, where));
        }

        private void files(List<String> sources, NamedModels models, boolean anyTeachers) {
            if (known.data().isEmpty()) {
                text.blank(0, new Blank("files", "there are none yet; run `provgate init` again beside the data"))
                        .empty();
                return;
            }
            text.heading("files");
            if (sources.equals(List.of(FIRST_SOURCE)) && items("sources").isEmpty()) {
                text.comment(2, "All are drafted as rows of " + FIRST_SOURCE + "; change that where it is not so.");
            }
            for (ObjectFacts object : known.data()) {
                SequencedMap<String, JsonValue> file = measured(object);
                SequencedMap<String, JsonValue> stated = stated(object.path());
                List<Blank> needed = new ArrayList<>();
                if (!stated.containsKey("sources") && sources.size() == 1) {
                    file.put("sources", texts(sources));
                } else if (!stated.containsKey("sources") && sources.size() > 1) {
                    needed.add(Blank.FILE_SOURCES);
                }
                List<String> named = models.idsIn(object.path());
                if (!stated.containsKey("teachers")
                        && !named.isEmpty()
                        && !(said.get("teachers") instanceof JsonValue.Text)) {
                    file.put("teachers", texts(named));
                } else if (!stated.containsKey("teachers") && anyTeachers) {
                    needed.add(Blank.FILE_TEACHERS);
                }
                stated.forEach(file::putIfAbsent);
                List<Blank> inOrder = new ArrayList<>();
                file.keySet().forEach(name -> inOrder.add(new Blank(name, "")));
                inOrder.addAll(needed);
                text.item(new JsonValue.Members(file), inOrder);
            }
            text.empty();
        }

        private static SequencedMap<String, JsonValue> measured(ObjectFacts object) {
            SequencedMap<String, JsonValue> file = new LinkedHashMap<>();
            file.put("path", JsonValue.text(object.path()));
            file.put("sha256", JsonValue.text(object.sha256().hex()));
            file.put("bytes", new JsonValue.Whole(object.bytes()));
            if (object.rows() instanceof Rows.Counted(long rows)) {
                file.put("rows", new JsonValue.Whole(rows));
            }
            file.put("mediaType", JsonValue.text(object.mediaType()));
            return file;
        }

        /// What the documents say of a file beside what was measured.
        private SequencedMap<String, JsonValue> stated(String path) {
            List<FileEntry> entries = known.documents().map(Manifest::files).orElse(List.of());
            List<JsonValue> written = items("files");
            for (int i = 0; i < entries.size() && i < written.size(); i++) {
                boolean covers = switch (entries.get(i).target()) {
                    case Target.Path(String own, var _, var _) -> own.equals(path);
                    case Target.Glob(String glob, var _, var _) -> new Glob(glob).matches(path);
                    case Target.Unusable _ -> false;
                };
                if (covers) {
                    SequencedMap<String, JsonValue> rest =
                            new LinkedHashMap<>(((JsonValue.Members) written.get(i)).values());
                    List.of("path", "glob", "sha256", "checksums", "bytes", "rows", "mediaType")
                            .forEach(rest::remove);
                    return rest;
                }
            }
            return new LinkedHashMap<>();
        }

        /// Those that are needed of everybody, and of who lists teachers.
        private void attestations(boolean anyTeachers) {
            List<JsonValue> items = new ArrayList<>(items("attestations"));
            List<String> types = new ArrayList<>(List.of("complete-and-accurate", "right-to-contribute"));
            boolean none = said.get("teachers") instanceof JsonValue.Text(String word) && word.equals("none");
            if (anyTeachers) {
                types.add("terms-complied");
            } else if (none) {
                types.add("no-model-output");
            }
            for (String type : types) {
                boolean there = items.stream()
                        .anyMatch(item -> JsonValue.text(type)
                                .equals(((JsonValue.Members) item).values().get("type")));
                if (!there) {
                    items.add(members(new LinkedHashMap<>(), "type", type));
                }
            }
            text.heading("attestations");
            if (!anyTeachers && !none) {
                text.comment(2, "`teachers: none` also needs no-model-output here, a list of teachers terms-complied.");
            }
            items.forEach(item -> text.item((JsonValue.Members) item, Blank.ATTESTATION));
        }

        private JsonValue.Members members(String name) {
            return said.get(name) instanceof JsonValue.Members members
                    ? members
                    : new JsonValue.Members(new LinkedHashMap<>());
        }

        private List<JsonValue> items(String name) {
            return said.get(name) instanceof JsonValue.Items(List<JsonValue> items)
                    ? items.stream().filter(JsonValue.Members.class::isInstance).toList()
                    : List.of();
        }

        private static List<String> ids(List<JsonValue> items) {
            List<String> ids = new ArrayList<>();
            for (JsonValue item : items) {
                if (((JsonValue.Members) item).values().get("id") instanceof JsonValue.Text(String id)) {
                    ids.add(id);
                }
            }
            return ids;
        }

        private static JsonValue.Members members(SequencedMap<String, JsonValue> into, String name, String value) {
            into.put(name, JsonValue.text(value));
            return new JsonValue.Members(into);
        }

        private static JsonValue texts(List<String> texts) {
            return new JsonValue.Items(texts.stream().map(JsonValue::text).toList());
        }
    }
}
