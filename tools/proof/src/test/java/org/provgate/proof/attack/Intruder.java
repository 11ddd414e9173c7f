package org.provgate.proof.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.provgate.core.facts.Digests;
import org.provgate.core.rule.Example;
import org.provgate.core.submission.SubmissionName;
import org.provgate.local.LocalGate;
import org.provgate.local.LocalSettings;
import org.provgate.local.LocalSettings.PolicyChoice;
import org.provgate.local.Ready;
import org.provgate.testkit.wait.Eventually;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionRecord;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.Tag;

/// A gate, and somebody who means it no good: a contributor with credentials for the bucket and a token.
final class Intruder implements AutoCloseable {

    static final String DATASET = "dataset";
    static final String QUARANTINE = "quarantine";
    static final String MANIFEST = "provenance.yaml";
    static final String ROWS = Example.BASE_FILE;
    static final String TEXT = Example.BASE_TEXT;

    static final String GOOD = manifest(TEXT);

    /// Refused: the licence of the dataset is left out.
    static final String BAD = GOOD.replaceFirst("  license: CC-BY-4.0\n", "");

    final LocalGate gate;
    final S3Client s3;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final HttpClient http = HttpClient.newHttpClient();

    Intruder(PolicyChoice policy) {
        gate = LocalGate.start(new LocalSettings(
                0,
                Optional.empty(),
                policy,
                InstantSource.system(),
                new PrintStream(log, true, StandardCharsets.UTF_8)));
        s3 = S3Client.builder()
                .endpointOverride(gate.ready().s3())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(Ready.ACCESS_KEY_ID, Ready.SECRET_ACCESS_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    static Intruder atAGate() {
        return new Intruder(new PolicyChoice.AsItWas());
    }

    static String manifest(String rows) {
        return Example.BASE_MANIFEST.replace(
                "SHA256(" + ROWS + ")", Digests.sha256(rows).hex());
    }

    static SubmissionName name(String dataset) {
        return new SubmissionName("demo", dataset, "r1");
    }

    String put(String key, String text) {
        return put(key, text, "");
    }

    /// @return the version id
    String put(String key, String text, String tags) {
        return s3.putObject(p -> p.bucket(DATASET).key(key).tagging(tags), RequestBody.fromString(text))
                .versionId();
    }

    void submit(SubmissionName name, String manifest) {
        put(name.keyOf(ROWS), TEXT);
        put(name.keyOf(MANIFEST), manifest);
    }

    /// Waits until the submission is in that state and everything lies where it should.
    SubmissionRecord settled(SubmissionName name, State state) {
        return settled(name, state, 1);
    }

    SubmissionRecord settled(SubmissionName name, State state, int verdict) {
        return Eventually.get(
                name + " to be " + state,
                () -> gate.ledger()
                        .submission(name)
                        .filter(record -> record.state() == state
                                && record.verdict() >= verdict
                                && record.placed() == record.verdict()));
    }

    List<ObjectVersion> versions(String bucket, String prefix) {
        return s3.listObjectVersionsPaginator(l -> l.bucket(bucket).prefix(prefix)).versions().stream()
                .toList();
    }

    Map<String, String> tags(String bucket, ObjectVersion version) {
        return s3
                .getObjectTagging(g -> g.bucket(bucket).key(version.key()).versionId(version.versionId()))
                .tagSet()
                .stream()
                .collect(Collectors.toMap(Tag::key, Tag::value));
    }

    /// What somebody with no rights but a reader's gets to see.
    List<ObjectVersion> readable(String prefix) {
        return versions(DATASET, prefix).stream()
                .filter(version -> "accepted".equals(tags(DATASET, version).get("provenance")))
                .toList();
    }

    String text(String bucket, ObjectVersion version) {
        return s3.getObjectAsBytes(g -> g.bucket(bucket).key(version.key()).versionId(version.versionId()))
                .asUtf8String();
    }

    /// The codes of the findings, as the interface tells them.
    List<String> codes(SubmissionName name) {
        return Stream.of(ask("GET", "/api/submissions/" + name, gate.ready().token(), "")
                        .body()
                        .split("\\{\"code\":\"", -1))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf('"')))
                .toList();
    }

    /// What the gate logged of faults of its own.
    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    /// As an operator, in the form that is wanted.
    HttpResponse<String> askFor(String path, String accept) {
        return send(HttpRequest.newBuilder(URI.create(gate.ready().console() + path.substring(1)))
                .header("Authorization", "Bearer " + gate.ready().token())
                .header("Accept", accept));
    }

    HttpResponse<String> ask(String method, String path, String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(gate.ready().console() + path.substring(1)))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", token.contains(" ") ? token : "Bearer " + token);
        }
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", enough);
        }
    }

    @Override
    public void close() {
        s3.close();
        http.close();
        gate.close();
    }
}
