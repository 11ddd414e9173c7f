package org.provgate.formats.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.Coverage;
import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.core.facts.Sha256;
import org.provgate.core.facts.Strength;
import org.provgate.core.finding.Finding;
import org.provgate.core.finding.Fix;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.manifest.Dataset;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.manifest.References;
import org.provgate.core.manifest.Sources;
import org.provgate.core.manifest.TeacherModel;
import org.provgate.core.manifest.Teachers;
import org.provgate.core.policy.Policy;
import org.provgate.core.policy.Waiver;
import org.provgate.core.registry.Category;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Resolution;
import org.provgate.core.registry.TermsAnswer;
import org.provgate.core.registry.TermsChannel;
import org.provgate.core.registry.TermsDocument;
import org.provgate.core.registry.TermsEdition;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rule.TeacherCase;
import org.provgate.core.verdict.Report;
import org.provgate.core.verdict.Report.Counts;
import org.provgate.core.verdict.Report.PolicyCited;
import org.provgate.core.verdict.Report.Waived;
import org.provgate.core.verdict.Verdict;

/// Small reports built by hand, so that these tests need no rules and no readers.
final class Samples {

    static final String FILE = "provenance.yaml";

    static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    static final RuleCode TERMS = new RuleCode("teacher-terms-forbid-training");
    static final RuleCode UNDECLARED = new RuleCode("teacher-undeclared");
    static final RuleCode UNUSED = new RuleCode("declaration-unused");
    static final RuleCode UNLISTED = new RuleCode("file-unlisted");
    static final RuleCode OWN = new RuleCode("custom:no-forum-rows");

    static final List<RuleSpec> RULES = List.of(
            spec(TERMS, Severity.ERROR, "A teacher's terms forbid training on its output"),
            spec(UNDECLARED, Severity.ERROR, "Rows speak for a teacher that the manifest does not name"),
            spec(UNUSED, Severity.WARNING, "A declared source or teacher is used by no file"),
            spec(UNLISTED, Severity.ERROR, "A stored file has no entry in the manifest"));

    static final List<String> SOURCE = List.of(
            "manifest: dataset-provenance/v1",
            "dataset:",
            "  name: Harbour phrasebook",
            "teachers:",
            "  - id: judge",
            "    model: gpt-4-0613");

    private Samples() {}

    static ReportContext context() {
        return ReportContext.of("0.1.0", DAY, RULES).showing(Samples::line);
    }

    static Optional<String> line(String file, long line) {
        return file.equals(FILE) && line <= SOURCE.size() ? Optional.of(SOURCE.get((int) line - 1)) : Optional.empty();
    }

    static RuleSpec spec(RuleCode code, Severity severity, String fault) {
        return new RuleSpec(
                code,
                "0.1",
                severity,
                fault,
                "Weights cannot be recalled once they are trained.",
                "Name the teacher, or take its rows out.",
                Example.with("teachers: unknown\n"),
                Example.base());
    }

    static Place at(String pointer, int line, int column) {
        return new Place(FILE, pointer, line, column);
    }

    static Finding forbidden() {
        return new Finding(
                TERMS,
                Severity.ERROR,
                Subject.teacher("judge"),
                at("/teachers/0/model", 6, 12),
                "OpenAI's terms of 2023-03-14 forbid training other models on the output of gpt-4-0613",
                "Name the teacher, or take its rows out.",
                List.of(),
                List.of());
    }

    static Finding undeclared() {
        SequencedMap<String, JsonValue> teacher = new LinkedHashMap<>();
        teacher.put("id", JsonValue.text("claude"));
        teacher.put("uses", new JsonValue.Items(List.of(JsonValue.text("generated"))));
        teacher.put("rows", new JsonValue.Whole(3));
        return new Finding(
                UNDECLARED,
                Severity.ERROR,
                Subject.file("data/a b.jsonl"),
                Place.line("data/a b.jsonl", 17),
                "data/a b.jsonl speaks for anthropic, which the manifest does not name",
                "Name the teacher, or take its rows out.",
                List.of(new Evidence(
                        new Maker.Model("anthropic", "claude-3-opus"),
                        Strength.CONCLUSIVE,
                        "self-naming",
                        3,
                        2,
                        17,
                        "I am Claude, made by Anthropic")),
                List.of(new Fix.Add("/teachers/-", new JsonValue.Members(teacher))));
    }

