package org.provgate.formats.policy;

import static org.provgate.formats.fields.Need.OPTIONAL;
import static org.provgate.formats.fields.Need.REQUIRED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Word;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.policy.Enforcement;
import org.provgate.core.policy.Policy.Tier;
import org.provgate.core.policy.Waiver;
import org.provgate.formats.fields.FieldReader;
import org.provgate.formats.fields.ListForm;
import org.provgate.formats.fields.Members;
import org.provgate.formats.fields.Shape;
import org.provgate.formats.fields.Spelling;
import org.provgate.formats.fields.TextForm;
import org.provgate.formats.fields.TextForms;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Shown;

/// What a policy says by rule code: severities, tiers, waivers.
final class RuleBinding {

    private static final int MANY = 10_000;

    private static final Shape ENFORCEMENT = Shape.closed("a rule", "severity", "from");
    private static final Shape TRUST = Shape.closed("an entry of `trust`", "contributor", "tier");
    private static final Shape WAIVER =
            Shape.closed("a waiver", "code", "dataset", "subject", "reason", "approver", "expires");

    private static final TextForm SUBJECT = TextForm.of(
            "a subject as findings print it, such as teacher:writer or file:data/a.jsonl",
            3,
            2048,
            Pattern.compile("(?:submission|manifest|dataset|contributor|source|teacher|file|attestation):.+")
                    .asMatchPredicate());

    private final FieldReader read;
    private final RuleNames names;

    RuleBinding(FieldReader read, RuleNames names) {
        this.read = read;
        this.names = names;
    }

    Map<RuleCode, Enforcement> rules(Members own, String name) {
        return read.present(own, name, OPTIONAL).map(this::rules).orElse(Map.of());
    }

    private Map<RuleCode, Enforcement> rules(Node node) {
        Map<RuleCode, Enforcement> rules = new TreeMap<>();
        entries(node, "rule codes with their severities")
                .forEach((name, rule) -> code(name, rule)
                        .ifPresent(code -> enforcement(rule).ifPresent(enforcement -> {
                            if (rules.put(code, enforcement) != null) {
                                read.faults()
                                        .add(
                                                rule.namedAt(),
                                                "%s stands here twice, once under a former name"
                                                        .formatted(Shown.code(code.value())),
                                                "Remove the former name.");
                            }
                        })));
        return rules;
    }

    private Map<String, Node> entries(Node node, String wanted) {
        if (node instanceof Mapping mapping) {
            return mapping.members();
        }
        read.faults()
                .add(
                        node.at(),
                        "%s is %s; a mapping is wanted"
                                .formatted(Shown.code(Shown.path(node.pointer())), node.inWords()),
                        "Write %s.".formatted(wanted));
        return Map.of();
    }

    private Optional<RuleCode> code(String name, Node at) {
        Optional<RuleCode> code = names.find(name);
        if (code.isEmpty()) {
            Optional<String> meant = Spelling.meant(name, names.texts());
            read.faults()
                    .add(
                            at.namedAt(),
                            "%s is no rule code%s"
                                    .formatted(
                                            Shown.code(name),
                                            meant.map("; did you mean `%s`?"::formatted)
                                                    .orElse("")),
                            "`provgate rules` lists all codes.");
        }
        return code;
    }

    private Optional<Enforcement> enforcement(Node node) {
        if (node instanceof Scalar scalar && scalar.isText()) {
            read.faults()
                    .add(
                            node.at(),
                            "%s is %s; a mapping with `severity` is wanted"
                                    .formatted(Shown.code(Shown.path(node.pointer())), node.inWords()),
                            "Write {severity: %s}.".formatted(Shown.clipped(scalar.text())));
            return Optional.empty();
        }
        Members own = read.membersOf(node, ENFORCEMENT);
        Field<String> severity = read.word(own, "severity", REQUIRED, List.of("error", "warning", "note", "off"));
        Field<LocalDate> from = read.day(own, "from", OPTIONAL);
        if (severity.value().isEmpty()) {
            return Optional.empty();
        }
        String word = severity.value().get();
        if (!from.absent() && !word.equals("error")) {
            read.faults()
                    .add(
                            from.at(),
                            "`from` says since when a rule is an error; this one is set to %s"
                                    .formatted(Shown.code(word)),
                            "Remove it, or set the severity to error.");
        }
        return Optional.of(Word.parse(Severity.class, word)
                .<Enforcement>map(
                        found -> new Enforcement.At(found, from.value().orElse(LocalDate.MIN)))
                .orElseGet(Enforcement.Off::new));
    }

