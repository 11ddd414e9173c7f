package org.provgate.core.rule.declaration;

import java.util.Map;
import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.Comparison;
import org.provgate.core.manifest.Comparison.Difference;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// The native manifest goes before every card, yet what a card says in plain words cannot be passed over: a teacher
/// that only the card names may well have been used.
public final class ManifestConflict implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("manifest-conflict"),
            "0.1",
            Severity.ERROR,
            "Two manifests of the submission say different things",
            "Whoever reads the one is told something else than whoever reads the other.",
            "Correct the one that is wrong, or take the statement out of it.",
            Example.with("", Map.of(Example.BASE_FILE, Example.BASE_TEXT, "README.md", """
                    ---
                    pretty_name: Harbour phrasebook
                    license: mit
                    task_categories: [question-answering]
                    ---
                    # Harbour phrasebook
                    """)),
            Example.with("", Map.of(Example.BASE_FILE, Example.BASE_TEXT, "README.md", """
                    ---
                    pretty_name: Harbour phrasebook
                    license: cc-by-4.0
                    task_categories: [question-answering]
                    ---
                    # Harbour phrasebook
                    """)));

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().stream()
                .flatMap(manifest -> Comparison.of(manifest).differences().stream())
                .map(ManifestConflict::breach);
    }

    private static Breach breach(Difference difference) {
        Breach breach = Breach.of(
                Subject.manifest(difference.other().file()),
                difference.counts(),
                "%s: %s says %s on line %,d, but %s says %s on line %,d"
                        .formatted(
                                Phrases.plain(difference.what()),
                                Phrases.plain(difference.counts().file()),
                                Phrases.plain(difference.counted()),
                                difference.counts().line(),
                                Phrases.plain(difference.other().file()),
                                Phrases.plain(difference.said()),
                                difference.other().line()));
        return difference.grave() ? breach : breach.usually(Severity.WARNING);
    }
}
