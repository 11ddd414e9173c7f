package org.provgate.aws.rehearsal;

import static org.provgate.aws.log.LogField.field;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.provgate.aws.client.AwsClients;
import org.provgate.aws.s3.BucketNames;
import org.provgate.aws.wiring.Settings;
import org.provgate.aws.wiring.Wiring;
import org.provgate.usecases.engine.DryRun;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/// A function's first event, gone through while it starts, in an AWS where there is nothing. Lambda takes its snapshot
/// after that, so every copy of the function begins with its classes loaded. Nothing leaves the machine.
public final class Rehearsal {

    /// Set by Lambda.
    public static final String INITIALIZATION = "AWS_LAMBDA_INITIALIZATION_TYPE";

    public static final String SNAPSHOT = "snap-start";

    /// The event that is gone through, beside each handler's class.
    public static final String EVENT = "rehearsal.json";

    private static final System.Logger LOG = System.getLogger(Rehearsal.class.getName());

    private Rehearsal() {}

    /// Does nothing where no snapshot is taken, and keeps no function from starting.
    ///
    /// @param of the function's handler, wired like the real one
    /// @param decides whether the function decides or inspects, so that this is gone through too
    /// @return whether it was gone through to its end
    public static boolean before(
            Map<String, String> environment,
            Class<? extends RequestStreamHandler> handler,
            Function<Wiring, RequestStreamHandler> of,
            boolean decides) {
        if (!SNAPSHOT.equals(environment.get(INITIALIZATION))) {
            return false;
        }
        try (EmptyCloud cloud = EmptyCloud.open();
                InputStream event = Objects.requireNonNull(handler.getResourceAsStream(EVENT), EVENT)) {
            SSLContext.getDefault().createSSLEngine();
            if (decides) {
                DryRun.ofInspectionAndDecision();
            }
            of.apply(wiring(cloud)).handleRequest(event, OutputStream.nullOutputStream(), new Stage());
            LOG.log(Level.INFO, "rehearsed", field("handler", handler.getName()));
            return true;
        } catch (IOException | NoSuchAlgorithmException | RuntimeException | LinkageError fault) {
            LOG.log(Level.WARNING, "could not rehearse", field("handler", handler.getName()), field("fault", fault));
            return false;
        }
    }

    private static Wiring wiring(EmptyCloud cloud) {
        Settings settings = new Settings(
                "rehearsal",
                new BucketNames("provgate-dataset", "provgate-quarantine", "provgate-report"),
                "rehearsal",
                "rehearsal",
                "",
                "us-east-1",
                Optional.of(cloud.endpoint()));
        StaticCredentialsProvider nobody =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nothing"));
        return new Wiring(
                settings,
                new AwsClients(Region.US_EAST_1, nobody, settings.endpoint()),
                InstantSource.fixed(Instant.EPOCH));
    }
}
