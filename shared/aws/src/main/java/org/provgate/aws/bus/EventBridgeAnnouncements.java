package org.provgate.aws.bus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.TreeMap;
import org.provgate.formats.event.BusEntry;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.port.UncheckedStoreException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.Region;

/// Tells an EventBridge bus. One signed call needs no client of its own: that would be the heaviest part of `place`.
public final class EventBridgeAnnouncements implements Bus {

    /// What rules on the bus match.
    public static final String SOURCE = "provgate";

    private static final int OK = 200;

    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final Region region;
    private final URI endpoint;
    private final String bus;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    public EventBridgeAnnouncements(
            SdkHttpClient http, AwsCredentialsProvider credentials, Region region, URI endpoint, String bus) {
        this.http = http;
        this.credentials = credentials;
        this.region = region;
        this.endpoint = endpoint;
        this.bus = bus;
    }

    /// The endpoint of AWS itself.
    public static URI endpointIn(Region region) {
        String domain = region.metadata().partition().dnsSuffix();
        return URI.create("https://events." + region.id() + "." + domain);
    }

    @Override
    public void announce(Announcement announcement) {
        try {
            send(entry(announcement).request());
        } catch (SdkException | IOException fault) {
            throw new UncheckedStoreException("could not announce " + announcement.id(), fault);
        }
    }

    @Override
    public void finished(Run run, Instant at) {
        TreeMap<String, Object> detail = new TreeMap<>();
        detail.put("id", run.id());
        detail.put("scope", run.scope().word());
        detail.put("began", run.began().toString());
        detail.put("at", at.toString());
        detail.put("looked", run.totals().looked());
        detail.put("changed", run.totals().changed());
        detail.put("flipped", run.totals().flipped());
        detail.put("written", run.totals().written());
        detail.put("damaged", run.totals().damaged());
        try {
            send(new BusEntry(bus, SOURCE, Kind.RESCAN_FINISHED.detailType(), detail).request());
        } catch (SdkException | IOException fault) {
            throw new UncheckedStoreException("could not announce the rescan " + run.id(), fault);
        }
    }

    private BusEntry entry(Announcement announcement) {
        TreeMap<String, Object> detail = new TreeMap<>();
        detail.put("id", announcement.id());
        detail.put("submission", announcement.submission().toString());
        detail.put("contributor", announcement.submission().contributor());
        detail.put("dataset", announcement.submission().dataset());
        detail.put("revision", announcement.submission().revision());
        detail.put("verdict", announcement.verdict());
        detail.put("outcome", announcement.outcome());
        detail.put("cause", announcement.cause().word());
        detail.put("at", announcement.at().toString());
        detail.put("report", announcement.report());
        return new BusEntry(bus, SOURCE, announcement.kind().detailType(), detail);
    }

    private void send(byte[] body) throws IOException {
        ContentStreamProvider payload = () -> new ByteArrayInputStream(body);
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .encodedPath("/")
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "AWSEvents.PutEvents")
                .putHeader("Content-Length", Integer.toString(body.length))
                .build();
        SignedRequest signed = signer.sign(sign -> sign.identity(credentials.resolveCredentials())
                .request(request)
                .payload(payload)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "events")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
        HttpExecuteResponse answer = http.prepareRequest(HttpExecuteRequest.builder()
                        .request(signed.request())
                        .contentStreamProvider(payload)
                        .build())
                .call();
        int status = answer.httpResponse().statusCode();
        String text = text(answer);
        if (status != OK || !BusEntry.isTaken(text)) {
            throw new IOException("the bus " + bus + " answered " + status);
        }
    }

    private static String text(HttpExecuteResponse answer) throws IOException {
        if (answer.responseBody().isEmpty()) {
            return "";
        }
        try (InputStream body = answer.responseBody().get()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
