package org.provgate.cli;

import java.nio.file.Path;
import java.util.List;
import org.provgate.core.policy.Policy;
import org.provgate.core.rule.RuleSpec;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.Inspection;

/// The pure parts of the gate as commands use them, each made when it is first asked for.
public interface Desk {

    String version();

    Engine engine();

    Inspection inspection();

    /// Samples objects larger than so many bytes.
    Inspection inspection(long sampleOver);

    /// Tells of every hit, and samples objects larger than so many bytes.
    Inspection.Explaining explaining(long sampleOver);

    List<RuleSpec> rules();

    Policy shippedPolicy();

    /// Reads a policy; a fault in it is a [CannotRunException] with file, line and column.
    ///
    /// @param typed the file as it was typed, for messages
    Policy policy(Path file, String typed);
}
