package org.provgate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.provgate.core.policy.Policy;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rulebook.Rulebook;
import org.provgate.usecases.engine.GateEngine;
import org.provgate.usecases.engine.PolicyText;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.Inspection;

/// The gate's own parts, each made when it is first asked for.
final class GateDesk implements Desk {

    private Optional<Engine> engine = Optional.empty();
    private Optional<Inspection> inspection = Optional.empty();

    @Override
    public String version() {
        return GateEngine.VERSION;
    }

    @Override
    public Engine engine() {
        if (engine.isEmpty()) {
            engine = Optional.of(GateEngine.engine());
        }
        return engine.get();
    }

    @Override
    public Inspection inspection() {
        if (inspection.isEmpty()) {
            inspection = Optional.of(GateEngine.inspection(engine().registry()));
        }
        return inspection.get();
    }

    @Override
    public Inspection inspection(long sampleOver) {
        return GateEngine.inspection(engine().registry(), sampleOver);
    }

    @Override
    public Inspection.Explaining explaining(long sampleOver) {
        return GateEngine.explaining(engine().registry(), sampleOver);
    }

    @Override
    public List<RuleSpec> rules() {
        return Rulebook.specs();
    }

    @Override
    public Policy shippedPolicy() {
        return PolicyText.shipped();
    }

    @Override
    public Policy policy(Path file, String typed) {
        if (!Files.isRegularFile(file)) {
            throw new CannotRunException(typed + " is not a file; a policy is one YAML file");
        }
        try {
            return PolicyText.read(typed, Files.readAllBytes(file));
        } catch (IOException fault) {
            throw new CannotRunException("%s cannot be read: %s".formatted(typed, fault.getMessage()), fault);
        } catch (PolicyText.FaultyPolicyException faulty) {
            throw new CannotRunException(faulty.sentences(), faulty);
        }
    }
}
