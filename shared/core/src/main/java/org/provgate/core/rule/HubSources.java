package org.provgate.core.rule;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Predicate;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.submission.SubmissionName;

/// The submission of a hub that a source of a manifest names, whether or not there is one.
public final class HubSources {

    private static final String S3 = "s3";

    /// In front of a submission's name in the addresses of a gate.
    private static final String SUBMISSIONS = "/submissions/";

    private static final int LONGEST = 2_000;

    private HubSources() {}

    /// By an address in a bucket or in a gate, by a name of three parts, or by one of two and a version.
    public static Optional<SubmissionName> find(DataSource source) {
        return find(source, _ -> true);
    }

    /// @param bucket whether a bucket of that name is the hub's own; a submission in another is another
    public static Optional<SubmissionName> find(DataSource source, Predicate<String> bucket) {
        return source.uri()
                .value()
                .flatMap(uri -> addressed(uri, bucket))
                .or(() -> source.name().value().flatMap(HubSources::named))
                .or(() -> source.name()
                        .value()
                        .flatMap(name -> source.version().value().flatMap(version -> named(name + "/" + version))));
    }

    private static Optional<SubmissionName> addressed(String text, Predicate<String> bucket) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
        String path = uri.getPath();
        if (path == null || uri.getScheme() == null) {
            return Optional.empty();
        }
        int gate = path.lastIndexOf(SUBMISSIONS);
        if (uri.getScheme().equals(S3)) {
            String authority = uri.getRawAuthority();
            return authority != null && bucket.test(authority) ? firstThree(path) : Optional.empty();
        }
        return gate < 0 ? Optional.empty() : firstThree(path.substring(gate + SUBMISSIONS.length() - 1));
    }

    /// @param path begins with a slash
    private static Optional<SubmissionName> firstThree(String path) {
        String[] parts = path.split("/", 5);
        return parts.length < 4 ? Optional.empty() : named(parts[1] + "/" + parts[2] + "/" + parts[3]);
    }

    private static Optional<SubmissionName> named(String text) {
        return SubmissionName.parse(text.strip()).filter(name -> !name.stray());
    }
}
