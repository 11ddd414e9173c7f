package org.provgate.proof;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
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
    private final RunningGate gate;

    Client(RunningGate gate) {
        this.gate = gate;
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
                .header("authorization", "Bearer " + gate.contributor())
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
                        .header("authorization", "Bearer " + gate.operator())
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

    private static byte[] bytes(SequencedMap<String, byte[]> files, String path) {
        return Optional.ofNullable(((Map<String, byte[]>) files).get(path)).orElseThrow();
    }

    private URI address(String path) {
        return URI.create(gate.api() + path);
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
