package org.provgate.core.rule.teacher;

import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.TeacherModel.Authorization;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rule.TeacherCase;

/// What a permission extends to is shown to the operator and not judged.
public final class TeacherAuthorizationUnproven implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("teacher-authorization-unproven"),
            "0.1",
            Severity.ERROR,
            "A provider's permission is claimed, but not proven",
            "A permission is a document: whoever decides must see the same bytes that were granted.",
            "Add the document to the submission with its digest, granted to a contributor or organisation of the manifest.",
            TeacherExamples.of("""
                    provider: OpenAI
                    model: gpt-oss-20b
                    uses: [generated]
                    generationPeriod: { start: 2026-03-02, end: 2026-03-20 }
                    accessChannel: self-hosted
                    terms: { name: Apache License 2.0, version: "2.0", license: Apache-2.0 }
                    authorization:
                      grantedBy: OpenAI
                      grantedTo: Jane Example
                      document: { uri: "https://example.org/permission.pdf" }
                    """),
            TeacherExamples.permitted("expires: 2026-12-31"));

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.teachers().stream()
                .flatMap(teacher -> teacher.teacher().authorization().value().stream()
                        .flatMap(permission ->
                                Permissions.gap(permission, teacher, file)
                                        .map(why -> breach(teacher, permission, why))
                                        .stream()));
    }

    private static Breach breach(TeacherCase teacher, Authorization permission, String why) {
        return Breach.of(
                teacher.teacher().subject(),
                permission.document().absent()
                        ? permission.at()
                        : permission.document().at(),
                "The permission for %s is not proven: %s"
                        .formatted(Phrases.plain(teacher.teacher().subject().name()), why));
    }
}
