package org.provgate.formats.policy;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.provgate.core.finding.RuleCode;

/// The codes a policy may name.
///
/// @param known codes of all rules
/// @param aliases former codes and what they are called now
public record RuleNames(Set<RuleCode> known, Map<RuleCode, RuleCode> aliases) {

    public RuleNames {
        known = Collections.unmodifiableSet(new TreeSet<>(known));
        aliases = Collections.unmodifiableMap(new TreeMap<>(aliases));
    }

    /// The rule that goes by this name today.
    Optional<RuleCode> find(String name) {
        return parse(name).map(code -> aliases.getOrDefault(code, code)).filter(known::contains);
    }

    RuleNames and(Set<RuleCode> more) {
        NavigableSet<RuleCode> all = new TreeSet<>(known);
        all.addAll(more);
        return new RuleNames(all, aliases);
    }

    Set<String> texts() {
        Set<String> texts = new TreeSet<>();
        known.forEach(code -> texts.add(code.value()));
        return texts;
    }

    static Optional<RuleCode> parse(String name) {
        return RuleCode.isCode(name) ? Optional.of(new RuleCode(name)) : Optional.empty();
    }
}
