package org.provgate.core.rule.integrity;

import java.util.List;
import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.ManifestFault;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// What the reader found and no other rule has a code for. What other tools may read differently is only noted.
public final class ManifestInvalid implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("manifest-invalid"),
            "0.1",
            Severity.ERROR,
            "The manifest says something its format does not allow",
            "A misspelt field is a statement nobody made: it must not pass for one.",
            "Write the field as the format has it.",
            Example.with("""
                    contributors:
                      - name: Jane Example
                        email: jane@example.org
                        roles: [submiter]
                    """),
            Example.with("""
                    contributors:
                      - name: Jane Example
                        email: jane@example.org
                        roles: [submitter]
                    """));

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.facts().manifest()
                        instanceof ManifestReading.Read(var _, List<ManifestFault> faults, List<ManifestFault> notices)
                ? Stream.concat(
                        faults.stream().map(ManifestInvalid::breach),
                        notices.stream().map(notice -> breach(notice).atMost(Severity.NOTE)))
                : Stream.empty();
    }

    private static Breach breach(ManifestFault fault) {
        return Breach.of(Subject.manifest(fault.at().file()), fault.at(), fault.message())
                .remedy(fault.remedy())
                .fix(fault.fix());
    }
}
