package org.provgate.usecases.operate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.provgate.core.facts.Sha256;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.gate.Layout;
import org.provgate.usecases.gate.Layout.Located;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.UploadGrants;

/// Lets a contributor upload the files of one submission without credentials of their own.
public final class GrantUploads {

    /// Files of one request.
    public static final int FILES = 1000;

    /// What S3 takes in one piece.
    public static final long LARGEST = 5L * 1024 * 1024 * 1024;

    /// Long enough for the largest file over a slow line.
    public static final Duration LASTS = Duration.ofHours(1);

    private static final int LONGEST_KEY = 1024;

    private final Ledger ledger;
    private final UploadGrants grants;
    private final Layout layout;

    public GrantUploads(Ledger ledger, UploadGrants grants, Layout layout) {
        this.ledger = ledger;
        this.grants = grants;
        this.layout = layout;
    }

    public record Wanted(String path, long bytes, Sha256 sha256) {}

    /// @param stored whether the same bytes stand at the path already, so that nobody has to send them again
    public record Granted(String path, UploadGrants.Grant grant, boolean stored) {}

    public sealed interface Result {

        record Given(List<Granted> uploads) implements Result {
            public Given {
                uploads = List.copyOf(uploads);
            }
        }

        /// Nothing is granted when one file cannot be.
        record Unfit(String why) implements Result {}
    }

    public Result grant(SubmissionName name, List<Wanted> files) {
        Set<String> seen = new HashSet<>();
        for (Wanted file : files) {
            Optional<String> unfit = unfit(name, file);
            if (unfit.isPresent()) {
                return new Result.Unfit(unfit.get());
            }
            if (!seen.add(file.path())) {
                return new Result.Unfit("\"" + file.path() + "\" is asked for twice");
            }
        }
        Map<String, Sha256> stored = stored(name);
        return new Result.Given(files.stream()
                .map(file -> new Granted(
                        file.path(),
                        grants.grant(name.keyOf(file.path()), file.bytes(), file.sha256(), LASTS),
                        file.sha256().equals(stored.get(file.path()))))
                .toList());
    }

    private Map<String, Sha256> stored(SubmissionName name) {
        return ledger.load(name)
                .map(file -> file.current().stream()
                        .collect(Collectors.toMap(
                                ObjectRecord::path, object -> object.facts().sha256())))
                .orElse(Map.of());
    }

    private Optional<String> unfit(SubmissionName name, Wanted file) {
        String key = name.keyOf(file.path());
        boolean inside = layout.locate(key, 1) instanceof Located.InSubmission(SubmissionName owner, String path)
                && owner.equals(name)
                && path.equals(file.path());
        if (!inside || key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
            return Optional.of("\"" + file.path() + "\" is no path inside a submission");
        }
        if (file.bytes() < 0 || file.bytes() > LARGEST) {
            return Optional.of("\"" + file.path() + "\" has " + file.bytes()
                    + " bytes; in one piece S3 takes up to 5 GiB, more only in parts with credentials");
        }
        return Optional.empty();
    }
}
