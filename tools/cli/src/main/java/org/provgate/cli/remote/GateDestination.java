package org.provgate.cli.remote;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.provgate.cli.CannotRunException;
import org.provgate.cli.remote.GateClient.Reply;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.http.Bodies;
import org.provgate.formats.http.CaseText;
import org.provgate.formats.http.RequestBody;

/// A gate that signs an address for each file, so that nobody needs credentials for its bucket.
public final class GateDestination implements Destination {

    /// As many as a gate signs at once.
    private static final int BATCH = 1000;

    /// For the first byte of the answer; the largest file takes its time before it.
    private static final Duration ANSWER_WITHIN = Duration.ofHours(1);

    private static final int OK = 200;

    private static final Set<String> SETTLED = Set.of("accepted", "quarantined", "released", "rejected");

    private final GateClient gate;
    private final SubmissionName name;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Bodies.Address> addresses = new ConcurrentHashMap<>();
    private String verdictBefore = "";

    public GateDestination(GateClient gate, SubmissionName name) {
        this.gate = gate;
        this.name = name;
    }

    @Override
    public Set<String> prepare(List<Piece> pieces) {
        verdictBefore = switch (gate.get("submissions/" + name)) {
            case Reply.Done(String body) -> CaseText.read(body).get("verdict");
            case Reply.Refused _ -> "0";
        };
        for (int from = 0; from < pieces.size(); from += BATCH) {
            List<RequestBody.Upload.Entry> files = pieces.subList(from, Math.min(pieces.size(), from + BATCH)).stream()
                    .map(piece -> new RequestBody.Upload.Entry(piece.path(), piece.size(), piece.sha256()))
                    .toList();
            String body =
                    Bodies.upload(new RequestBody.Upload(name.contributor(), name.dataset(), name.revision(), files));
            switch (gate.post("submissions", body)) {
                case Reply.Done(String answer) ->
                    Bodies.addresses(answer).forEach(address -> addresses.put(address.path(), address));
                case Reply.Refused(String sentence) -> throw new CannotRunException(sentence);
            }
        }
        Set<String> stored = addresses.values().stream()
                .filter(Bodies.Address::stored)
                .map(Bodies.Address::path)
                .collect(Collectors.toSet());
        if (stored.size() == pieces.size()) {
            // The verdict there is speaks for all of it.
            verdictBefore = "";
        }
        return stored;
    }

    @Override
    public void put(Piece piece) {
        Bodies.Address address = Optional.ofNullable(addresses.get(piece.path()))
                .orElseThrow(() -> new CannotRunException("the gate gave no address for " + piece.path()));
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.url()))
                    .timeout(ANSWER_WITHIN)
                    .PUT(piece.size() == 0 ? BodyPublishers.noBody() : BodyPublishers.ofFile(piece.file()));
            address.headers().forEach(request::header);
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new CannotRunException(
                        "%s was not taken: the store answered %d".formatted(piece.path(), answer.statusCode()));
            }
        } catch (FileNotFoundException gone) {
            throw new CannotRunException(piece.path() + " is gone", gone);
        } catch (IOException fault) {
            throw new CannotRunException("%s was not taken: %s".formatted(piece.path(), fault.getMessage()), fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotRunException("stopped", stopped);
        }
    }

    @Override
    public Optional<Answer> verdict() {
        return switch (gate.get("submissions/" + name)) {
            case Reply.Refused _ -> Optional.empty();
            case Reply.Done(String body) -> {
                CaseText read = CaseText.read(body);
                String state = read.get("state");
                // What is uploaded to a rejected submission gets no verdict.
                boolean there = state.equals("rejected")
                        || (SETTLED.contains(state)
                                && read.flag("placed")
                                && !read.get("verdict").equals(verdictBefore));
                boolean accepted = state.equals("accepted") || state.equals("released");
                yield there
                        ? Optional.of(new Answer(accepted, read.status() + "  " + gate.page(name) + "\n", body.strip()))
                        : Optional.empty();
            }
        };
    }

    @Override
    public void close() {
        http.close();
        gate.close();
    }
}
