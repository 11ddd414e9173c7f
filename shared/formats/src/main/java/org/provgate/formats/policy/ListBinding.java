package org.provgate.formats.policy;

import static org.provgate.formats.fields.Need.OPTIONAL;
import static org.provgate.formats.fields.Need.REQUIRED;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.claim.Word;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.policy.Condition;
import org.provgate.core.policy.Condition.Compilation;
import org.provgate.core.policy.Condition.Fault;
import org.provgate.core.policy.Policy.CustomRule;
import org.provgate.core.policy.Policy.Ruling;
import org.provgate.core.policy.Policy.TeacherLists;
import org.provgate.core.policy.Policy.TeacherLists.Permitted;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.fields.FieldReader;
import org.provgate.formats.fields.ListForm;
import org.provgate.formats.fields.Members;
import org.provgate.formats.fields.Shape;
import org.provgate.formats.fields.TextForm;
import org.provgate.formats.fields.TextForms;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;
import org.provgate.formats.tree.Shown;

/// Lists of a policy that name no rules of the gate: rulings, teachers and custom rules; and the deadline.
final class ListBinding {

    private static final int MANY = 10_000;

    private static final Duration LONGEST = Duration.ofDays(366);

    private static final Shape TEACHERS = Shape.closed("`teachers`", "forbidden", "permitted");
    private static final Shape PERMITTED = Shape.closed("a permitted teacher", "teacher", "agreement");
    private static final Shape CUSTOM =
            Shape.closed("a custom rule", "id", "severity", "condition", "message", "remedy");

