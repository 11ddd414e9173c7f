package org.provgate.core.rule;

import java.util.List;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.Evidence;
import org.provgate.core.finding.Fix;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;

/// What a rule saw. Code and severity are added by the evaluator, so a rule cannot misstate them.
///
/// @param message names the thing, the fact and where to look
/// @param remedy for this case; empty when the rule's own says it
public record Breach(
        Subject subject,
        Place at,
        String message,
        String remedy,
        Weight weight,
        List<Evidence> evidence,
        List<Fix> fix) {

    public Breach {
        evidence = List.copyOf(evidence);
        fix = List.copyOf(fix);
    }

    public static Breach of(Subject subject, Place at, String message) {
        return new Breach(subject, at, message, "", new Weight.Usual(), List.of(), List.of());
    }

    public Breach remedy(String text) {
        return new Breach(subject, at, message, text, weight, evidence, fix);
    }

    public Breach usually(Severity severity) {
        return new Breach(subject, at, message, remedy, new Weight.Usually(severity), evidence, fix);
    }

    public Breach atMost(Severity severity) {
        return new Breach(subject, at, message, remedy, new Weight.AtMost(severity), evidence, fix);
    }

    public Breach evidence(List<Evidence> seen) {
        return new Breach(subject, at, message, remedy, weight, seen, fix);
    }

    public Breach fix(List<Fix> steps) {
        return new Breach(subject, at, message, remedy, weight, evidence, steps);
    }
}
