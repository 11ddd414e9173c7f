package org.provgate.formats.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.finding.RuleCode;
import org.provgate.formats.policy.PolicyReading.Faulty;
import org.provgate.formats.policy.PolicyReading.PolicyFault;

/// What an operator reads about each kind of fault, with its line and column.
class PolicyFaultsTest {

    private static final PolicyReader READER = new PolicyReader(
            Set.of(
                    new RuleCode("license-missing"),
                    new RuleCode("file-missing"),
                    new RuleCode("teacher-terms-unknown")),
            Map.of(new RuleCode("file-lost"), new RuleCode("file-missing")),
            new LiteralConditions());

    private static final String WAIVER = """
        waivers:
          - code: file-missing
            dataset: jo/phrases
            subject: file:a.jsonl
            reason: Lost.
            approver: Kari
            expires: 2026-12-31
        """;

    private static final String CUSTOM = """
        custom:
          - id: english-only
            severity: warning
            condition: 'true'
            message: Not English.
            remedy: Translate it.
        """;

    private static final String CANNOT_BE_ASKED =
            "The condition cannot be asked: oops is unknown. docs/custom-conditions.md lists what conditions may look"
                    + " at.";

    static final List<Arguments> faults = List.of(
            argumentSet(
                    "a key that is none",
                    "keys: [{name: Harbour, pem: nothing}]\n",
                    List.of("1:29 `pem` is no public key: it holds no block BEGIN PUBLIC KEY. "
                            + "`openssl pkey -in KEY -pubout` writes one.")),
            argumentSet(
                    "empty",
                    "",
                    List.of("1:1 The policy is empty. Begin it with `policy: provenance-gate/v1`; what it leaves out"
                            + " has its shipped value.")),
            argumentSet(
                    "only comments",
                    "# nothing\n",
                    List.of("1:1 The policy is empty. Begin it with `policy: provenance-gate/v1`; what it leaves out"
                            + " has its shipped value.")),
            argumentSet(
                    "a text",
                    "strict",
                    List.of("1:1 The policy is the text \"strict\"; a mapping is wanted. Begin it with `policy:"
                            + " provenance-gate/v1`.")),
            argumentSet(
                    "a tab",
                    "rules:\n\tx: 1",
                    List.of("2:1 A tab stands where YAML wants spaces; indent with spaces only.")),
            argumentSet(
                    "a key twice",
                    "name: a\nname: b",
                    List.of("2:1 The key `name` stands twice in one mapping; it is already on line 1.")),
            argumentSet(
                    "another version",
                    "policy: provenance-gate/v2",
                    List.of("1:9 `policy` is the text \"provenance-gate/v2\", which is not one of its words; did you"
                            + " mean `provenance-gate/v1`? Write provenance-gate/v1.")),
            argumentSet(
                    "unknown key",
                    "mdoe: audit",
                    List.of("1:1 `mdoe` is no field of a policy; did you mean `mode`? Rename it to `mode`.")),
            argumentSet(
                    "own key",
                    "x-own: 1",
                    List.of(
                            "1:1 `x-own` is no field of a policy. Remove it. The fields here are policy, name, edition, mode, completeWithin, quarantineScope, secondOperator, require, rules, licenses, teachers, uses, keys, contributors, tiers, trust, waivers, custom.")),
            argumentSet(
                    "mode",
                    "mode: enforced",
                    List.of("1:7 `mode` is the text \"enforced\", which is not one of its words; did you mean"
                            + " `enforce`? Write one of enforce, audit.")),
            argumentSet(
                    "a ruling that there is not",
                    "secondOperator: [reject, purge]",
                    List.of("1:26 `secondOperator[1]` is the text \"purge\", which is not one of its words. Write one"
                            + " of waive, release, reject.")),
            argumentSet(
                    "duration",
                    "completeWithin: 24h",
                    List.of("1:17 `completeWithin` is the text \"24h\", not an ISO 8601 duration of up to 366 days"
                            + " such as PT24H or P2D. Write an ISO 8601 duration of up to 366 days such as PT24H"
                            + " or P2D.")),
            argumentSet(
                    "negative duration",
                    "completeWithin: -PT1H",
                    List.of("1:17 `completeWithin` is the text \"-PT1H\", not an ISO 8601 duration of up to 366 days"
                            + " such as PT24H or P2D. Write an ISO 8601 duration of up to 366 days such as PT24H"
                            + " or P2D.")),
            argumentSet(
                    "unknown code",
                    "rules:\n  licence-missing: {severity: error}",
                    List.of("2:3 `licence-missing` is no rule code; did you mean `license-missing`? `provgate rules`"
                            + " lists all codes.")),
            argumentSet(
                    "short form",
                    "rules:\n  file-missing: off",
                    List.of("2:17 `rules.file-missing` is the text \"off\"; a mapping with `severity` is wanted. Write"
                            + " {severity: off}.")),
            argumentSet(
                    "severity",
                    "rules:\n  file-missing: {severity: fatal}",
                    List.of("2:28 `rules.file-missing.severity` is the text \"fatal\", which is not one of its words."
                            + " Write one of note, error, off, warning.")),
            argumentSet(
                    "no severity",
                    "rules:\n  file-missing: {from: 2027-01-01}",
                    List.of("2:3 `rules.file-missing` has no `severity`. Add `severity`.")),
            argumentSet(
                    "date",
                    "rules:\n  file-missing: {severity: error, from: 1.1.2027}",
                    List.of("2:41 `rules.file-missing.from` is the text \"1.1.2027\", not a day written YYYY-MM-DD."
                            + " Write the day as in 2026-05-04.")),
            argumentSet(
                    "date of a warning",
                    "rules:\n  file-missing: {severity: warning, from: 2027-01-01}",
                    List.of("2:43 `from` says since when a rule is an error; this one is set to `warning`. Remove it,"
                            + " or set the severity to error.")),
            argumentSet(
                    "a code and its former name",
                    "rules:\n  file-missing: {severity: error}\n  file-lost: {severity: note}",
                    List.of("3:3 `file-missing` stands here twice, once under a former name. Remove the former name.")),
            argumentSet(
                    "rules as a list",
                    "rules: [file-missing]",
                    List.of("1:8 `rules` is a list; a mapping is wanted. Write rule codes with their severities.")),
            argumentSet(
                    "unknown format",
                    "require: {manifests: [natvie]}",
                    List.of("1:23 `require.manifests[0]` is the text \"natvie\", which is not one of its words; did"
                            + " you mean `native`? Write one of native, in-toto, dta, prov, spdx, cyclonedx,"
                            + " croissant, huggingface, frictionless.")),
            argumentSet(
                    "no format at all",
                    "require: {manifests: []}",
                    List.of("1:22 `require.manifests` is an empty list. Name at least one.")),
            argumentSet(
                    "unknown teacher field",
                    "require: {teacherFields: [vendor]}",
                    List.of("1:27 `require.teacherFields[0]` is the text \"vendor\", which is not one of its words;"
                            + " did you mean `provider`? Write one of provider, model, terms, revision, uri, uses,"
                            + " viaSources, accessChannel, accessProvider, authorization, usesDescription,"
                            + " generationPeriod.")),
            argumentSet(
                    "not a boolean",
                    "uses: {commercial: yes}",
                    List.of("1:20 `uses.commercial` is the text \"yes\", which is not one of its words. Write one of"
                            + " true, false.")),
            argumentSet(
                    "agreement missing",
                    "teachers: {permitted: [{teacher: a}]}",
                    List.of("1:24 `teachers.permitted[0]` has no `agreement`. Add `agreement`.")),
            argumentSet(
                    "unknown tier",
                    "trust: {jo: gold}",
                    List.of("1:13 `gold` is no tier of this policy. Describe it under `tiers`.")),
            argumentSet(
                    "contributor twice",
                    "tiers: {gold: {}}\ntrust:\n  - {contributor: jo, tier: gold}\n  - {contributor: jo, tier: gold}",
                    List.of("4:29 `jo` has a tier already. Remove one of the two.")),
            argumentSet(
                    "waiver without approver",
                    WAIVER.replace("    approver: Kari\n", ""),
                    List.of("2:5 `waivers[0]` has no `approver`. Add `approver`.")),
            argumentSet(
                    "waiver of an unknown code",
                    WAIVER.replace("file-missing", "file-mising"),
                    List.of("2:11 `file-mising` is no rule code; did you mean `file-missing`? `provgate rules` lists"
                            + " all codes.")),
            argumentSet(
                    "waiver of no subject",
                    WAIVER.replace("file:a.jsonl", "a.jsonl"),
                    List.of("4:14 `waivers[0].subject` is the text \"a.jsonl\", not a subject as findings print it,"
                            + " such as teacher:writer or file:data/a.jsonl. Write a subject as findings print it,"
                            + " such as teacher:writer or file:data/a.jsonl.")),
            argumentSet(
                    "waiver for ever",
                    WAIVER.replace("2026-12-31", "never"),
                    List.of("7:14 `waivers[0].expires` is the text \"never\", not a day written YYYY-MM-DD. Write the"
                            + " day as in 2026-05-04.")),
            argumentSet(
                    "waiver twice",
                    WAIVER + WAIVER.replace("waivers:\n", "").replace("file-missing", "file-lost"),
                    List.of("8:5 This waiver names the same code, dataset and subject as the one on line 2. Remove one"
                            + " of the two.")),
            argumentSet(
                    "custom rule without remedy",
                    CUSTOM.replace("    remedy: Translate it.\n", ""),
                    List.of("2:5 `custom[0]` has no `remedy`. Add `remedy`.")),
            argumentSet(
                    "custom rule that is off",
                    CUSTOM.replace("warning", "off"),
                    List.of("3:15 `custom[0].severity` is the text \"off\", which is not one of its words. Write one"
                            + " of note, error, warning.")),
            argumentSet(
                    "custom id",
                    CUSTOM.replace("english-only", "English only"),
                    List.of("2:9 `custom[0].id` is the text \"English only\", not an id of lower-case letters and"
                            + " digits, joined by single hyphens. Write an id of lower-case letters and digits,"
                            + " joined by single hyphens.")),
            argumentSet(
                    "custom id twice",
                    CUSTOM + CUSTOM.replace("custom:\n", ""),
                    List.of("7:9 A custom rule `english-only` is there already. Give it another id.")),
            argumentSet(
                    "contributors as a list",
                    "contributors: [jo]",
                    List.of("1:15 `contributors` is a list; a mapping is wanted. Write each prefix with the list of"
                            + " those who answer for it.")),
            argumentSet(
                    "prefix",
                    "contributors: {jo/phrases: [Jo], kari: Kari, ola: [], per: [Per, Per]}",
                    List.of(
                            "1:16 `jo/phrases` cannot be the first part of a submission's name. Write it as it stands"
                                    + " in the bucket.",
                            "1:40 `contributors.kari` is the text \"Kari\"; a list is wanted. Write names,"
                                    + " organisations, e-mail addresses, or `@` and a domain.",
                            "1:51 `contributors.ola` is an empty list. Name at least one.",
                            "1:66 `contributors.per[1]` is the text \"Per\", which stands in the list already. Remove"
                                    + " it.")),
            argumentSet("condition", CUSTOM.replace("'true'", "'true || oops'"), List.of("4:25 " + CANNOT_BE_ASKED)),
            argumentSet(
                    "plain condition", CUSTOM.replace("'true'", "true || oops"), List.of("4:24 " + CANNOT_BE_ASKED)),
            argumentSet(
                    "condition in a block",
                    CUSTOM.replace("'true'", "|\n      true ||\n        oops"),
                    List.of("6:9 " + CANNOT_BE_ASKED)),
            argumentSet(
                    "folded condition",
                    CUSTOM.replace("'true'", ">\n      true ||\n      oops"),
                    List.of("4:16 " + CANNOT_BE_ASKED)));

    @ParameterizedTest
    @FieldSource("faults")
    void aFaultStopsThePolicyWithItsLineAndColumn(String text, List<String> expected) {
        PolicyReading reading = READER.read("policy.yaml", text.getBytes(StandardCharsets.UTF_8));

        assertThat(reading).isInstanceOf(Faulty.class);
        assertThat(((Faulty) reading).faults())
                .extracting(fault ->
                        fault.inOneLine().substring("policy.yaml:".length()).replaceFirst(":(\\d+): ", ":$1 "))
                .isEqualTo(expected);
    }

    @Test
    void allFaultsComeAtOnce() {
        String text = "mode: x\nuses: {commercial: x}\n" + WAIVER.replace("file-missing", "nothing");

        assertThat(((Faulty) READER.read("policy.yaml", text.getBytes(StandardCharsets.UTF_8))).faults())
                .extracting(PolicyFault::at)
                .extracting(at -> at.line())
                .containsExactly(1L, 2L, 4L);
    }
}
