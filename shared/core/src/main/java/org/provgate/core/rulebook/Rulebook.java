package org.provgate.core.rulebook;

import java.util.List;
import java.util.Optional;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rule.declaration.AttestationMissing;
import org.provgate.core.rule.declaration.ContributorMismatch;
import org.provgate.core.rule.declaration.DeclarationUnused;
import org.provgate.core.rule.declaration.IdDuplicate;
import org.provgate.core.rule.declaration.ManifestConflict;
import org.provgate.core.rule.declaration.PeriodImpossible;
import org.provgate.core.rule.declaration.ReferenceUnknown;
import org.provgate.core.rule.declaration.SignatureInvalid;
import org.provgate.core.rule.integrity.FileChecksumMismatch;
import org.provgate.core.rule.integrity.FileChecksumMissing;
import org.provgate.core.rule.integrity.FileCoveredTwice;
import org.provgate.core.rule.integrity.FileExpandsTooFar;
import org.provgate.core.rule.integrity.FileMissing;
import org.provgate.core.rule.integrity.FileNotInspected;
import org.provgate.core.rule.integrity.FileOutsideLayout;
import org.provgate.core.rule.integrity.FileRowsMismatch;
import org.provgate.core.rule.integrity.FileSizeMismatch;
import org.provgate.core.rule.integrity.FileTypeMismatch;
import org.provgate.core.rule.integrity.FileUnlisted;
import org.provgate.core.rule.integrity.FileUnreadable;
import org.provgate.core.rule.integrity.KeyConfusable;
import org.provgate.core.rule.integrity.ManifestDuplicate;
import org.provgate.core.rule.integrity.ManifestInvalid;
import org.provgate.core.rule.integrity.ManifestMissing;
import org.provgate.core.rule.integrity.ManifestUnreadable;
import org.provgate.core.rule.integrity.ManifestVersionUnsupported;
import org.provgate.core.rule.licensing.LicenseForbidden;
import org.provgate.core.rule.licensing.LicenseIncompatible;
import org.provgate.core.rule.licensing.LicenseInvalid;
import org.provgate.core.rule.licensing.LicenseLinkMissing;
import org.provgate.core.rule.licensing.LicenseMissing;
import org.provgate.core.rule.source.SourceDigestMismatch;
import org.provgate.core.rule.source.SourceKnownSynthetic;
import org.provgate.core.rule.source.SourceOptOutIgnored;
import org.provgate.core.rule.source.SourceQuarantined;
import org.provgate.core.rule.source.SourceRightsUnproven;
import org.provgate.core.rule.source.SourceUnresolved;
import org.provgate.core.rule.teacher.TeacherAuthorizationExpired;
import org.provgate.core.rule.teacher.TeacherAuthorizationMissing;
import org.provgate.core.rule.teacher.TeacherAuthorizationUnproven;
import org.provgate.core.rule.teacher.TeacherChannelForbidden;
import org.provgate.core.rule.teacher.TeacherFieldsMissing;
import org.provgate.core.rule.teacher.TeacherForbidden;
import org.provgate.core.rule.teacher.TeacherInherited;
import org.provgate.core.rule.teacher.TeacherPredatesRelease;
import org.provgate.core.rule.teacher.TeacherTermsConditionsUnmet;
import org.provgate.core.rule.teacher.TeacherTermsForbidTraining;
import org.provgate.core.rule.teacher.TeacherTermsUnknown;
import org.provgate.core.rule.teacher.TeacherUnconfirmed;
import org.provgate.core.rule.teacher.TeacherUndeclared;
import org.provgate.core.rule.teacher.TeacherUnrecognized;
import org.provgate.core.rule.teacher.TeacherVersionAmbiguous;
import org.provgate.core.rule.teacher.TeachersUnknown;
import org.provgate.core.rule.teacher.TeachersUnstated;

/// Every rule there is, in the order findings are reported: the manifest as a file, its statements, files, licences,
/// sources, teachers.
public final class Rulebook {

    private static final List<Rule> RULES = List.of(
            new ManifestMissing(),
            new ManifestUnreadable(),
            new ManifestVersionUnsupported(),
            new ManifestDuplicate(),
            new ManifestInvalid(),
            new ManifestConflict(),
            new IdDuplicate(),
            new ReferenceUnknown(),
            new DeclarationUnused(),
            new PeriodImpossible(),
            new AttestationMissing(),
            new ContributorMismatch(),
            new FileMissing(),
            new FileUnlisted(),
            new FileCoveredTwice(),
            new FileChecksumMissing(),
            new FileChecksumMismatch(),
            new FileSizeMismatch(),
            new FileRowsMismatch(),
            new FileTypeMismatch(),
            new FileUnreadable(),
            new FileNotInspected(),
            new FileExpandsTooFar(),
            new FileOutsideLayout(),
            new KeyConfusable(),
            new LicenseInvalid(),
            new LicenseMissing(),
            new LicenseForbidden(),
            new LicenseIncompatible(),
            new LicenseLinkMissing(),
            new SourceUnresolved(),
            new SourceQuarantined(),
            new SourceDigestMismatch(),
            new SourceRightsUnproven(),
            new SourceOptOutIgnored(),
            new SourceKnownSynthetic(),
            new TeachersUnstated(),
            new TeachersUnknown(),
            new TeacherUnrecognized(),
            new TeacherVersionAmbiguous(),
            new TeacherFieldsMissing(),
            new TeacherTermsForbidTraining(),
            new TeacherTermsConditionsUnmet(),
            new TeacherTermsUnknown(),
            new TeacherChannelForbidden(),
            new TeacherPredatesRelease(),
            new TeacherAuthorizationMissing(),
            new TeacherAuthorizationExpired(),
            new TeacherAuthorizationUnproven(),
            new TeacherForbidden(),
            new TeacherUndeclared(),
            new TeacherInherited(),
            new TeacherUnconfirmed(),
            new SignatureInvalid());

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
