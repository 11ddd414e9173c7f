package org.provgate.cli.remote;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.provgate.aws.s3.UploadBucket;
import org.provgate.aws.s3.UploadBucket.Fate;
import org.provgate.cli.CannotRunException;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.http.Bodies;
import org.provgate.usecases.port.UncheckedStoreException;

/// The bucket itself. The verdict is read off what becomes of each version; the findings stay with the gate.
public final class S3Destination implements Destination {

    private final UploadBucket bucket;
    private final SubmissionName name;
    private final Map<String, String> versions = new ConcurrentHashMap<>();

    public S3Destination(UploadBucket bucket, SubmissionName name) {
        this.bucket = bucket;
        this.name = name;
    }

    @Override
    public Set<String> prepare(List<Piece> pieces) {
        // What lies there undecided cannot be looked at with a contributor's credentials.
        return Set.of();
    }

    @Override
    public void put(Piece piece) {
        try {
            String key = name.keyOf(piece.path());
            versions.put(key, bucket.put(key, piece.file(), piece.sha256()));
        } catch (UncheckedStoreException fault) {
            throw cannot(fault);
        }
    }

    @Override
    public Optional<Answer> verdict() {
        List<Fate> fates;
        try {
            fates = versions.entrySet().stream()
                    .map(version -> bucket.fate(version.getKey(), version.getValue()))
                    .distinct()
                    .toList();
        } catch (UncheckedStoreException fault) {
            throw cannot(fault);
        }
        if (fates.contains(Fate.HIDDEN)) {
            throw new CannotRunException("uploaded, but these credentials may not read the tags that tell the verdict;"
                    + " --api asks the gate itself");
        }
        if (fates.contains(Fate.UNDECIDED)) {
            return Optional.empty();
        }
        boolean accepted = !fates.contains(Fate.QUARANTINED);
        String outcome = accepted ? "accepted" : "quarantined";
        String why = accepted ? "" : "; `provgate validate` says why, or `provgate status` with --api";
        return Optional.of(new Answer(
                accepted,
                name + ": " + outcome + why + "\n",
                Bodies.texts(new TreeMap<>(Map.of("id", name.toString(), "outcome", outcome)))));
    }

    private static CannotRunException cannot(UncheckedStoreException fault) {
        Throwable cause = fault.getCause();
        String reason = cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return new CannotRunException(fault.getMessage() + reason, fault);
    }

    @Override
    public void close() {
        bucket.close();
    }
}