    private static final TextForm CUSTOM_ID = TextForm.of(
            "an id of lower-case letters and digits, joined by single hyphens",
            1,
            64,
            Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*+").asMatchPredicate());

    private static final TextForm DURATION = TextForm.of(
            "an ISO 8601 duration of up to 366 days such as PT24H or P2D",
            2,
            40,
            text -> duration(text).isPresent());

    private final FieldReader read;
    private final Condition.Compiler compiler;

    ListBinding(FieldReader read, Condition.Compiler compiler) {
        this.read = read;
        this.compiler = compiler;
    }

    Optional<Duration> duration(Members own, String name) {
        return read.text(own, name, OPTIONAL, DURATION).value().flatMap(ListBinding::duration);
    }

    private static Optional<Duration> duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            return duration.isPositive() && duration.compareTo(LONGEST) <= 0 ? Optional.of(duration) : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// Rulings that another operator confirms; an empty list is none.
    Optional<Set<Ruling>> secondOperator(Members own) {
        List<String> words = Word.all(Ruling.class);
        return read.words(own, "secondOperator", OPTIONAL, new ListForm(0, words.size(), true, ""), words)
                .value()
                .map(chosen -> {
                    Set<Ruling> rulings = new TreeSet<>();
                    chosen.forEach(word -> Word.parse(Ruling.class, word).ifPresent(rulings::add));
                    return rulings;
                });
    }

    TeacherLists teachers(Members own, TeacherLists otherwise) {
        Members teachers = read.members(own, "teachers", OPTIONAL, TEACHERS);
        return new TeacherLists(
                read.texts(teachers, "forbidden", OPTIONAL, new ListForm(0, MANY, true, ""), TextForms.LINE)
                        .value()
                        .orElse(otherwise.forbidden()),
                read.list(teachers, "permitted", OPTIONAL, ListForm.any(MANY), this::permitted)
                        .value()
                        .orElse(otherwise.permitted()));
    }

    private Optional<Permitted> permitted(Node node) {
        Members own = read.membersOf(node, PERMITTED);
        Optional<String> teacher =
                read.text(own, "teacher", REQUIRED, TextForms.LINE).value();
        Optional<String> agreement =
                read.text(own, "agreement", REQUIRED, TextForms.LINE).value();
        return teacher.isPresent() && agreement.isPresent()
                ? Optional.of(new Permitted(teacher.get(), agreement.get()))
                : Optional.empty();
    }

    /// Who answers for which prefix; empty when the policy does not speak of it.
    Optional<Map<String, List<String>>> contributors(Members own) {
        return read.present(own, "contributors", OPTIONAL).map(node -> {
            Map<String, List<String>> contributors = new TreeMap<>();
            if (node instanceof Mapping mapping) {
                mapping.members().forEach((prefix, names) -> contributors.put(prefix, names(prefix, names)));
            } else {
                read.faults()
                        .add(
                                node.at(),
                                "`contributors` is %s; a mapping is wanted".formatted(node.inWords()),
                                "Write each prefix with the list of those who answer for it.");
            }
            return contributors;
        });
    }

    private List<String> names(String prefix, Node node) {
        if (!SubmissionName.isPart(prefix)) {
            read.faults()
                    .add(
                            node.namedAt(),
                            "%s cannot be the first part of a submission's name".formatted(Shown.code(prefix)),
                            "Write it as it stands in the bucket.");
        }
        if (node instanceof Sequence list) {
            return read.items(
                    list,
                    new ListForm(1, MANY, true, ""),
                    item -> read.text(item, TextForms.LINE).value());
        }
        read.faults()
                .add(
                        node.at(),
                        "%s is %s; a list is wanted".formatted(Shown.code(Shown.path(node.pointer())), node.inWords()),
                        "Write names, organisations, e-mail addresses, or `@` and a domain.");
        return List.of();
    }

    Optional<List<CustomRule>> custom(Members own) {
        if (read.present(own, "custom", OPTIONAL).isEmpty()) {
            return Optional.empty();
        }
        Set<String> ids = new HashSet<>();
        List<CustomRule> rules = new ArrayList<>();
        read.list(own, "custom", OPTIONAL, ListForm.any(1000), item -> {
            customRule(item, ids).ifPresent(rules::add);
            return Optional.of(item);
        });
        return Optional.of(rules);
    }

    private Optional<CustomRule> customRule(Node node, Set<String> ids) {
        Members own = read.membersOf(node, CUSTOM);
        Optional<String> id = read.text(own, "id", REQUIRED, CUSTOM_ID).value();
        Optional<Severity> severity =
                read.word(own, "severity", REQUIRED, Severity.class).value();
        Field<String> text = read.text(own, "condition", REQUIRED, TextForms.TEXT);
        Optional<Condition> condition = text.value().flatMap(it -> compiled(it, own));
        Optional<String> message =
                read.text(own, "message", REQUIRED, TextForms.LINE).value();
        Optional<String> remedy =
                read.text(own, "remedy", REQUIRED, TextForms.LINE).value();
        if (id.isPresent() && !ids.add(id.get())) {
            read.faults()
                    .add(
                            own.placeOf("id"),
                            "A custom rule %s is there already".formatted(Shown.code(id.get())),
                            "Give it another id.");
        }
        return id.isPresent()
                        && severity.isPresent()
                        && condition.isPresent()
                        && message.isPresent()
                        && remedy.isPresent()
                ? Optional.of(new CustomRule(
                        id.get(), severity.get(), text.value().get(), condition.get(), message.get(), remedy.get()))
                : Optional.empty();
    }

    private Optional<Condition> compiled(String text, Members own) {
        return switch (compiler.compile(text)) {
            case Compilation.Ready(Condition condition) -> Optional.of(condition);
            case Compilation.Faulty(List<Fault> faults) -> {
                faults.forEach(fault -> read.faults()
                        .add(
                                placeOf(fault, own),
                                "The condition cannot be asked: " + fault.message(),
                                "docs/custom-conditions.md lists what conditions may look at."));
                yield Optional.empty();
            }
        };
    }

    private static Place placeOf(Fault fault, Members own) {
        return own.get("condition").orElseThrow() instanceof Scalar written
                ? written.at(fault.line(), fault.column())
                : own.placeOf("condition");
    }

    static Set<RuleCode> codesOf(List<CustomRule> rules) {
        Set<RuleCode> codes = new TreeSet<>();
        rules.forEach(rule -> codes.add(rule.code()));
        return codes;
    }
}
