package org.provgate.formats.prov;

import static org.provgate.formats.jsonld.LdContext.DCT;
import static org.provgate.formats.jsonld.LdContext.PROV;
import static org.provgate.formats.jsonld.LdContext.SCHEMA;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.provgate.formats.community.CommunityManifest;
import org.provgate.formats.community.Extension;
import org.provgate.formats.community.Ids;
import org.provgate.formats.community.ModelNames;
import org.provgate.formats.community.Parts;
import org.provgate.formats.community.Texts;
import org.provgate.formats.jsonld.LdGraph;
import org.provgate.formats.jsonld.LdValues;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;

/// Sources and teachers that PROV terms lead to, each met once.
public final class ProvTrail {

    static final String[] LABEL = {
        "http://www.w3.org/2000/01/rdf-schema#label", PROV + "label", SCHEMA + "name", DCT + "title"
    };
    private static final String[] DERIVED = {
        PROV + "wasDerivedFrom", PROV + "hadPrimarySource", PROV + "wasQuotedFrom", SCHEMA + "isBasedOn"
    };

    /// How many steps back a file's history is followed.
    private static final int MOST_HOPS = 16;

    private static final Pattern SAYS_MODEL = Pattern.compile(
            "synthe|\\bllms?\\b|language model|distill|model[- ](?:generated|written)|generated (?:by|with)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SAYS_CRAWL = Pattern.compile("crawl|scrap", Pattern.CASE_INSENSITIVE);
    private static final Pattern SAYS_ANNOTATION =
            Pattern.compile("annotat|label|Q109719325", Pattern.CASE_INSENSITIVE);
    private static final Pattern SAYS_COLLECTION = Pattern.compile("collect|Q4929239", Pattern.CASE_INSENSITIVE);

    private final LdGraph graph;
    private final CommunityManifest manifest;
    private final Ids ids = new Ids();
    private final Map<String, Mapping> sources = new LinkedHashMap<>();
    private final Map<String, Mapping> teachers = new LinkedHashMap<>();
    private final Map<String, Steps> steps = new LinkedHashMap<>();

    /// Ids of what a thing was made from and by.
    public record Steps(Set<String> sources, Set<String> teachers) {
        static Steps none() {
            return new Steps(new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        void add(Steps other) {
            sources.addAll(other.sources);
            teachers.addAll(other.teachers);
        }
    }

    public ProvTrail(LdGraph graph, CommunityManifest manifest) {
        this.graph = graph;
        this.manifest = manifest;
    }

    public List<Mapping> sources() {
        return List.copyOf(sources.values());
    }

    public List<Mapping> teachers() {
        return List.copyOf(teachers.values());
    }

    /// Everything that led to an entity.
    public Steps of(Mapping entity) {
        return of(entity, new LinkedHashSet<>(), 0);
    }

    private Steps of(Mapping entity, Set<Mapping> seen, int hops) {
        Steps all = Steps.none();
        if (hops > MOST_HOPS || !seen.add(entity)) {
            return all;
        }
        for (String term : DERIVED) {
            for (Node value : graph.values(entity, term)) {
                derived(value, all, seen, hops);
            }
        }
        for (Mapping activity : graph.nodes(entity, PROV + "wasGeneratedBy")) {
            all.add(activity(activity, seen, hops));
        }
        for (Mapping agent : graph.nodes(entity, PROV + "wasAttributedTo")) {
            agent(agent, agent, "").ifPresent(all.teachers::add);
        }
        return all;
    }

    /// An entity that was made by something in this document is a step on the way; any other is a source. What stands
    /// elsewhere is a source even if the document knows what it was made from, and so is a step that leads nowhere.
    private void derived(Node value, Steps into, Set<Mapping> seen, int hops) {
        Node entity = value instanceof Mapping mapping ? graph.resolved(mapping) : value;
        if (entity instanceof Mapping step && isStep(step)) {
            if (seen.contains(step)) {
                return;
            }
            Steps before = of(step, seen, hops + 1);
            into.add(before);
            boolean elsewhere =
                    LdGraph.id(step).filter(id -> id.startsWith("http")).isPresent();
            boolean leads = !before.sources.isEmpty() || !before.teachers.isEmpty();
            if (leads && !elsewhere) {
                return;
            }
        }
        source(value, entity).ifPresent(into.sources::add);
    }

    private boolean isStep(Mapping entity) {
        return LdValues.extension(graph, entity).isEmpty()
                && !graph.values(entity, PROV + "wasGeneratedBy", PROV + "wasDerivedFrom")
                        .isEmpty();
    }

    private Optional<String> source(Node value, Node entity) {
        Map<String, Node> stated = entity instanceof Mapping mapping ? LdValues.extension(graph, mapping) : Map.of();
        Optional<Scalar> name = entity instanceof Mapping mapping ? graph.text(mapping, LABEL) : Texts.scalar(entity);
        Optional<Scalar> address = entity instanceof Mapping mapping
                ? graph.text(mapping, "@id", SCHEMA + "url", SCHEMA + "identifier")
                : Texts.scalar(entity);
        Optional<Scalar> called = name.or(() -> address);
        if (called.isEmpty()) {
            manifest.notice(value, "What this was derived from has neither a name nor an address", "Name the source.");
            return Optional.empty();
        }
        String key = address.map(Scalar::text).orElse(called.get().text());
        Optional<String> known = ids.known(key);
        if (known.isPresent()) {
            return known;
        }
        Optional<String> own =
                Optional.ofNullable(stated.get("id")).flatMap(Texts::scalar).map(Scalar::text);
        String id = own.map(it -> ids.given(key, it))
                .orElseGet(() -> ids.of(key, called.get().text()));
        Parts source = Parts.at(entity).fields(stated).text("id", called.get(), id);
        source.text("type", called.get(), "dataset").put("name", Texts.line(called.get()));
        source.put("uri", address.flatMap(Texts::address));
        if (entity instanceof Mapping mapping) {
            source.put("version", graph.text(mapping, SCHEMA + "version", DCT + "hasVersion"));
            source.put("license", Texts.licenses(graph.texts(mapping, SCHEMA + "license", DCT + "license")));
            source.put(
                    "description",
                    graph.text(mapping, SCHEMA + "description", DCT + "description")
                            .map(Texts::prose));
            source.put("sha256", graph.text(mapping, SCHEMA + "sha256"));
        }
        sources.put(id, source.mapping());
        return Optional.of(id);
    }

    private Steps activity(Mapping activity, Set<Mapping> seen, int hops) {
        String key = LdGraph.id(activity).orElseGet(() -> activity.pointer());
        Steps known = steps.get(key);
        if (known != null) {
            return known;
        }
        Steps own = Steps.none();
        steps.put(key, own);
        for (Node used : graph.values(activity, PROV + "used")) {
            derived(used, own, seen, hops);
        }
        String says = says(activity);
        List<Mapping> agents = new ArrayList<>(graph.nodes(activity, PROV + "wasAssociatedWith"));
        for (Mapping association : graph.nodes(activity, PROV + "qualifiedAssociation")) {
            agents.addAll(graph.nodes(association, PROV + "agent"));
        }
        for (Mapping agent : graph.nodes(activity, PROV + "wasAttributedTo")) {
            manifest.notice(
                    agent,
                    "An activity is attributed to somebody; PROV says of activities `wasAssociatedWith`",
                    "Write `prov:wasAssociatedWith`.");
            agents.add(agent);
        }
        agents.forEach(agent -> agent(agent, activity, says).ifPresent(own.teachers::add));
        order(activity);
        if (own.teachers.isEmpty() && SAYS_MODEL.matcher(says).find()) {
            manifest.fault(
                    activity,
                    "The activity \"%s\" speaks of model output, and no model is named"
                            .formatted(says.strip().replaceAll("\\s+", " ")),
                    "Name the model: an agent of the activity with `dpm:provider` and `dpm:model`.");
        } else if (own.teachers.isEmpty() && own.sources.isEmpty()) {
            collected(activity, key, says).ifPresent(own.sources::add);
        }
        return own;
    }

    private void order(Mapping activity) {
        Optional<Scalar> start = graph.text(activity, PROV + "startedAtTime").map(Texts::date);
        Optional<Scalar> end = graph.text(activity, PROV + "endedAtTime").map(Texts::date);
        if (start.isPresent()
                && end.isPresent()
                && start.get().text().length() == end.get().text().length()
                && start.get().text().compareTo(end.get().text()) > 0) {
            manifest.fault(
                    end.get(),
                    "The activity ends on %s, before it starts on %s"
                            .formatted(end.get().text(), start.get().text()),
                    "Correct one of the two.");
        }
    }

    private String says(Mapping activity) {
        StringBuilder words = new StringBuilder();
        graph.texts(activity, PROV + "type")
                .forEach(it -> words.append(it.text()).append(' '));
        graph.text(activity, LABEL).ifPresent(it -> words.append(it.text()));
        return words.length() > 200 ? words.substring(0, 200) : words.toString();
    }

    /// A collection or an annotation that nothing else is said of is a source of its own.
    private Optional<String> collected(Mapping activity, String key, String says) {
        Optional<String> type = SAYS_CRAWL.matcher(says).find()
                ? Optional.of("web-crawl")
                : SAYS_ANNOTATION.matcher(says).find()
                        ? Optional.of("human-annotation")
                        : SAYS_COLLECTION.matcher(says).find() ? Optional.of("other") : Optional.empty();
        Optional<Scalar> name = graph.text(activity, LABEL).or(() -> graph.text(activity, PROV + "type"));
        if (type.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        String id = ids.of(key, name.get().text());
        Parts source = Parts.at(activity)
                .fields(LdValues.extension(graph, activity))
                .text("id", name.get(), id)
                .text("type", name.get(), type.get())
                .put("name", Texts.line(name.get()))
                .put("collectionPeriod", period(activity));
        sources.put(id, source.mapping());
        return Optional.of(id);
    }

    private Optional<Node> period(Mapping activity) {
        Optional<Scalar> start = graph.text(activity, PROV + "startedAtTime").map(Texts::date);
        Optional<Scalar> end = graph.text(activity, PROV + "endedAtTime").map(Texts::date);
        return start.isEmpty() && end.isEmpty()
                ? Optional.empty()
                : Optional.of(Parts.at(start.or(() -> end).orElseThrow())
                        .put("start", start)
                        .put("end", end)
                        .mapping());
    }

    /// An agent is a teacher when it says which model it is, or when its name is a model's.
    private Optional<String> agent(Mapping agent, Mapping activity, String says) {
        Map<String, Node> stated = LdValues.extension(graph, agent);
        Optional<Scalar> label = graph.text(agent, LABEL)
                .or(() -> graph.text(agent, "@id"))
                .map(it -> Texts.text(it, it.text().strip().replaceFirst("^#", "")));
        boolean software = graph.hasType(agent, PROV + "SoftwareAgent", PROV + "Agent")
                || graph.types(agent).isEmpty();
        boolean teacher = stated.containsKey("model")
                || graph.hasType(agent, Extension.NAMESPACE + "TeacherModel")
                || label.filter(it -> software && ModelNames.resembles(it.text()))
                        .isPresent()
                || (graph.hasType(agent, PROV + "SoftwareAgent")
                        && SAYS_MODEL.matcher(says).find()
                        && label.isPresent());
        if (!teacher || label.isEmpty()) {
            return Optional.empty();
        }
        String key = LdGraph.id(agent).orElseGet(() -> label.get().text().toLowerCase(Locale.ROOT));
        Optional<String> known = ids.known("agent " + key);
        if (known.isPresent()) {
            return known;
        }
        Optional<String> own =
                Optional.ofNullable(stated.get("id")).flatMap(Texts::scalar).map(Scalar::text);
        String id = own.map(it -> ids.given("agent " + key, it))
                .orElseGet(() -> ids.of("agent " + key, key.replaceFirst("^#", "")));
        teachers.put(
                id,
                Terms.nested(Parts.at(agent), stated)
                        .text("id", label.get(), id)
                        .put("model", Texts.line(label.get()))
                        .put("generationPeriod", period(activity))
                        .mapping());
        return Optional.of(id);
    }
}
