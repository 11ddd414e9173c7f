package org.provgate.formats.policy;

import static org.provgate.formats.fields.Need.OPTIONAL;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.provgate.core.claim.Place;
import org.provgate.core.claim.Word;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.policy.Condition;
import org.provgate.core.policy.Enforcement;
import org.provgate.core.policy.Policy;
import org.provgate.core.policy.Policy.Licenses;
import org.provgate.core.policy.Policy.TeacherLists;
import org.provgate.core.policy.Policy.Uses;
import org.provgate.formats.fields.Faults;
import org.provgate.formats.fields.FieldReader;
import org.provgate.formats.fields.ListForm;
import org.provgate.formats.fields.Members;
import org.provgate.formats.fields.Shape;
import org.provgate.formats.fields.TextForms;
import org.provgate.formats.policy.PolicyReading.Faulty;
import org.provgate.formats.policy.PolicyReading.PolicyFault;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.SourceText;
import org.provgate.formats.tree.SourceText.Decoded;
import org.provgate.formats.tree.SourceText.Notice;
import org.provgate.formats.tree.TreeReading;
import org.provgate.formats.tree.YamlTree;

/// Reads `policy.yaml` to the letter. What it leaves out has the value of the policy that ships.
public final class PolicyReader {

    public static final String VERSION = "provenance-gate/v1";

    private static final String SHIPPED = "default-policy.yaml";

    /// Codes the shipped policy names, which every rulebook has in the end.
    private static final Set<RuleCode> SHIPPED_CODES =
            Set.of(new RuleCode("license-missing"), new RuleCode("teacher-terms-unknown"));

    private static final Shape POLICY = Shape.closed(
            "a policy",
            "policy",
            "name",
            "edition",
            "mode",
            "completeWithin",
            "quarantineScope",
            "secondOperator",
            "require",
            "rules",
            "licenses",
            "teachers",
            "uses",
            "keys",
            "contributors",
            "tiers",
            "trust",
            "waivers",
            "custom");

    private static final Shape REQUIRE = Shape.closed("`require`", "manifests", "teacherFields");
    private static final Shape LICENSES = Shape.closed("`licenses`", "forbidden");
    private static final Shape USES = Shape.closed("`uses`", "trainsCompetingModels", "commercial");

    private static final List<String> TEACHER_FIELDS = List.of(
            "provider",
            "model",
            "revision",
            "uri",
            "uses",
            "usesDescription",
            "generationPeriod",
            "accessChannel",
            "accessProvider",
            "viaSources",
            "terms",
            "authorization");

    /// What a policy says nothing of, before even the shipped one has been read.
    private static final Policy BLANK = new Policy(
            "unnamed",
            LocalDate.EPOCH,
            "",
            Policy.Mode.ENFORCE,
            Duration.ofHours(24),
            Policy.Scope.SUBMISSION,
            Set.of(),
            Set.of(ManifestFormat.NATIVE),
            List.of(),
            Map.of(),
            new Licenses(List.of()),
            new TeacherLists(List.of(), List.of()),
            new Uses(true, true),
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            List.of());

    private final RuleNames names;
    private final Condition.Compiler compiler;

    /// @param compiler for the conditions of custom rules; called only where there are some
    public PolicyReader(Set<RuleCode> known, Map<RuleCode, RuleCode> aliases, Condition.Compiler compiler) {
        this.names = new RuleNames(known, aliases).and(SHIPPED_CODES);
        this.compiler = compiler;
    }

    /// The policy a new gate starts with.
    public Policy shippedDefault() {
        return switch (read(SHIPPED, shippedText(), BLANK)) {
            case PolicyReading.Read(Policy policy) -> policy;
            case Faulty(List<PolicyFault> faults) ->
                throw new IllegalStateException(
                        "the shipped policy is faulty: " + faults.getFirst().inOneLine());
        };
    }