    static Finding unused() {
        return new Finding(
                UNUSED,
                Severity.WARNING,
                Subject.source("forum"),
                at("/sources/1", 4, 3),
                "source forum is declared, but no file names it",
                "Name it where it is used, or take it out.",
                List.of(),
                List.of(new Fix.Remove("/sources/1"), new Fix.Replace("/teachers", JsonValue.text("none"))));
    }

    static Waived unlisted() {
        return new Waived(
                new Finding(
                        UNLISTED,
                        Severity.ERROR,
                        Subject.file("notes.bin"),
                        Place.startOf("notes.bin"),
                        "notes.bin has no entry in the manifest",
                        "List it.",
                        List.of(),
                        List.of()),
                new Waiver(
                        UNLISTED,
                        "demo/harbour",
                        "file:notes.bin",
                        "agreed on the telephone",
                        "ops@example.org",
                        LocalDate.of(2027, 1, 31)));
    }

    static ModelFamily family(String id) {
        return new ModelFamily(
                id,
                "openai",
                List.of("GPT-4"),
                List.of("gpt-4-0613"),
                new ModelFamily.Released.On(LocalDate.of(2023, 6, 13)),
                "closed",
                "provider-terms:openai-terms",
                List.of("openai-terms"),
                Category.PROHIBITED_COMPETING,
                List.of("no-competing-model"),
                true,
                List.of(),
                List.of(),
                "");
    }

    static TermsAnswer terms() {
        TermsEdition edition = new TermsEdition(
                "2023-03-14",
                LocalDate.of(2023, 3, 14),
                LocalDate.MAX,
                "2(c)(iii)",
                "Output may not be used to develop models that compete.",
                Category.PROHIBITED_COMPETING,
                List.of("no-competing-model"),
                "https://example.org/terms/2023-03-14",
                true,
                "");
        return new TermsAnswer(
                Category.PROHIBITED_COMPETING,
                List.of("no-competing-model"),
                true,
                List.of(new TermsAnswer.Citation(
                        "gpt-4",
                        new TermsDocument(
                                "openai-terms",
                                "OpenAI Terms of Use",
                                "https://example.org/terms",
                                Set.of(TermsChannel.API),
                                List.of(edition)),
                        edition,
                        TermsChannel.API)));
    }

    static TeacherModel teacher(String id, String model) {
        Place at = at("/teachers/0", 5, 5);
        return new TeacherModel(
                at,
                Field.stated(id, at),
                Field.absent(at),
                Field.stated(model, at),
                Field.absent(at),
                Field.absent(at),
                Field.absent(at),
                Field.absent(at),
                Field.absent(at),
                Field.stated(AccessChannel.PROVIDER_API, at),
                Field.absent(at),
                new References.Unstated(at),
                new TeacherModel.StatedTerms.Unstated(at),
                Field.absent(at));
    }

    static TeacherCase judge() {
        return new TeacherCase(teacher("judge", "gpt-4-0613"), new Resolution.Known(family("gpt-4")), terms());
    }

    static TeacherCase unknown() {
        return new TeacherCase(
                teacher("other", "mystery-9b"),
                new Resolution.Unrecognized(List.of("mistral-7b")),
                new TermsAnswer(Category.UNKNOWN, List.of(), false, List.of()));
    }

    static ManifestReading manifest(String name, List<TeacherModel> teachers) {
        Place at = Place.startOf(FILE);
        Dataset dataset = new Dataset(
                at,
                Field.stated(name, at),
                Field.absent(at),
                Field.stated("1.0.0", at),
                Field.absent(at),
                Field.stated("CC-BY-4.0", at),
                Field.absent(at),
                Field.absent(at),
                Field.absent(at),
                Field.absent(at),
                Field.absent(at),
                Field.absent(at),
                Field.absent(at),
                Field.absent(at),
                Field.absent(at),
                Field.absent(at));
        return new ManifestReading.Read(
                new Manifest(
                        ManifestFormat.NATIVE,
                        FILE,
                        dataset,
                        List.of(),
                        new Sources.Unstated(at),
                        new Teachers.Listed(at, teachers),
                        at,
                        List.of(),
                        at,
                        List.of()),
                List.of(),
                List.of());
    }

