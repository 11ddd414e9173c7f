package org.provgate.core.rule.integrity;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// Pictures, sound and documents beside the data are only worth a warning: rows are not where text is sought.
public final class FileNotInspected implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("file-not-inspected"),
            "0.1",
            Severity.ERROR,
            "A file could not be looked into as a whole",
            "What was not checked is not clean; it is only unknown.",
            "Store the rows in a format the gate reads, such as JSON lines, CSV or Parquet, and in files of a moderate size.",
            Example.with(
                    """
                            files:
                              - path: data/train.dat
                                sha256: SHA256(data/train.dat)
                                sources: [writers]
                            """, Map.of("data/train.dat", "\u0000\u0001\u0002\u0003 rows in a format of our own \u0000\u0001")),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.contents().flatMap(object -> breaches(object, file));
    }

    private static Stream<Breach> breaches(ObjectFacts object, CaseFile file) {
        List<Concern> concerns = object.concerns().stream()
                .filter(concern -> concern.kind() == Concern.Kind.NOT_INSPECTED)
                .toList();
        if (!concerns.isEmpty()) {
            return concerns.stream().map(concern -> breach(object, concern.line(), concern.detail(), file));
        }
        boolean explained = object.concerns().stream()
                .anyMatch(concern ->
                        concern.kind() == Concern.Kind.UNREADABLE || concern.kind() == Concern.Kind.EXPANDS_TOO_FAR);
        return object.coverage().complete() || explained
                ? Stream.empty()
                : Stream.of(breach(
                        object,
                        1,
                        "only %,d of %,d bytes were looked into"
                                .formatted(object.coverage().bytesRead(), object.bytes()),
                        file));
    }

    private static Breach breach(ObjectFacts object, long line, String detail, CaseFile file) {
        Breach breach = Breach.of(
                Subject.file(object.path()),
                Place.line(object.path(), line),
                "%s: %s".formatted(object.path(), detail));
        return holdsNoText(object.mediaType()) || file.lineage().documents().contains(object.path())
                ? breach.usually(Severity.WARNING)
                : breach;
    }

    private static boolean holdsNoText(String mediaType) {
        return mediaType.startsWith("image/") || mediaType.startsWith("audio/") || mediaType.startsWith("video/");
    }
}
