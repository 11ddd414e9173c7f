package org.provgate.functions.api;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.http.ApiRequest;
import org.provgate.usecases.engine.GateEngine;
import org.provgate.usecases.export.ExportFacts;
import org.provgate.usecases.gate.DecideSubmission;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.Layout;
import org.provgate.usecases.gate.ReadVerdict;
import org.provgate.usecases.gate.RescanSubmission;
import org.provgate.usecases.operate.Caller;
import org.provgate.usecases.operate.GrantUploads;
import org.provgate.usecases.operate.ListSubmissions;
import org.provgate.usecases.operate.MeasureCoverage;
import org.provgate.usecases.operate.PreviewPolicy;
import org.provgate.usecases.operate.ReadSubmission;
import org.provgate.usecases.operate.ReadText;
import org.provgate.usecases.operate.ReplayVerdict;
import org.provgate.usecases.operate.RuleOnSubmission;
import org.provgate.usecases.operate.SurveySubmissions;
import org.provgate.usecases.operate.TraceLineage;
import org.provgate.usecases.rescan.ConductRescan;

/// The interface: who may ask what, in the order token, address, method, role, size, body.
final class Api {

    private static final String ROOT = "/api";

    private static final int BODY_LIMIT = 64 * 1024;

    /// A list of a thousand files, or a policy.
    private static final int LARGE_BODY_LIMIT = 1024 * 1024;

    private final Lookups lookups;
    private final Verbs verbs;
    private final Uploads uploads;
    private final References references;
    private final Overviews overviews;
    private final Rescans rescans;
    private final Policies policies;
    private final Stocktaking stocktaking;
    private final ConsolePages pages = new ConsolePages();

    private Api(
            Lookups lookups,
            Verbs verbs,
            Uploads uploads,
            References references,
            Overviews overviews,
            Rescans rescans,
            Policies policies,
            Stocktaking stocktaking) {
        this.lookups = lookups;
        this.verbs = verbs;
        this.uploads = uploads;
        this.references = references;
        this.overviews = overviews;
        this.rescans = rescans;
        this.policies = policies;
        this.stocktaking = stocktaking;
    }

    static Api of(GateParts gate, InstantSource clock) {
        Engine engine = GateEngine.engine().inBucket(gate.bucket());
        ReadSubmission reading = new ReadSubmission(gate.ledger(), gate.store());
        return new Api(
                new Lookups(
                        new ListSubmissions(gate.ledger(), reading),
                        reading,
                        new ReadText(gate.ledger(), gate.store()),
                        new ReportForms(
                                new ReplayVerdict(gate.ledger(), gate.store(), gate.policies(), engine),
                                new ReadVerdict(gate.store())),
                        gate.ledger()),
                new Verbs(new RuleOnSubmission(gate.ledger(), gate.policies(), clock), clock),
                new Uploads(new GrantUploads(gate.ledger(), gate.grants(), new Layout())),
                new References(engine.registry(), new TraceLineage(gate.ledger(), gate.store(), engine), clock),
                new Overviews(new SurveySubmissions(gate.ledger(), reading, clock), gate.store()),
                new Rescans(conductor(gate, engine, clock), gate.ledger(), gate.runs(), gate.executions()),
                new Policies(
                        new PreviewPolicy(gate.ledger(), gate.store(), gate.policies(), engine, clock),
                        gate.store(),
                        engine,
                        clock),
                new Stocktaking(
                        new ExportFacts(gate.ledger(), gate.store(), engine),
                        new MeasureCoverage(gate.ledger(), gate.store())));
    }

    /// Begins rescans and steers them; who works on them tells of their end.
    private static ConductRescan conductor(GateParts gate, Engine engine, InstantSource clock) {
        DecideSubmission decide = new DecideSubmission(gate.ledger(), gate.store(), gate.policies(), engine, clock);
        RescanSubmission rescan =
                new RescanSubmission(gate.ledger(), gate.store(), gate.policies(), engine, decide, clock);
        return new ConductRescan(gate.ledger(), gate.runs(), rescan, (_, _) -> {}, clock);
    }

