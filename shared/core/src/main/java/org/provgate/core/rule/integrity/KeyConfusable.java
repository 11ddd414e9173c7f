package org.provgate.core.rule.integrity;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

public final class KeyConfusable implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("key-confusable"),
            "0.1",
            Severity.ERROR,
            "Two files have names that are easily taken for each other",
            "On many disks the second overwrites the first, and what was checked is not what is read.",
            "Rename one of the files.",
            Example.with("""
                            files:
                              - path: data/train.jsonl
                                sha256: SHA256(data/train.jsonl)
                                sources: [writers]
                              - path: data/Train.jsonl
                                sha256: SHA256(data/Train.jsonl)
                                sources: [writers]
                            """, Map.of(Example.BASE_FILE, Example.BASE_TEXT, "data/Train.jsonl", Example.BASE_TEXT)),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        NavigableSet<String> paths = file.facts().objects().navigableKeySet();
        Map<String, String> first = new HashMap<>();
        return paths.stream().flatMap(path -> {
            Optional<Breach> alike = Optional.ofNullable(first.putIfAbsent(folded(path), path))
                    .map(other -> breach(path, other, "differ only in letter case or in how accents are stored"));
            return alike.or(() -> folder(path, paths)).stream();
        });
    }

    private static Optional<Breach> folder(String path, NavigableSet<String> paths) {
        return Optional.ofNullable(paths.ceiling(path + "/"))
                .filter(inside -> inside.startsWith(path + "/"))
                .map(inside -> breach(path, inside, "cannot both exist on a disk"));
    }

    private static Breach breach(String path, String other, String how) {
        return Breach.of(
                Subject.file(path),
                Place.startOf(path),
                "%s and %s %s".formatted(Phrases.quoted(path), Phrases.quoted(other), how));
    }

    private static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
