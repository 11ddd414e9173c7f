package org.provgate.core.rule.integrity;

import java.util.Map;
import java.util.stream.Stream;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.Concern;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

public final class FileUnreadable implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("file-unreadable"),
            "0.1",
            Severity.ERROR,
            "A file cannot be read",
            "What is broken or locked cannot be checked, and will be read by somebody who has the key.",
            "Upload the file whole and without encryption.",
            Example.with("", Map.of(Example.BASE_FILE, Example.BASE_TEXT + "{\"question\": \"Half a ro")),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.contents()
                .flatMap(object -> object.concerns().stream()
                        .filter(concern -> concern.kind() == Concern.Kind.UNREADABLE)
                        .map(concern -> Breach.of(
                                Subject.file(object.path()),
                                Place.line(object.path(), concern.line()),
                                "%s: %s".formatted(object.path(), concern.detail()))));
    }
}
