package org.provgate.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.provgate.core.facts.Digests;
import org.provgate.core.rule.Example;
import org.provgate.core.submission.SubmissionName;
import org.provgate.local.LocalSettings.PolicyChoice;
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

/// A gate, and somebody who uses it over its two ports.
final class Visitor implements AutoCloseable {

    static final String DATASET = "dataset";
    static final String QUARANTINE = "quarantine";
    static final String MANIFEST = "provenance.yaml";
    static final String ROWS = Example.BASE_FILE;

    static final String GOOD = Example.BASE_MANIFEST.replace("SHA256(" + ROWS + ")", digest(Example.BASE_TEXT));

    /// The licence of the dataset is left out.
    static final String UNLICENSED = GOOD.replaceFirst("  license: CC-BY-4.0\n", "");

    final LocalGate gate;
    final S3Client s3;
    private final HttpClient http = HttpClient.newHttpClient();

    private Visitor(LocalGate gate) {
        this.gate = gate;
        this.s3 = S3Client.builder()
                .endpointOverride(gate.ready().s3())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(Ready.ACCESS_KEY_ID, Ready.SECRET_ACCESS_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    static Visitor of(Optional<Path> data, InstantSource clock) {
        return new Visitor(LocalGate.start(settings(0, data, new PolicyChoice.AsItWas(), clock)));
    }

    /// @param policy that is in force from the beginning
    static Visitor under(String policy) {
        return new Visitor(LocalGate.start(settings(
                0, Optional.empty(), new PolicyChoice.Written("policy.yaml", policy), InstantSource.system())));
    }

    static LocalSettings settings(int port, Optional<Path> data, PolicyChoice policy, InstantSource clock) {
        return new LocalSettings(port, data, policy, clock, new PrintStream(System.err, true, StandardCharsets.UTF_8));
    }

    static SubmissionName name(String dataset) {
        return new SubmissionName(Ready.CONTRIBUTOR, dataset, "r1");
    }

    static String digest(String text) {
        return Digests.sha256(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /// @return the version id
    String put(String key, String text, String tags) {
        return s3.putObject(p -> p.bucket(DATASET).key(key).tagging(tags), RequestBody.fromString(text))
                .versionId();
    }

    void submit(SubmissionName name, String manifest) {
        put(name.keyOf(ROWS), Example.BASE_TEXT, "");
        put(name.keyOf(MANIFEST), manifest, "");
    }

    /// Waits until the submission is in that state and everything lies where it should.
    SubmissionRecord settled(SubmissionName name, State state) {
        return settled(name, state, 1);
    }

    SubmissionRecord settled(SubmissionName name, State state, int verdict) {
        return when(
                name,
                record ->
                        record.state() == state && record.verdict() >= verdict && record.placed() == record.verdict());
    }

    SubmissionRecord when(SubmissionName name, Predicate<SubmissionRecord> there) {
        return Eventually.get(
                name.toString(), () -> gate.ledger().submission(name).filter(there));
    }

    Map<String, String> tags(String bucket, String key, String version) {
        return s3.getObjectTagging(g -> g.bucket(bucket).key(key).versionId(version)).tagSet().stream()
                .collect(Collectors.toMap(Tag::key, Tag::value));
    }

    List<ObjectVersion> versions(String bucket, SubmissionName name) {
        return s3.listObjectVersions(l -> l.bucket(bucket).prefix(name.prefix()))
                .versions();
    }

    String text(String bucket, ObjectVersion version) {
        return s3.getObjectAsBytes(g -> g.bucket(bucket).key(version.key()).versionId(version.versionId()))
                .asUtf8String();
    }

    HttpResponse<String> ask(String path, String token) {
        return ask("GET", path, token);
    }

    HttpResponse<String> ask(String method, String path, String token) {
        return ask(method, path, token, "");
    }

    HttpResponse<String> ask(String method, String path, String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(gate.ready().console() + path.substring(1)))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException fault) {
            throw new AssertionError(path, fault);
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, enough);
        }
    }

    @Override
    public void close() {
        s3.close();
        http.close();
        gate.close();
    }
}