    static ObjectFacts facts(String path, Rows rows, Coverage coverage) {
        return new ObjectFacts(
                path, 1_200, new Sha256("ab".repeat(32)), "application/jsonl", rows, coverage, List.of(), List.of(), 1);
    }

    static Report report(
            ManifestReading manifest, Policy.Mode mode, List<Finding> findings, List<Waived> waived, int omitted) {
        SortedMap<RuleCode, Integer> left = new TreeMap<>();
        if (omitted > 0) {
            left.put(UNUSED, omitted);
        }
        int errors = (int) findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        return new Report(
                "demo/harbour/1",
                manifest,
                new PolicyCited("hub-default", "sha256:" + "0123456789abcdef".repeat(4), "2026-11-01", mode),
                "2026-11-23",
                "sha256:" + "fedcba9876543210".repeat(4),
                List.of(TERMS, UNDECLARED, UNUSED, UNLISTED, OWN),
                new Counts(errors, findings.size() - errors + omitted, 0, waived.size()),
                findings,
                left,
                waived,
                manifest instanceof ManifestReading.Read ? List.of(judge(), unknown()) : List.of(),
                List.of(
                        facts("data/a b.jsonl", new Rows.Counted(1_234), new Coverage(1_200, 1_234, true)),
                        facts("notes.bin", new Rows.Unknown(), new Coverage(0, 0, false)),
                        facts(FILE, new Rows.NotTabular(), new Coverage(600, 0, false))));
    }

    static ManifestReading read() {
        return manifest("Harbour phrasebook", List.of(teacher("judge", "gpt-4-0613")));
    }

    static Verdict quarantined() {
        return Verdict.of(report(
                read(), Policy.Mode.ENFORCE, List.of(forbidden(), undeclared(), unused()), List.of(unlisted()), 7));
    }

    static Verdict accepted() {
        return Verdict.of(report(read(), Policy.Mode.AUDIT, List.of(), List.of(), 0));
    }

    static Verdict unreadable() {
        Finding finding = new Finding(
                new RuleCode("manifest-missing"),
                Severity.ERROR,
                new Subject("submission", "demo/harbour/1"),
                Place.startOf(""),
                "there is no manifest",
                "Write a provenance.yaml.",
                List.of(),
                List.of());
        return Verdict.of(report(new ManifestReading.Missing(), Policy.Mode.ENFORCE, List.of(finding), List.of(), 0));
    }

    /// A verdict whose every string from a contributor carries `poison`.
    static Verdict poisoned(String poison) {
        Finding finding = new Finding(
                UNDECLARED,
                Severity.ERROR,
                Subject.file("data/" + poison),
                new Place("data/" + poison, "/teachers/" + poison, 3, 2),
                "message " + poison,
                "remedy " + poison,
                List.of(new Evidence(
                        new Maker.Model("anthropic", poison), Strength.STRONG, "self-naming", 1, 1, 3, poison)),
                List.of(new Fix.Replace("/a/" + poison, JsonValue.text(poison))));
        Report report = report(
                manifest(poison, List.of(teacher(poison, poison))),
                Policy.Mode.ENFORCE,
                List.of(finding),
                List.of(unlisted()),
                0);
        List<ObjectFacts> files = new ArrayList<>(report.files());
        files.add(facts("data/" + poison, new Rows.Unknown(), new Coverage(1, 1, false)));
        return Verdict.of(new Report(
                poison,
                report.manifest(),
                report.policy(),
                report.registryEdition(),
                report.registryDigest(),
                report.checked(),
                report.counts(),
                report.findings(),
                report.omitted(),
                report.waived(),
                List.of(new TeacherCase(
                        teacher(poison, poison), new Resolution.Unrecognized(List.of(poison)), terms())),
                files));
    }

    static String written(ReportWriter writer, Verdict verdict, ReportContext context) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(verdict, context, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
