package org.provgate.aws.bus;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.TreeMap;
import org.provgate.aws.client.SignedCalls;
import org.provgate.formats.event.BusEntry;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.port.UncheckedStoreException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/// Tells an EventBridge bus. One signed call needs no client of its own: that would be the heaviest part of `place`.
public final class EventBridgeAnnouncements implements Bus {

    /// What rules on the bus match.
    public static final String SOURCE = "provgate";

    /// As signatures and addresses name the service.
    private static final String SERVICE = "events";

    private final SignedCalls calls;
    private final String bus;

    public EventBridgeAnnouncements(
            SdkHttpClient http, AwsCredentialsProvider credentials, Region region, URI endpoint, String bus) {
        this.calls = new SignedCalls(http, credentials, region, endpoint, SERVICE);
        this.bus = bus;
    }

    /// The endpoint of AWS itself.
    public static URI endpointIn(Region region) {
        return SignedCalls.endpointIn(region, SERVICE);
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
        if (!BusEntry.isTaken(calls.call("AWSEvents.PutEvents", "1.1", body))) {
            throw new IOException("the bus " + bus + " did not take the event");
        }
    }
}
