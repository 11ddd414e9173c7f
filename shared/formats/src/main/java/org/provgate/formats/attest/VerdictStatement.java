package org.provgate.formats.attest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.Digests;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Sha256;
import org.provgate.core.signing.Envelope;
import org.provgate.core.signing.Signer;
import org.provgate.core.verdict.Report;
import org.provgate.core.verdict.Verdict;
import org.provgate.formats.report.JsonReport;
import org.provgate.formats.report.JsonStream;
import org.provgate.formats.report.ReportContext;

/// A verdict as an in-toto statement with a SLSA verification summary: about which bytes, by which policy, with
/// which outcome.
public final class VerdictStatement {

    public static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

    static final String STATEMENT = "https://in-toto.io/Statement/v1";

    static final String PREDICATE = "https://slsa.dev/verification_summary/v1";

    /// The member of a predicate that says what the summary has no word for.
    static final String DECIDED = "urn:dataset-provenance:verdict:v1#decided";

    static final String REPORT = "urn:dataset-provenance:verdict:v1#report";

    /// The subject that stands for all files together.
    static final String WHOLE = ".";

    /// How many files are named one by one.
    private static final int MOST_FILES = 1_000;

    private final Verdict verdict;
    private final ReportContext context;

    public VerdictStatement(Verdict verdict, ReportContext context) {
        this.verdict = verdict;
        this.context = context;
    }

    /// The statement in an envelope.
    public byte[] signed(Signer signer) {
        return EnvelopeText.write(Envelope.sealed(PAYLOAD_TYPE, unsigned(), signer));
    }

    /// The bare statement: nobody stands behind it.
    public byte[] unsigned() {
        return written(out -> JsonStream.write(out, JsonStream.Layout.INDENTED, this::statement));
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    private void statement(JsonStream json) {
        json.object().text("_type", STATEMENT);
        json.array("subject");
        subjects(json);
        json.end();
        json.text("predicateType", PREDICATE).object("predicate");
        predicate(json);
        json.end().end();
    }

    private void subjects(JsonStream json) {
        Report report = verdict.report();
        NavigableMap<String, Sha256> measured = new TreeMap<>();
        report.files().stream()
                .filter(VerdictStatement::isMeasured)
                .forEach(file -> measured.put(file.path(), file.sha256()));
        String manifest = report.manifest().foundIn().orElse("");
        Optional.ofNullable(measured.get(manifest)).ifPresent(digest -> subject(json, manifest, "sha256", digest));
        // A set with a part nobody could read has no digest as a whole.
        if (measured.size() == report.files().size() && !measured.isEmpty()) {
            subject(json, WHOLE, "dirHash", FolderDigest.of(measured));
        }
        measured.entrySet().stream()
                .filter(file -> !file.getKey().equals(manifest))
                .limit(MOST_FILES)
                .forEach(file -> subject(json, file.getKey(), "sha256", file.getValue()));
    }

    private static boolean isMeasured(ObjectFacts file) {
        return file.bytes() > 0
                || file.concerns().stream().noneMatch(concern -> concern.kind() == Concern.Kind.UNREADABLE);
    }

    private static void subject(JsonStream json, String name, String algorithm, Sha256 digest) {
        json.object()
                .text("name", name)
                .object("digest")
                .text(algorithm, digest.hex())
                .end()
                .end();
    }

    private void predicate(JsonStream json) {
        Report report = verdict.report();
        json.object("verifier")
                .text("id", "urn:dataset-provenance:verifier:provgate")
                .object("version")
                .text("provgate", context.toolVersion())
                .end()
                .end();
        json.text("resourceUri", urn("submission", report.submission()));
        json.object("policy").text("uri", urn("policy", report.policy().name()));
        digest(json, report.policy().digest());
        json.end();
        json.text(
                "verificationResult",
                switch (verdict) {
                    case Verdict.Accepted _ -> "PASSED";
                    case Verdict.Quarantined _ -> "FAILED";
                });
        json.texts("verifiedLevels", Levels.of(verdict));
        decided(json, report, context.day());
        json.object(REPORT).text("mediaType", "application/json");
        digest(json, "sha256:" + reportDigest());
        json.end();
    }

    private static void decided(JsonStream json, Report report, LocalDate day) {
        json.object(DECIDED)
                .text("submission", report.submission())
                .text("asOn", day.toString())
                .textOrNull("manifest", report.manifest().foundIn().orElse(""))
                .number("files", report.files().size());
        json.object("counts")
                .number("error", report.counts().error())
                .number("warning", report.counts().warning())
                .number("note", report.counts().note())
                .number("waived", report.counts().waived())
                .end();
        json.object("codes");
        report.codes().forEach((code, count) -> json.number(code.value(), count));
        json.end();
        json.object("registry").text("edition", report.registryEdition());
        digest(json, report.registryDigest());
        json.end().end();
    }

    private static void digest(JsonStream json, String written) {
        json.object("digest")
                .text("sha256", written.replaceFirst("^sha256:", ""))
                .end();
    }

    /// Of the JSON report, as `--format json` writes it.
    private Sha256 reportDigest() {
        return Digests.sha256(written(out -> JsonReport.pretty().write(verdict, context, out)));
    }

    private static String urn(String kind, String name) {
        try {
            String path = new URI(null, null, "/" + name, null).toASCIIString().substring(1);
            return "urn:dataset-provenance:%s:%s".formatted(kind, path);
        } catch (URISyntaxException noPath) {
            throw new IllegalArgumentException(name, noPath);
        }
    }
}
