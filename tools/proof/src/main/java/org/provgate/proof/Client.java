package org.provgate.proof;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.provgate.core.facts.Digests;
import org.provgate.formats.tree.JsonTree;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;
import org.provgate.formats.tree.SourceText;
import org.provgate.formats.tree.TreeReading;

/// Uploads as contributors do who have no AWS credentials: the gate signs an address for each file.
final class Client {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI api;
    private final String operator;
    private final String contributor;

    Client(RunningGate gate) {
        this(gate.api(), gate.operator(), gate.contributor());
    }

    Client(URI api, String operator, String contributor) {
        this.api = api;
        this.operator = operator;
        this.contributor = contributor;
    }

    /// What the gate says of a submission.
    ///
    /// @param outcome empty before the first verdict
    /// @param decided when the verdict was written
    record Standing(String state, String outcome, Optional<Instant> decided, boolean placed) {}

    /// @param stored told of each file that the store has confirmed
    void upload(Parcel parcel, BiConsumer<String, byte[]> stored) throws IOException, InterruptedException {
        String files = parcel.files().entrySet().stream()
                .map(file -> "{\"path\": \"%s\", \"bytes\": %d, \"sha256\": \"%s\"}"
                        .formatted(
                                file.getKey(),
                                file.getValue().length,
                                Digests.sha256(file.getValue()).hex()))
                .collect(Collectors.joining(", "));
        String wanted = "{\"contributor\": \"demo\", \"dataset\": \"%s\", \"revision\": \"r1\", \"files\": [%s]}"
                .formatted(parcel.dataset(), files);
        Mapping granted = json(send(HttpRequest.newBuilder(address("/submissions"))
                .header("authorization", "Bearer " + contributor)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(wanted))));
        for (Node upload : ((Sequence) granted.get("uploads").orElseThrow()).items()) {
            Mapping one = (Mapping) upload;
            String path = text(one, "path").orElseThrow();
            byte[] bytes = bytes(parcel.files(), path);
            HttpRequest.Builder put = HttpRequest.newBuilder(
                            URI.create(text(one, "url").orElseThrow()))
                    .PUT(BodyPublishers.ofByteArray(bytes));
            ((Mapping) one.get("headers").orElseThrow()).members().forEach((name, value) -> {
                if (!name.equalsIgnoreCase("content-length") && !name.equalsIgnoreCase("host")) {
                    put.header(name, ((Scalar) value).text());
                }
            });
            send(put);
            stored.accept(path, bytes);
        }
    }

    /// Empty while the gate knows nothing of it.
    Optional<Standing> standing(String dataset) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address("/submissions/demo/" + dataset + "/r1"))
                        .header("authorization", "Bearer " + operator)
                        .timeout(PATIENCE)
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        Mapping said = json(checked(answer));
        return Optional.of(new Standing(
                text(said, "state").orElse(""),
                text(said, "outcome").orElse(""),
                text(said, "decided").map(Instant::parse),
                text(said, "placed").orElse("").equals("true")));
    }

    /// @param flips ids of submissions whose verdict would be another
    /// @param token with which the policy may be published
    record Preview(SortedSet<String> flips, String token) {}

    Preview preview(String policy) throws IOException, InterruptedException {
        SortedSet<String> flips = new TreeSet<>();
        String query = "";
        while (true) {
            Mapping page = json(asOperator("/policy/preview" + query, "POST", "application/yaml", policy));
            items(page).forEach(flip -> flips.add(text(flip, "id").orElseThrow()));
            String token = text(page, "preview").orElseThrow();
            Optional<String> next = text(page, "next");
            if (next.isEmpty()) {
                return new Preview(flips, token);
            }
            query = "?cursor=" + encoded(next.get()) + "&preview=" + encoded(token);
        }
    }

    void publish(String policy, String token) throws IOException, InterruptedException {
        asOperator("/policy?preview=" + encoded(token), "PUT", "application/yaml", policy);
    }

    /// Of everything, however many flip.
    ///
    /// @return the run's id
    String begin() throws IOException, InterruptedException {
        Mapping run = json(asOperator("/rescans", "POST", "application/json", "{\"flipPercent\": \"100\"}"));
        return text(run, "id").orElseThrow();
    }

    /// @param flipped causes by id
    record Rescan(String stage, long looked, long written, SortedMap<String, String> flipped) {

        boolean runs() {
            return stage.equals("looking") || stage.equals("writing");
        }
    }

    Rescan rescan(String run) throws IOException, InterruptedException {
        SortedMap<String, String> flipped = new TreeMap<>();
        String query = "";
        while (true) {
            Mapping page = json(asOperator("/rescans/" + run + query, "GET", "", ""));
            items(page)
                    .forEach(item -> flipped.put(
                            text(item, "id").orElseThrow(), text(item, "cause").orElse("")));
            Optional<String> next = text(page, "next");
            if (next.isEmpty()) {
                Mapping totals = (Mapping) page.get("totals").orElseThrow();
                return new Rescan(
                        text(page, "stage").orElseThrow(),
                        number(totals, "looked"),
                        number(totals, "written"),
                        flipped);
            }
            query = "?cursor=" + encoded(next.get());
        }
    }

    String report(String id) throws IOException, InterruptedException {
        return asOperator("/submissions/" + id + "/report", "GET", "", "").body();
    }

    String history(String id) throws IOException, InterruptedException {
        return asOperator("/submissions/" + id + "/history", "GET", "", "").body();
    }

    /// The first finding of a submission.
    void waive(String id, LocalDate expires) throws IOException, InterruptedException {
        Mapping one = json(asOperator("/submissions/" + id, "GET", "", ""));
        Mapping finding =
                (Mapping) ((Sequence) one.get("findings").orElseThrow()).items().getFirst();
        Mapping subject = (Mapping) finding.get("subject").orElseThrow();
        String body = "{\"code\": \"%s\", \"subject\": \"%s:%s\", \"reason\": \"agreed\", \"expires\": \"%s\"}"
                .formatted(
                        text(finding, "code").orElseThrow(),
                        text(subject, "kind").orElseThrow(),
                        text(subject, "name").orElseThrow(),
                        expires);
        asOperator("/submissions/" + id + "/waivers", "POST", "application/json", body);
    }

    private HttpResponse<String> asOperator(String path, String method, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .header("authorization", "Bearer " + operator)
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return send(type.isEmpty() ? request : request.header("content-type", type));
    }

    private static List<Mapping> items(Mapping page) {
        return ((Sequence) page.get("items").orElseThrow())
                .items().stream().map(Mapping.class::cast).toList();
    }

    private static long number(Mapping mapping, String name) {
        return Long.parseLong(text(mapping, name).orElseThrow());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(SequencedMap<String, byte[]> files, String path) {
        return Optional.ofNullable(((Map<String, byte[]>) files).get(path)).orElseThrow();
    }

    private URI address(String path) {
        return URI.create(api + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return checked(http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString()));
    }

    private static HttpResponse<String> checked(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new IOException("answered %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return answer;
    }

    private static Mapping json(HttpResponse<String> answer) throws IOException {
        if (JsonTree.read(SourceText.of("answer", answer.body())) instanceof TreeReading.Read(Mapping root, var _)) {
            return root;
        }
        throw new IOException("no JSON: " + answer.body());
    }

    private static Optional<String> text(Mapping mapping, String name) {
        return mapping.get(name)
                .filter(node -> node instanceof Scalar scalar && !scalar.isNull())
                .map(node -> ((Scalar) node).text());
    }
}
