package org.provgate.aws.wiring;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.provgate.aws.bus.Bus;
import org.provgate.aws.bus.EventBridgeAnnouncements;
import org.provgate.aws.bus.LoggedAnnouncements;
import org.provgate.aws.client.AwsClients;
import org.provgate.aws.client.SignedCalls;
import org.provgate.aws.dynamo.DynamoLedger;
import org.provgate.aws.dynamo.DynamoRuns;
import org.provgate.aws.kms.KmsSigner;
import org.provgate.aws.log.JsonLines;
import org.provgate.aws.s3.S3ObjectStore;
import org.provgate.aws.s3.S3PolicySource;
import org.provgate.aws.s3.S3UploadGrants;
import org.provgate.aws.steps.StepFunctionsExecutions;
import org.provgate.core.signing.Signer;
import org.provgate.usecases.engine.GateEngine;
import org.provgate.usecases.gate.DecideSubmission;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.FindArrivals;
import org.provgate.usecases.gate.InspectObject;
import org.provgate.usecases.gate.Layout;
import org.provgate.usecases.gate.PlaceObjects;
import org.provgate.usecases.gate.RescanSubmission;
import org.provgate.usecases.gate.Sweep;
import org.provgate.usecases.port.Executions;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.PolicySource;
import org.provgate.usecases.port.Runs;
import org.provgate.usecases.port.UploadGrants;
import org.provgate.usecases.rescan.ConductRescan;
import org.provgate.usecases.rescan.WorkSegment;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Puts a function's parts together, once, while it starts. Each function asks for what it needs alone.
public final class Wiring {

    private final Settings settings;
    private final AwsCredentialsProvider credentials;
    private final Supplier<Bus> announcements;
    private final Supplier<Executions> executions;
    private final Optional<Signer> signer;
    private final InstantSource clock;
    private final Ledger ledger;
    private final Runs runs;
    private final ObjectStore store;
    private final PolicySource policies;
    private final Layout layout = new Layout();

    public Wiring(Settings settings, AwsClients clients, InstantSource clock) {
        this(
                settings,
                clients.dynamo(),
                clients.s3(),
                clients.credentials(),
                () -> announcements(settings, clients),
                () -> executions(settings, clients),
                signer(settings, clients),
                clock);
    }

    /// With clients that are there already, as they are where the servers run in the same process.
    public Wiring(
            Settings settings,
            DynamoDbClient dynamo,
            S3Client s3,
            AwsCredentialsProvider credentials,
            Supplier<Bus> announcements,
            Supplier<Executions> executions,
            Optional<Signer> signer,
            InstantSource clock) {
        this.settings = settings;
        this.credentials = credentials;
        this.announcements = announcements;
        this.executions = executions;
        this.signer = signer;
        this.clock = clock;
        this.ledger = new DynamoLedger(dynamo, settings.table());
        this.runs = new DynamoRuns(dynamo, settings.table());
        this.store = new S3ObjectStore(s3, settings.buckets());
        this.policies = new S3PolicySource(store, clock);
    }

    /// Inside Lambda.
    public static Wiring ofFunction(Map<String, String> environment, InstantSource clock) {
        JsonLines.install();
        Settings settings = Settings.read(environment);
        // A function that was restored from a snapshot has the second kind, any other the first.
        AwsCredentialsProvider credentials = AwsCredentialsProviderChain.builder()
                .reuseLastProviderEnabled(false)
                .credentialsProviders(
                        EnvironmentVariableCredentialsProvider.create(),
                        ContainerCredentialsProvider.builder().build())
                .build();
        return new Wiring(
                settings, new AwsClients(Region.of(settings.region()), credentials, settings.endpoint()), clock);
    }

    /// On an operator's machine, with the credentials that AWS tools use.
    ///
    /// @throws IllegalStateException when the environment does not name the gate
    public static Wiring ofOperator(Map<String, String> environment, InstantSource clock) {
        Settings settings = Settings.read(environment);
        return new Wiring(
                settings,
                new AwsClients(
                        Region.of(settings.region()),
                        DefaultCredentialsProvider.builder().build(),
                        settings.endpoint()),
                clock);
    }

    public Settings settings() {
        return settings;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Runs runs() {
        return runs;
    }

    public ObjectStore store() {
        return store;
    }

    public PolicySource policies() {
        return policies;
    }

    public InstantSource clock() {
        return clock;
    }

    public UploadGrants uploadGrants() {
        return new S3UploadGrants(Region.of(settings.region()), credentials, settings.endpoint(), settings.buckets());
    }

    public InspectObject inspectObject() {
        Engine engine = engine();
        return new InspectObject(
                ledger,
                store,
                policies,
                new LoggedInspection(GateEngine.inspection(engine.registry(), settings.sampleOver())),
                engine,
                layout,
                clock);
    }

    private Engine engine() {
        return GateEngine.engine(signer).inBucket(settings.buckets().dataset());
    }

    public DecideSubmission decideSubmission() {
        return new DecideSubmission(ledger, store, policies, engine(), clock);
    }

    public PlaceObjects placeObjects() {
        return new PlaceObjects(ledger, store, announcements.get(), clock);
    }

    public Sweep sweep() {
        return new Sweep(ledger, decideSubmission(), placeObjects(), clock);
    }

    public ConductRescan conductRescan() {
        return new ConductRescan(ledger, runs, rescanSubmission(), announcements.get(), clock);
    }

    public WorkSegment workSegment() {
        return new WorkSegment(ledger, runs, rescanSubmission(), clock);
    }

    private RescanSubmission rescanSubmission() {
        return new RescanSubmission(ledger, store, policies, engine(), decideSubmission(), clock);
    }

    public FindArrivals findArrivals() {
        return new FindArrivals(ledger, store, layout);
    }

    public Executions executions() {
        return executions.get();
    }

    private static Optional<Signer> signer(Settings settings, AwsClients clients) {
        if (settings.signingKey().isEmpty()) {
            return Optional.empty();
        }
        URI endpoint = clients.endpoint().orElseGet(() -> SignedCalls.endpointIn(clients.region(), KmsSigner.SERVICE));
        return Optional.of(new KmsSigner(
                new SignedCalls(clients.http(), clients.credentials(), clients.region(), endpoint, KmsSigner.SERVICE),
                settings.signingKey()));
    }

    private static Executions executions(Settings settings, AwsClients clients) {
        URI endpoint = clients.endpoint()
                .orElseGet(() -> SignedCalls.endpointIn(clients.region(), StepFunctionsExecutions.SERVICE));
        return new StepFunctionsExecutions(
                new SignedCalls(
                        clients.http(),
                        clients.credentials(),
                        clients.region(),
                        endpoint,
                        StepFunctionsExecutions.SERVICE),
                settings.rescanMachine());
    }

    private static Bus announcements(Settings settings, AwsClients clients) {
        if (settings.bus().isEmpty()) {
            return new LoggedAnnouncements();
        }
        return new EventBridgeAnnouncements(
                clients.http(),
                clients.credentials(),
                clients.region(),
                clients.endpoint().orElseGet(() -> EventBridgeAnnouncements.endpointIn(clients.region())),
                settings.bus());
    }
}
