package org.provgate.usecases.gate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.provgate.core.finding.Finding;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.registry.KnownDataset;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Registry;
import org.provgate.core.rule.KnownSources;
import org.provgate.core.rule.TeacherCase;
import org.provgate.core.rule.source.SourceQuarantined;
import org.provgate.core.verdict.Report;
import org.provgate.core.verdict.Verdict;
import org.provgate.usecases.ledger.Gist;
import org.provgate.usecases.ledger.Mark;

/// What a verdict says in brief.
final class Gists {

    private static final RuleCode UPSTREAM = new SourceQuarantined().spec().code();

    private Gists() {}

    /// @param withheld paths that nobody may read
    static Gist of(Verdict verdict, NavigableSet<String> withheld, Engine engine) {
        NavigableSet<Mark> marks = new TreeSet<>();
        Report report = verdict.report();
        report.codes().keySet().forEach(code -> add(marks, Mark.Kind.RULE, code.value()));
        report.waived()
                .forEach(waived ->
                        add(marks, Mark.Kind.RULE, waived.finding().code().value()));
        report.teachers().forEach(teacher -> teacher(marks, teacher));
        if (report.manifest() instanceof ManifestReading.Read(Manifest manifest, var _, var _)) {
            manifest.dataset().license().value().ifPresent(license -> add(marks, Mark.Kind.LICENSE, license));
            manifest.sources().listed().forEach(source -> source(marks, source, engine));
        }
        if (isHeldForUpstream(verdict)) {
            marks.add(Mark.heldForUpstream());
        }
        return new Gist(digest(verdict, withheld), marks);
    }

    private static boolean isHeldForUpstream(Verdict verdict) {
        return verdict instanceof Verdict.Quarantined
                && verdict.report().findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .allMatch(finding -> finding.code().equals(UPSTREAM));
    }

    private static void teacher(NavigableSet<Mark> marks, TeacherCase teacher) {
        teacher.teacher().model().value().ifPresent(model -> add(marks, Mark.Kind.MODEL, model));
        teacher.teacher().provider().value().ifPresent(provider -> add(marks, Mark.Kind.PROVIDER, provider));
        teacher.teacher().accessProvider().value().ifPresent(provider -> add(marks, Mark.Kind.PROVIDER, provider));
        teacher.resolution().families().forEach(family -> family(marks, family));
    }

    private static void family(NavigableSet<Mark> marks, ModelFamily family) {
        add(marks, Mark.Kind.MODEL, family.id());
        add(marks, Mark.Kind.PROVIDER, family.provider());
    }

    /// Names and addresses too, so that a dataset which becomes known later finds those that use it.
    private static void source(NavigableSet<Mark> marks, DataSource source, Engine engine) {
        source.license().value().ifPresent(license -> add(marks, Mark.Kind.LICENSE, license));
        source.name().value().ifPresent(name -> add(marks, Mark.Kind.DATASET, name));
        source.uri().value().ifPresent(uri -> add(marks, Mark.Kind.DATASET, uri));
        engine.hubSource(source).ifPresent(name -> add(marks, Mark.Kind.SUBMISSION, name.toString()));
        KnownSources.find(source, engine.registry()).ifPresent(known -> known(marks, known, engine.registry()));
    }

    private static void known(NavigableSet<Mark> marks, KnownDataset known, Registry registry) {
        add(marks, Mark.Kind.DATASET, known.id());
        known.teachers().forEach(teacher -> {
            add(marks, Mark.Kind.MODEL, teacher.model());
            registry.family(teacher.model()).ifPresent(family -> family(marks, family));
        });
    }

    private static void add(NavigableSet<Mark> marks, Mark.Kind kind, String text) {
        if (!text.isBlank()) {
            marks.add(Mark.of(kind, text));
        }
    }

    /// Two verdicts with this digest keep the same from readers and tell the contributor the same.
    private static String digest(Verdict verdict, NavigableSet<String> withheld) {
        MessageDigest digest = sha256();
        Report report = verdict.report();
        add(digest, verdict.outcome());
        add(digest, report.counts().toString());
        withheld.forEach(path -> add(digest, path));
        report.findings().forEach(finding -> add(digest, finding));
        report.waived().forEach(waived -> {
            add(digest, waived.finding());
            add(digest, waived.by().toString());
        });
        report.teachers()
                .forEach(teacher ->
                        add(digest, teacher.declared() + " " + teacher.terms().category()));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Finding finding) {
        add(digest, finding.code().value());
        add(digest, finding.severity().word());
        add(digest, finding.subject().toString());
        add(digest, finding.at().toString());
        add(digest, finding.message());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }
}
