package org.provgate.usecases.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.provgate.conditions.CelConditions;
import org.provgate.core.policy.Policy;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rulebook.Rulebook;
import org.provgate.formats.policy.PolicyReader;
import org.provgate.formats.policy.PolicyReading;
import org.provgate.formats.policy.PolicyReading.PolicyFault;

/// Policies as text, read against the rules there are.
public final class PolicyText {

    private PolicyText() {}

    /// A policy that cannot be used: nothing is decided until it is mended.
    public static final class FaultyPolicyException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient List<PolicyFault> faults;

        FaultyPolicyException(List<PolicyFault> faults) {
            super(faults.getFirst().inOneLine());
            this.faults = List.copyOf(faults);
        }

        /// A line for each fault, with file, line and column.
        public String sentences() {
            return faults.stream().map(PolicyFault::inOneLine).collect(Collectors.joining("\n"));
        }
    }

    /// What a new gate starts with.
    public static Policy shipped() {
        return reader().shippedDefault();
    }

    /// @param file as messages name it
    public static Policy read(String file, byte[] text) {
        return switch (reader().read(file, text)) {
            case PolicyReading.Read(Policy policy) -> policy;
            case PolicyReading.Faulty(List<PolicyFault> faults) -> throw new FaultyPolicyException(faults);
        };
    }

    private static PolicyReader reader() {
        return new PolicyReader(
                Rulebook.specs().stream().map(RuleSpec::code).collect(Collectors.toSet()),
                Map.of(),
                new CelConditions());
    }
}
