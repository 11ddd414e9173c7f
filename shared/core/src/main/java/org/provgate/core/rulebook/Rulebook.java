package org.provgate.core.rulebook;

import java.util.List;
import java.util.Optional;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rule.declaration.AttestationMissing;
import org.provgate.core.rule.declaration.ReferenceUnknown;
import org.provgate.core.rule.integrity.FileChecksumMismatch;
import org.provgate.core.rule.integrity.FileMissing;
import org.provgate.core.rule.integrity.FileUnlisted;
import org.provgate.core.rule.integrity.ManifestInvalid;
import org.provgate.core.rule.integrity.ManifestMissing;
import org.provgate.core.rule.integrity.ManifestUnreadable;
import org.provgate.core.rule.licensing.LicenseInvalid;
import org.provgate.core.rule.licensing.LicenseMissing;
import org.provgate.core.rule.teacher.TeacherTermsForbidTraining;
import org.provgate.core.rule.teacher.TeacherUndeclared;
import org.provgate.core.rule.teacher.TeacherUnrecognized;
import org.provgate.core.rule.teacher.TeachersUnknown;
import org.provgate.core.rule.teacher.TeachersUnstated;

/// Every rule there is, in the order findings are reported: the manifest as a file, its statements, files, licences,
/// sources, teachers.
public final class Rulebook {

    private static final List<Rule> RULES = List.of(
            new ManifestMissing(),
            new ManifestUnreadable(),
            new ManifestInvalid(),
            new ReferenceUnknown(),
            new AttestationMissing(),
            new FileMissing(),
            new FileUnlisted(),
            new FileChecksumMismatch(),
            new LicenseInvalid(),
            new LicenseMissing(),
            new TeachersUnstated(),
            new TeachersUnknown(),
            new TeacherUnrecognized(),
            new TeacherTermsForbidTraining(),
            new TeacherUndeclared());

    private Rulebook() {}

    public static List<Rule> rules() {
        return RULES;
    }

    public static List<RuleSpec> specs() {
        return RULES.stream().map(Rule::spec).toList();
    }

    public static Optional<RuleSpec> spec(String code) {
        return specs().stream().filter(spec -> spec.code().value().equals(code)).findFirst();
    }
}
