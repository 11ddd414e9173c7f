package org.provgate.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.provgate.cli.CannotRunException;
import org.provgate.core.submission.SubmissionFacts.Identity;
import org.provgate.core.submission.SubmissionName;

/// What a folder is called in its report, and whose waivers count.
record Naming(String name, Identity identity) {

    /// Before anything is read: whether it can be used at all.
    static void check(String as) {
        of(Path.of("folder"), as);
    }

    /// @param as `CONTRIBUTOR/DATASET` or `CONTRIBUTOR/DATASET/REVISION`, or empty
    static Naming of(Path folder, String as) {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        String folderName = last == null ? "submission" : last.toString();
        if (as.isEmpty()) {
            return new Naming(folderName, new Identity.Folder());
        }
        String[] parts = as.split("/", -1);
        Optional<SubmissionName> name = switch (parts.length) {
            case 2 -> SubmissionName.parse(as + "/" + (SubmissionName.isPart(folderName) ? folderName : "folder"));
            case 3 -> SubmissionName.parse(as);
            default -> Optional.empty();
        };
        return name.map(known -> new Naming(known.toString(), new Identity.Known(known)))
                .orElseThrow(() -> new CannotRunException(
                        "--as takes CONTRIBUTOR/DATASET or CONTRIBUTOR/DATASET/REVISION, not \"%s\"".formatted(as)));
    }
}
