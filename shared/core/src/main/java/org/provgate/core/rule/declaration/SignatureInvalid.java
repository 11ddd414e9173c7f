package org.provgate.core.rule.declaration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.Seal;
import org.provgate.core.policy.Policy.TrustedKey;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.signing.Envelope;
import org.provgate.core.signing.Envelope.Signature;
import org.provgate.core.submission.SubmissionFacts.Identity;

/// Signed declarations count by the keys of the policy. Without keys there is nobody to be expected, and nothing is
/// asked.
public final class SignatureInvalid implements Rule {

    private static final String POLICY = """
        policy: provenance-gate/v1
        keys:
          - name: Harbour Institute
            pem: |
              -----BEGIN PUBLIC KEY-----
              MCowBQYDK2VwAyEAEsUtlVwqAas+TjH+5HRov4MxabbEkO8LHxWYp6+hOn8=
              -----END PUBLIC KEY-----
        """;

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("signature-invalid"),
            "0.1",
            Severity.ERROR,
            "A declaration is not signed by anybody whose signature counts here",
            "Anybody can write a statement in the name of somebody else; only the signature shows who did.",
            "Ask the contributor to sign the statement again with the key the policy names.",
            Example.with("", Map.of(Example.BASE_FILE, Example.BASE_TEXT, "declaration.intoto.json", """
                {
                  "payloadType": "application/vnd.in-toto+json",
                  "payload": "\
                eyJfdHlwZSI6Imh0dHBzOi8vaW4tdG90by5pby9TdGF0ZW1lbnQvdjEiLCJzdWJqZWN0IjpbeyJuYW1lIjoiZGF0YS90cmFp\
                bi5qc29ubCIsImRpZ2VzdCI6eyJzaGEyNTYiOiI3NDFjMWExMGE5YzNiMTkyMzRiODM4M2JlNTFiZDcyMWU5OTY4Zjc0M2Vj\
                MjMwNTUwZGM4YmM5M2MwZWU0MWIyIn19XSwicHJlZGljYXRlVHlwZSI6InVybjpkYXRhc2V0LXByb3ZlbmFuY2U6ZGVjbGFy\
                YXRpb246djEiLCJwcmVkaWNhdGUiOnsiZGVjbGFyZWRCeSI6IkphbmUgRXhhbXBsZSIsImRlY2xhcmVkQXQiOiIyMDI2LTA1\
                LTA0VDA5OjAwOjAwWiJ9fQ==",
                  "signatures": [{"keyid": "jane", "sig": "\
                WtgmoUBmVyQ5JOCXNoK0iO8EjxWYncYGAmYwe3UHNyeHOe5Ol8635B91uz6p6SZ9YGAa8zdKWcN5aZ9F0NtaAg=="}]
                }
                """))
                    .under(POLICY),
            Example.with("", Map.of(Example.BASE_FILE, Example.BASE_TEXT, "declaration.intoto.json", """
                {
                  "payloadType": "application/vnd.in-toto+json",
                  "payload": "\
                eyJfdHlwZSI6Imh0dHBzOi8vaW4tdG90by5pby9TdGF0ZW1lbnQvdjEiLCJzdWJqZWN0IjpbeyJuYW1lIjoiZGF0YS90cmFp\
                bi5qc29ubCIsImRpZ2VzdCI6eyJzaGEyNTYiOiI3NDFjMWExMGE5YzNiMTkyMzRiODM4M2JlNTFiZDcyMWU5OTY4Zjc0M2Vj\
                MjMwNTUwZGM4YmM5M2MwZWU0MWIyIn19XSwicHJlZGljYXRlVHlwZSI6InVybjpkYXRhc2V0LXByb3ZlbmFuY2U6ZGVjbGFy\
                YXRpb246djEiLCJwcmVkaWNhdGUiOnsiZGVjbGFyZWRCeSI6IkphbmUgRXhhbXBsZSIsImRlY2xhcmVkQXQiOiIyMDI2LTA1\
                LTA0VDA5OjAwOjAwWiJ9fQ==",
                  "signatures": [{"keyid": "jane", "sig": "\
                nXXd6mIHltZBlJCQXhsOxvfrMPhc0bgdXrx6J1+KxY/+XPYgiCJbGIborCu4ygCKSMDxMyfuzxc3UDd+jLY0Cg=="}]
                }
                """))
                    .under(POLICY));

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.policy().keys().isEmpty()
                ? Stream.empty()
                : file.manifest().stream()
                        .flatMap(manifest -> Stream.concat(Stream.of(manifest), manifest.others().stream()))
                        .flatMap(manifest -> check(manifest, file));
    }

    private static Stream<Breach> check(Manifest manifest, CaseFile file) {
        return switch (manifest.seal()) {
            case Seal.NotUsual _ -> Stream.empty();
            case Seal.Missing(Place at) ->
                Stream.of(breach(manifest, at, "is not signed; expected is %s".formatted(expected(file)))
                        .usually(Severity.WARNING));
            case Seal.Signed signed -> signed(manifest, signed, file).stream();
        };
    }

    private static Optional<Breach> signed(Manifest manifest, Seal.Signed signed, CaseFile file) {
        String whom = contributor(file);
        List<TrustedKey> holding = file.policy().keys().stream()
                .filter(key -> signed.envelope().isSignedBy(key.key()))
                .toList();
        if (holding.stream().anyMatch(key -> key.speaksFor(whom))) {
            return stale(manifest, signed, file);
        }
        String found = holding.isEmpty()
                ? named(signed.envelope(), file.policy().keys())
                : "found is one by %s, whose key speaks for %s"
                        .formatted(
                                Phrases.plain(holding.getFirst().name()),
                                Phrases.plain(holding.getFirst().contributor()));
        return Optional.of(breach(
                manifest,
                signed.at(),
                "has no signature that holds; expected is %s, %s".formatted(expected(file), found)));
    }

    /// A signature holds for the text it was given for, and for no later one.
    private static Optional<Breach> stale(Manifest manifest, Seal.Signed signed, CaseFile file) {
        return signed.manifests().entrySet().stream()
                .filter(stated -> Optional.ofNullable(file.facts().objects().get(stated.getKey()))
                        .filter(object -> object.sha256().hex().equals(stated.getValue()))
                        .isEmpty())
                .findFirst()
                .map(stated -> breach(
                        manifest,
                        signed.at(),
                        "is signed for another text of %s than the one that is here"
                                .formatted(Phrases.plain(stated.getKey()))));
    }

    private static String named(Envelope envelope, List<TrustedKey> keys) {
        List<String> ids = envelope.signatures().stream()
                .map(Signature::keyId)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        Optional<TrustedKey> claimed = keys.stream()
                .filter(key -> ids.contains(key.key().id()) || ids.contains(key.name()))
                .findFirst();
        return claimed.map(key -> "found is one that names the key of %s but was not made with it over this text"
                        .formatted(Phrases.plain(key.name())))
                .orElseGet(() -> ids.isEmpty()
                        ? "found is one by a key without a name that the policy does not hold"
                        : "found is one by the key %s, which the policy does not hold"
                                .formatted(Phrases.quoted(ids.getFirst())));
    }

    private static String expected(CaseFile file) {
        String whom = contributor(file);
        String names = file.policy().keys().stream()
                .filter(key -> key.speaksFor(whom))
                .map(key -> Phrases.plain(key.name()))
                .distinct()
                .limit(5)
                .collect(Collectors.joining(" or "));
        return names.isEmpty() ? "nobody, since no key speaks for %s".formatted(whom) : "one by " + names;
    }

    private static Breach breach(Manifest manifest, Place at, String fact) {
        return Breach.of(
                Subject.manifest(manifest.file()), at, "%s %s".formatted(Phrases.plain(manifest.file()), fact));
    }

    private static String contributor(CaseFile file) {
        return switch (file.facts().identity()) {
            case Identity.Known(var name) -> name.contributor();
            case Identity.Stray(var name) -> name.contributor();
            case Identity.Folder _ -> "";
        };
    }
}