    /// @param timeLeft whether a search may go on
    Answer answer(ApiRequest request, BooleanSupplier timeLeft) {
        // The page and its parts say nothing of anybody.
        if (!request.path().equals(ROOT) && !request.path().startsWith(ROOT + "/")) {
            return pages.answer(request);
        }
        return switch (Callers.of(request.claims())) {
            case Callers.Found.NoToken _ ->
                Answer.problem(401, "No token", "a request bears a token: Authorization: Bearer TOKEN")
                        .with("WWW-Authenticate", "Bearer");
            case Callers.Found.NoGroup _ ->
                Answer.problem(
                        403,
                        "Nobody here",
                        "the token is in no group of this gate: " + Callers.OPERATORS + ", or one "
                                + Callers.CONTRIBUTOR + "NAME");
            case Callers.Found.Known(Caller caller) -> {
                Answer answer = routed(request, caller, timeLeft);
                yield request.method().equals("HEAD") ? answer.withoutBody() : answer;
            }
        };
    }

    private Answer routed(ApiRequest request, Caller caller, BooleanSupplier timeLeft) {
        Optional<Address> address = Address.parse(request.path(), request.query());
        if (address.isEmpty()) {
            return Answer.unfit("the address is not encoded as addresses are, or too long");
        }
        List<Route> there = Route.at(address.get().path());
        if (there.isEmpty()) {
            return Answer.absent();
        }
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        Optional<Route> route =
                there.stream().filter(one -> one.method().equals(method)).findFirst();
        if (route.isEmpty()) {
            String methods = there.stream().map(Route::method).sorted().collect(Collectors.joining(", "));
            return Answer.problem(405, "Not allowed", "this address takes " + methods)
                    .with("Allow", methods);
        }
        int limit = limit(route.get());
        if (!route.get().method().equals("GET") && isLonger(request.body(), limit)) {
            return Answer.problem(413, "Too large", "a body has up to " + limit + " bytes here");
        }
        return dispatch(route.get(), new Question(request, address.get(), caller, timeLeft));
    }

    /// What was asked, by whom.
    record Question(ApiRequest request, Address address, Caller caller, BooleanSupplier timeLeft) {}

    private Answer dispatch(Route route, Question question) {
        List<String> values = route.values(question.address().path());
        return switch (route) {
            case LIST -> lookups.list(question);
            case UPLOAD -> uploads.grant(question);
            case PREVIEW -> policies.preview(question);
            case PUBLISH -> policies.publish(question);
            case FACTS -> stocktaking.facts(question);
            case COVERAGE -> stocktaking.coverage(question);
            case TEACHER -> references.teacher(question, values.getFirst());
            case RESCAN -> rescans.begin(question);
            case RESCAN_ESTIMATE -> rescans.estimate(question);
            case RESCAN_READ -> rescans.read(question, values.getFirst());
            case RESCAN_STEER -> rescans.steer(question, values.getFirst(), values.getLast());
            case RULES -> References.rules();
            case OVERVIEW -> overviews.overview(question);
            case POLICY -> overviews.policy(question);
            case CALLER -> Callers.describe(question.caller());
            case OPENAPI -> References.openApi();
            case READ, REPORT, HISTORY, TEXT, RELEASE, REJECT, WAIVE, APPEAL, CONFIRM, DECLINE, RECHECK, LINEAGE ->
                SubmissionName.parse(String.join("/", values))
                        .map(name -> ofSubmission(route, question, name))
                        .orElseGet(Answer::absent);
        };
    }

    private Answer ofSubmission(Route route, Question question, SubmissionName name) {
        return switch (route) {
            case READ -> lookups.read(question, name);
            case REPORT -> lookups.report(question, name);
            case HISTORY -> lookups.history(question, name);
            case TEXT -> lookups.text(question, name);
            case LINEAGE -> references.lineage(question, name);
            case RELEASE, REJECT, WAIVE, APPEAL, CONFIRM, DECLINE, RECHECK -> verbs.carryOut(route, question, name);
            case LIST,
                    UPLOAD,
                    PREVIEW,
                    TEACHER,
                    RESCAN,
                    RESCAN_ESTIMATE,
                    RESCAN_READ,
                    RESCAN_STEER,
                    FACTS,
                    COVERAGE,
                    PUBLISH,
                    RULES,
                    OVERVIEW,
                    POLICY,
                    CALLER,
                    OPENAPI -> throw new IllegalArgumentException("not of a submission: " + route);
        };
    }

    private static boolean isLonger(String body, int bytes) {
        return body.length() > bytes || body.getBytes(StandardCharsets.UTF_8).length > bytes;
    }

    private static int limit(Route route) {
        return route == Route.UPLOAD || route == Route.PREVIEW || route == Route.PUBLISH
                ? LARGE_BODY_LIMIT
                : BODY_LIMIT;
    }
}