    /// Contributors by their tier; empty when the policy speaks of neither.
    Optional<Map<String, Tier>> trust(Members own) {
        Map<String, Tier> tiers = new TreeMap<>();
        read.present(own, "tiers", OPTIONAL)
                .ifPresent(node -> entries(node, "the names of tiers with their rules")
                        .forEach((name, rules) -> tiers.put(name, new Tier(name, rules(rules)))));
        Optional<Node> node = read.present(own, "trust", OPTIONAL);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Tier> trust = new TreeMap<>();
        if (node.get() instanceof Mapping mapping) {
            mapping.members()
                    .forEach((contributor, tier) -> read.text(tier, TextForms.LINE)
                            .value()
                            .ifPresent(name -> trusted(contributor, name, tier, tiers, trust)));
        } else {
            read.list(own, "trust", OPTIONAL, ListForm.any(MANY), item -> {
                Members entry = read.membersOf(item, TRUST);
                Field<String> contributor = read.text(entry, "contributor", REQUIRED, TextForms.LINE);
                Field<String> tier = read.text(entry, "tier", REQUIRED, TextForms.LINE);
                if (contributor.value().isPresent() && tier.value().isPresent()) {
                    trusted(
                            contributor.value().get(),
                            tier.value().get(),
                            entry.get("tier").orElse(item),
                            tiers,
                            trust);
                }
                return Optional.of(item);
            });
        }
        return Optional.of(trust);
    }

    private void trusted(String contributor, String name, Node at, Map<String, Tier> tiers, Map<String, Tier> trust) {
        Tier tier = tiers.get(name);
        if (tier == null) {
            Optional<String> meant = Spelling.meant(name, tiers.keySet());
            read.faults()
                    .add(
                            at.at(),
                            "%s is no tier of this policy%s"
                                    .formatted(
                                            Shown.code(name),
                                            meant.map("; did you mean `%s`?"::formatted)
                                                    .orElse("")),
                            "Describe it under `tiers`.");
        } else if (trust.putIfAbsent(contributor, tier) != null) {
            read.faults()
                    .add(at.at(), "%s has a tier already".formatted(Shown.code(contributor)), "Remove one of the two.");
        }
    }

    Optional<List<Waiver>> waivers(Members own) {
        if (read.present(own, "waivers", OPTIONAL).isEmpty()) {
            return Optional.empty();
        }
        Map<List<String>, Node> seen = new HashMap<>();
        List<Waiver> waivers = new ArrayList<>();
        read.list(own, "waivers", OPTIONAL, ListForm.any(MANY), item -> {
            waiver(item, seen).ifPresent(waivers::add);
            return Optional.of(item);
        });
        return Optional.of(waivers);
    }

    private Optional<Waiver> waiver(Node item, Map<List<String>, Node> seen) {
        Members own = read.membersOf(item, WAIVER);
        Optional<RuleCode> code =
                read.text(own, "code", REQUIRED, TextForms.LINE).value().flatMap(name -> waivable(name, own));
        Optional<String> dataset =
                read.text(own, "dataset", REQUIRED, TextForms.LINE).value();
        Optional<String> subject = read.text(own, "subject", REQUIRED, SUBJECT).value();
        Optional<String> reason =
                read.text(own, "reason", REQUIRED, TextForms.TEXT).value();
        Optional<String> approver =
                read.text(own, "approver", REQUIRED, TextForms.LINE).value();
        Optional<LocalDate> expires = read.day(own, "expires", REQUIRED).value();
        if (code.isEmpty() || dataset.isEmpty() || subject.isEmpty()) {
            return Optional.empty();
        }
        Node first = seen.putIfAbsent(List.of(code.get().value(), dataset.get(), subject.get()), item);
        if (first != null) {
            read.faults()
                    .add(
                            item.at(),
                            "This waiver names the same code, dataset and subject as the one on line %d"
                                    .formatted(first.at().line()),
                            "Remove one of the two.");
        }
        return reason.isEmpty() || approver.isEmpty() || expires.isEmpty()
                ? Optional.empty()
                : Optional.of(new Waiver(
                        code.get(), dataset.get(), subject.get(), reason.get(), approver.get(), expires.get()));
    }

    private Optional<RuleCode> waivable(String name, Members own) {
        Optional<RuleCode> code = names.find(name);
        if (code.isEmpty()) {
            Optional<String> meant = Spelling.meant(name, names.texts());
            read.faults()
                    .add(
                            own.placeOf("code"),
                            "%s is no rule code%s"
                                    .formatted(
                                            Shown.code(name),
                                            meant.map("; did you mean `%s`?"::formatted)
                                                    .orElse("")),
                            "`provgate rules` lists all codes.");
        }
        return code;
    }
}
