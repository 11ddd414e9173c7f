package org.provgate.functions.api;

import static org.provgate.aws.log.LogField.field;

import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.provgate.aws.s3.S3PolicySource;
import org.provgate.core.facts.Digests;
import org.provgate.core.policy.Policy;
import org.provgate.formats.http.RequestBody;
import org.provgate.formats.policy.PolicyReader;
import org.provgate.functions.api.Api.Question;
import org.provgate.usecases.engine.PolicyText;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.operate.Caller;
import org.provgate.usecases.operate.PreviewPolicy;
import org.provgate.usecases.operate.PreviewToken;
import org.provgate.usecases.operate.PreviewToken.Basis;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.preview.PreviewReport;

/// What another policy would do, and putting it in force, which demands that somebody looked first.
final class Policies {

    private static final System.Logger LOG = System.getLogger(Policies.class.getName());

    private static final String POLICY = "policy";

    private static final String PREVIEW = "preview";

    private final PreviewPolicy previews;
    private final ObjectStore store;
    private final Engine engine;
    private final InstantSource clock;

    Policies(PreviewPolicy previews, ObjectStore store, Engine engine, InstantSource clock) {
        this.previews = previews;
        this.store = store;
        this.engine = engine;
        this.clock = clock;
    }

    /// A policy that was sent, or why it cannot be one.
    private sealed interface Sent {

        record Legible(String text, Policy policy) implements Sent {}

        record Refused(Answer answer) implements Sent {}
    }

    private static Sent sent(Question question) {
        String body = question.request().body();
        String type = question.request().header("content-type").toLowerCase(Locale.ROOT);
        RequestBody read = type.split(";", 2)[0].strip().equals(Answer.JSON)
                ? RequestBody.document(body, POLICY)
                : new RequestBody.Texts(new TreeMap<>(Map.of(POLICY, body)));
        return switch (read) {
            case RequestBody.Texts texts -> readable(texts.get(POLICY));
            case RequestBody.Unfit(String sentence) -> new Sent.Refused(Answer.unfit(sentence));
            case RequestBody.Upload _ -> throw new IllegalStateException("no upload was asked for");
        };
    }

    private static Sent readable(String text) {
        try {
            return new Sent.Legible(text, PolicyText.read("policy.yaml", text.getBytes(StandardCharsets.UTF_8)));
        } catch (PolicyText.FaultyPolicyException faulty) {
            return new Sent.Refused(Answer.problem(
                    400,
                    "Policy not understood",
                    "the policy cannot be used",
                    json -> json.texts("faults", faulty.sentences().lines().toList())));
        }
    }

    Answer preview(Question question) {
        if (question.caller() instanceof Caller.Contributor) {
            return Answer.problem(403, "For operators", "a preview shows everybody's submissions");
        }
        Optional<String> cursor = Cursors.of(question.address());
        if (cursor.isEmpty()) {
            return Cursors.unfit();
        }
        return switch (sent(question)) {
            case Sent.Refused(Answer answer) -> answer;
            case Sent.Legible(var _, Policy policy) -> preview(question, policy, cursor.get());
        };
    }

    /// Pages bear a token only where each follows from the one before.
    private Answer preview(Question question, Policy policy, String cursor) {
        Basis basis = basis(policy);
        Optional<PreviewToken> before = cursor.isEmpty()
                ? Optional.of(PreviewToken.made(basis, clock.instant(), 0, 0, ""))
                : question.address().asked(PREVIEW).flatMap(text -> PreviewToken.read(text, basis, cursor));
        PreviewPolicy.Part part = previews.preview(policy, cursor, question.timeLeft());
        String token = before.map(one -> PreviewToken.made(
                                basis,
                                one.began(),
                                one.looked() + part.looked(),
                                one.flips() + part.flips().size(),
                                part.next())
                        .text())
                .orElse("");
        return Answer.json(json -> {
            json.object().array("items");
            part.flips().forEach(flip -> PreviewReport.flip(json, flip));
            json.end()
                    .number("looked", part.looked())
                    .textOrNull("next", part.next())
                    .textOrNull(PREVIEW, token)
                    .end();
        });
    }

    /// Puts a policy in force. What it changes is written with the next decision of each submission, or by a rescan.
    Answer publish(Question question) {
        if (question.caller() instanceof Caller.Contributor) {
            return Answer.problem(403, "For operators", "operators alone put a policy in force");
        }
        return switch (sent(question)) {
            case Sent.Refused(Answer answer) -> answer;
            case Sent.Legible(String text, Policy policy) -> publish(question, text, policy);
        };
    }

    private Answer publish(Question question, String text, Policy policy) {
        Optional<String> shown = question.address().asked(PREVIEW);
        if (shown.isEmpty()) {
            return Answer.problem(
                    428,
                    "Preview first",
                    "a policy is put in force with ?preview=TOKEN, the last that POST /policy/preview gave for it");
        }
        Instant now = clock.instant();
        Optional<PreviewToken> token =
                PreviewToken.read(shown.get(), basis(policy), "").filter(one -> one.isFresh(now));
        if (token.isEmpty()) {
            return Answer.problem(
                    409,
                    "Preview again",
                    "the preview is of another policy, was not read to its end, is older than an hour, or was made"
                            + " while another policy or registry was in force");
        }
        String before = digestInForce();
        store.put(Bucket.REPORT, S3PolicySource.KEY, "application/yaml", text.getBytes(StandardCharsets.UTF_8));
        LOG.log(
                Level.INFO,
                "policy published",
                field("by", question.caller().name()),
                field("policy", policy.digest()),
                field("before", before),
                field("flips", token.get().flips()));
        return Answer.json(json -> json.object()
                .text("name", policy.name())
                .text("digest", policy.digest())
                .text("before", before)
                .number("looked", token.get().looked())
                .number("flips", token.get().flips())
                .end());
    }

    private Basis basis(Policy policy) {
        return new Basis(
                policy.digest(),
                String.join(" ", digestInForce(), engine.registry().digest(), engine.version()));
    }

    /// Of the text that is stored, whether it can be used or not: a faulty policy is mended this way too.
    private String digestInForce() {
        byte[] text = store.read(Bucket.REPORT, S3PolicySource.KEY).orElseGet(PolicyReader::shippedText);
        return "sha256:"
                + Digests.sha256(new String(text, StandardCharsets.UTF_8)).hex();
    }
}
