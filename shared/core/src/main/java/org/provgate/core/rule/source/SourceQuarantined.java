package org.provgate.core.rule.source;

import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.HubSources;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.submission.Upstream;
import org.provgate.core.submission.Upstream.Held;

public final class SourceQuarantined implements Rule {

    private static final int MOST_NAMED = 5;

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("source-quarantined"),
            "0.1",
            Severity.ERROR,
            "A source is a submission of this hub that readers are kept from",
            "Rows that are quarantined under one name would be read under another.",
            "Wait until the upstream submission is accepted, or use a revision of it that is.",
            derived("r1"),
            derived("r2"));

    private static Example derived(String revision) {
        return Example.with("""
            sources:
              - id: writers
                type: dataset
                name: Tides
                version: "1"
                uri: s3://hub/ada/tides/%s/
                license: CC-BY-4.0
                rightsBasis: license
                collectionPeriod: { start: 2026-02, end: 2026-04 }
            """.formatted(revision)).besides("ada/tides/r1");
    }

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().stream()
                .flatMap(manifest -> manifest.sources().listed().stream())
                .flatMap(source -> HubSources.find(source).flatMap(file.facts()::upstream).stream()
                        .flatMap(upstream -> breaches(source, upstream, file.facts())));
    }

    private static Stream<Breach> breaches(DataSource source, Upstream upstream, SubmissionFacts own) {
        return upstream.held().stream()
                .map(held -> breach(source, upstream, held, own.ownedAlike(held.by())))
                .distinct()
                .limit(MOST_NAMED);
    }

    /// What befell a submission of somebody else, and what that derives from, is not told: only that its rows cannot be
    /// read, which whoever tries to read them knows.
    private static Breach breach(DataSource source, Upstream upstream, Held held, boolean theirs) {
        String name = Phrases.plain(source.subject().name());
        boolean named = held.by().equals(upstream.name());
        String message;
        if (theirs) {
            message = named
                    ? "The source %s is the submission %s, which is %s".formatted(name, held.by(), held.state())
                    : "The source %s is the submission %s, which derives from %s, and that is %s"
                            .formatted(name, upstream.name(), held.by(), held.state());
        } else {
            message = named
                    ? "The source %s is the submission %s, which readers are kept from".formatted(name, held.by())
                    : "The source %s is the submission %s, which derives from one that readers are kept from"
                            .formatted(name, upstream.name());
        }
        return Breach.of(source.subject(), source.at(), message);
    }
}
