package org.provgate.core.rule.teacher;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.provgate.core.license.LicenseDuties;
import org.provgate.core.license.LicenseExpression;
import org.provgate.core.license.LicenseText;
import org.provgate.core.manifest.Dataset;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.policy.Policy;

/// Conditions of terms, held against what the manifest and the policy say.
///
/// @param told what readers of the dataset are told, in lower case
record Conditions(String told, boolean nonCommercialLicence, boolean shareAlikeLicence, Policy.Uses uses) {

    sealed interface Judgement {
        record Met() implements Judgement {}

        record Broken(String how) implements Judgement {}

        /// Whether it binds a dataset of outputs at all is open.
        record Doubtful(String how) implements Judgement {}

        /// Binds whoever trains on the rows.
        record ForLater(String what) implements Judgement {}
    }

    private static final Judgement MET = new Judgement.Met();

    static Conditions of(Manifest manifest, Policy policy) {
        Dataset dataset = manifest.dataset();
        Set<LicenseDuties.Duty> duties =
                dataset.license().value().flatMap(text -> LicenseText.read(text).expression()).stream()
                        .flatMap(LicenseExpression::leaves)
                        .flatMap(leaf -> LicenseDuties.of(leaf).stream())
                        .flatMap(known -> known.duties().stream())
                        .collect(Collectors.toSet());
        String told = Stream.of(dataset.name(), dataset.description(), dataset.intendedUse(), dataset.license())
                .flatMap(field -> field.value().stream())
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        return new Conditions(
                told,
                duties.contains(LicenseDuties.Duty.NON_COMMERCIAL),
                duties.contains(LicenseDuties.Duty.SHARE_ALIKE),
                policy.uses());
    }

    Judgement judge(String condition) {
        int colon = condition.indexOf(':');
        String word = colon < 0 ? condition : condition.substring(0, colon);
        String text = colon < 0 ? "" : condition.substring(colon + 1);
        return switch (word) {
            case "non-commercial", "research-only", "non-production", "commercial-permission-required" ->
                commercial(word);
            case "non-commercial-for-tuned", "non-commercial-for-some-weights" ->
                commercial(word) instanceof Judgement.Broken(String how) ? new Judgement.Doubtful(how) : MET;
            case "no-competing-model", "no-competing-or-similar-model", "no-competing-product", "no-distillation" ->
                uses.trainsCompetingModels()
                        ? new Judgement.Broken("%s, but readers of this hub train models that compete".formatted(word))
                        : MET;
            case "no-systematic-dataset-collection" ->
                new Judgement.Broken("outputs may not be collected into datasets, and this is one");
            case "share-alike" ->
                shareAlikeLicence
                        ? MET
                        : new Judgement.Doubtful("what is made of it keeps its licence, but the dataset has another");
            case "name-prefix" -> told(text, "give the model a name that starts with \"%s\"".formatted(text));
            case "attribution" ->
                text.isEmpty() ? later("name the model it learned from") : told(text, "display \"%s\"".formatted(text));
            case "flow-down-terms" -> later("pass the terms on");
            case "flow-down-use-restrictions" -> later("pass the restrictions of use on");
            case "revenue-cutoff-20M-monthly", "revenue-cap-10M" -> later("stay below a limit of revenue");
            case "mau-700m", "mau-100m" -> later("stay below a number of users");
            case "territory-excludes-EU" -> later("stay outside the EU");
            default -> MET;
        };
    }

    private Judgement commercial(String word) {
        return uses.commercial() && !nonCommercialLicence
                ? new Judgement.Broken("%s, but readers of this hub use the rows commercially".formatted(word))
                : MET;
    }

    /// Met when the manifest tells its readers in these words.
    private Judgement told(String text, String what) {
        return told.contains(text.toLowerCase(Locale.ROOT)) ? MET : later(what);
    }

    private static Judgement later(String what) {
        return new Judgement.ForLater(what);
    }
}