    /// The text of the shipped policy, with its comments.
    public static byte[] shippedText() {
        try (InputStream in = PolicyReader.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("the shipped policy is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// @param file as faults are to name it
    public PolicyReading read(String file, byte[] bytes) {
        return read(file, bytes, shippedDefault());
    }

    private PolicyReading read(String file, byte[] bytes, Policy otherwise) {
        return switch (SourceText.decode(file, bytes)) {
            case Decoded.Undecodable(Place at, String message) -> faulty(at, message, "Save it as UTF-8.");
            case Decoded.Text(SourceText source) ->
                switch (YamlTree.read(source)) {
                    case TreeReading.Empty(Place at) ->
                        faulty(
                                at,
                                "The policy is empty",
                                "Begin it with `policy: %s`; what it leaves out has its shipped value."
                                        .formatted(VERSION));
                    case TreeReading.Broken(Place at, String message) -> faulty(at, message, "");
                    case TreeReading.Read(Mapping root, List<Notice> _) -> bind(root, bytes, otherwise);
                    case TreeReading.Read(Node root, List<Notice> _) ->
                        faulty(
                                root.at(),
                                "The policy is %s; a mapping is wanted".formatted(root.inWords()),
                                "Begin it with `policy: %s`.".formatted(VERSION));
                };
        };
    }

    private static Faulty faulty(Place at, String message, String remedy) {
        return new Faulty(List.of(new PolicyFault(at, message, remedy)));
    }

    private PolicyReading bind(Mapping root, byte[] bytes, Policy otherwise) {
        Faults faults = new Faults();
        FieldReader read = new FieldReader(faults, new Faults());
        Members own = read.membersOf(root, POLICY);
        read.word(own, "policy", OPTIONAL, List.of(VERSION));
        ListBinding lists = new ListBinding(read, compiler);
        List<Policy.CustomRule> custom = lists.custom(own).orElse(otherwise.custom());
        RuleBinding rules = new RuleBinding(read, names.and(ListBinding.codesOf(custom)));
        Members require = read.members(own, "require", OPTIONAL, REQUIRE);
        Policy policy = new Policy(
                read.text(own, "name", OPTIONAL, TextForms.LINE).value().orElse(otherwise.name()),
                read.day(own, "edition", OPTIONAL).value().orElse(otherwise.edition()),
                "sha256:" + sha256(bytes),
                read.word(own, "mode", OPTIONAL, Policy.Mode.class).value().orElse(otherwise.mode()),
                lists.duration(own, "completeWithin").orElse(otherwise.completeWithin()),
                read.word(own, "quarantineScope", OPTIONAL, Policy.Scope.class)
                        .value()
                        .orElse(otherwise.quarantineScope()),
                lists.secondOperator(own).orElse(otherwise.secondOperator()),
                manifests(read, require).orElse(otherwise.manifests()),
                read.words(require, "teacherFields", OPTIONAL, emptyToo(TEACHER_FIELDS), TEACHER_FIELDS)
                        .value()
                        .orElse(otherwise.teacherFields()),
                merged(otherwise.rules(), rules.rules(own, "rules")),
                licenses(read, own).orElse(otherwise.licenses()),
                lists.teachers(own, otherwise.teachers()),
                uses(read, own, otherwise.uses()),
                new KeyBinding(read).keys(own).orElse(otherwise.keys()),
                lists.contributors(own).orElse(otherwise.contributors()),
                rules.trust(own).orElse(otherwise.trust()),
                rules.waivers(own).orElse(otherwise.waivers()),
                custom);
        List<PolicyFault> found = faults.inOrder().stream()
                .map(fault -> new PolicyFault(fault.at(), fault.message(), fault.remedy()))
                .toList();
        return found.isEmpty() ? new PolicyReading.Read(policy) : new Faulty(found);
    }

    private static ListForm emptyToo(List<String> words) {
        return new ListForm(0, words.size(), true, "");
    }

    private static Optional<Set<ManifestFormat>> manifests(FieldReader read, Members require) {
        List<String> words = Word.all(ManifestFormat.class);
        return read.words(require, "manifests", OPTIONAL, ListForm.distinct(words.size()), words)
                .value()
                .map(chosen -> {
                    Set<ManifestFormat> formats = new LinkedHashSet<>();
                    chosen.forEach(
                            word -> Word.parse(ManifestFormat.class, word).ifPresent(formats::add));
                    return formats;
                });
    }

    private static Map<RuleCode, Enforcement> merged(
            Map<RuleCode, Enforcement> otherwise, Map<RuleCode, Enforcement> stated) {
        Map<RuleCode, Enforcement> merged = new TreeMap<>(otherwise);
        merged.putAll(stated);
        return merged;
    }

    private static Optional<Licenses> licenses(FieldReader read, Members own) {
        Members licenses = read.members(own, "licenses", OPTIONAL, LICENSES);
        return read.texts(licenses, "forbidden", OPTIONAL, new ListForm(0, 1000, true, ""), TextForms.upTo(200))
                .value()
                .map(Licenses::new);
    }

    private static Uses uses(FieldReader read, Members own, Uses otherwise) {
        Members uses = read.members(own, "uses", OPTIONAL, USES);
        List<String> words = List.of("true", "false");
        return new Uses(
                read.word(uses, "trainsCompetingModels", OPTIONAL, words)
                        .value()
                        .map(Boolean::parseBoolean)
                        .orElse(otherwise.trainsCompetingModels()),
                read.word(uses, "commercial", OPTIONAL, words)
                        .value()
                        .map(Boolean::parseBoolean)
                        .orElse(otherwise.commercial()));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("every Java has SHA-256", fault);
        }
    }
}
