package org.provgate.core.rule.source;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.submission.SubmissionFacts.Identity;
import org.provgate.core.submission.SubmissionName;

/// Judged as far as facts are stored: where the address of a source is a file of this very submission.
public final class SourceDigestMismatch implements Rule {

    private static final String UPSTREAM = "upstream/harbours.csv";

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("source-digest-mismatch"),
            "0.1",
            Severity.ERROR,
            "A source that lies in the submission is not the one that its digest names",
            "The rows were made from something else than what was declared and can be looked at.",
            "Store the source that was used, or correct its digest.",
            keeping("\"" + "0".repeat(64) + "\""),
            keeping("SHA256(" + UPSTREAM + ")"));

    private static final Pattern LOCAL = Pattern.compile("(?:file:)?(?:\\./)?([^/:][^:]*)");

    private static Example keeping(String digest) {
        return Example.with(
                """
                sources:
                  - id: writers
                    type: dataset
                    name: Open harbours
                    uri: file:%s
                    version: "2026-02"
                    sha256: %s
                    license: CC-BY-4.0
                    rightsBasis: license
                    collectionPeriod: { start: 2026-02, end: 2026-04 }
                files:
                  - path: data/train.jsonl
                    sha256: SHA256(data/train.jsonl)
                    sources: [writers]
                  - path: %s
                    sha256: SHA256(%s)
                    sources: [writers]
                """.formatted(UPSTREAM, digest, UPSTREAM, UPSTREAM),
                Map.of(Example.BASE_FILE, Example.BASE_TEXT, UPSTREAM, "harbour,quay\nBergen,north\nMoss,south\n"));
    }

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().stream()
                .flatMap(manifest -> manifest.sources().listed().stream())
                .flatMap(source -> stored(source, file).stream()
                        .filter(object -> source.sha256()
                                .value()
                                .filter(digest -> !digest.equals(object.sha256().hex()))
                                .isPresent())
                        .map(object -> Breach.of(
                                source.subject(),
                                source.sha256().at(),
                                "The source %s is %s, and that has the digest %s"
                                        .formatted(
                                                Phrases.plain(source.subject().name()),
                                                Phrases.plain(object.path()),
                                                object.sha256()))));
    }

    private static Optional<ObjectFacts> stored(DataSource source, CaseFile file) {
        return source.uri()
                .value()
                .flatMap(uri -> path(uri, file.facts().identity()))
                .flatMap(path -> Optional.ofNullable(file.facts().objects().get(path)));
    }

    /// `data/a.csv`, `file:data/a.csv`, or any address in which the submission's own name stands before the path.
    private static Optional<String> path(String uri, Identity identity) {
        if (identity instanceof Identity.Known(SubmissionName name)) {
            String own = "/" + name.prefix();
            int at = uri.indexOf(own);
            if (at >= 0) {
                return Optional.of(uri.substring(at + own.length()));
            }
        }
        Matcher local = LOCAL.matcher(uri);
        return local.matches() ? Optional.of(local.group(1)) : Optional.empty();
    }
}
