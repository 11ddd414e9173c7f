package org.provgate.core.rule;

import org.provgate.core.finding.Severity;

/// How grave one breach is, where that is not simply what rule and policy say.
public sealed interface Weight {

    /// As the rule says, unless the policy says otherwise.
    record Usual() implements Weight {}

    /// Another usual severity than the rule's; the policy may still replace it.
    record Usually(Severity severity) implements Weight {}

    /// Never graver than this, whatever the policy says: what rests on unverified facts does not block.
    record AtMost(Severity severity) implements Weight {}
}
