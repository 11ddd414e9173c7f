package org.provgate.formats.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.Finding;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.policy.Policy;
import org.provgate.core.verdict.Verdict;
import org.xml.sax.SAXException;

class JUnitReportTest {

    private static final Schema SCHEMA = schema();

    static List<Verdict> verdicts() {
        return List.of(
                Samples.quarantined(),
                Samples.accepted(),
                Samples.unreadable(),
                Samples.poisoned("]]> </failure> \u001b[2J\u202e <b>&\ud800\ufffe\u0000\"'"));
    }

    private static String written(Verdict verdict) {
        return Samples.written(new JUnitReport(), verdict, Samples.context());
    }

    private static void validate(String xml) throws SAXException, IOException {
        SCHEMA.newValidator().validate(new StreamSource(new StringReader(xml)));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void everyReportKeepsToTheSchema(Verdict verdict) {
        assertThatCode(() -> validate(written(verdict))).doesNotThrowAnyException();
    }

    @Test
    void theSchemaRejects() {
        assertThatThrownBy(() -> validate(written(Samples.accepted()).replace("classname", "class")))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void errorsFailWarningsAreToldWaiversSkipAndQuietRulesPass() {
        assertThat(written(Samples.quarantined())).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="provgate" tests="6" failures="2" errors="0" skipped="1" time="0">
                  <testsuite name="demo/harbour/1" tests="6" failures="2" errors="0" skipped="1" time="0"\
                 timestamp="2026-11-27T00:00:00">
                    <properties>
                      <property name="outcome" value="quarantined"/>
                      <property name="version" value="0.1.0"/>
                      <property name="policy" value="hub-default"/>
                      <property name="policyDigest" value="sha256:\
                0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"/>
                      <property name="policyEdition" value="2026-11-01"/>
                      <property name="policyOnlyAudits" value="false"/>
                      <property name="registryEdition" value="2026-11-23"/>
                      <property name="registryDigest" value="sha256:\
                fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210"/>
                    </properties>
                    <testcase classname="teacher-terms-forbid-training"\
                 name="teacher:judge: A teacher&#39;s terms forbid training on its output" time="0">
                      <failure type="error"\
                 message="OpenAI&#39;s terms of 2023-03-14 forbid training other models on the output of gpt-4-0613">\
                provenance.yaml:6:12 /teachers/0/model
                error: OpenAI&#39;s terms of 2023-03-14 forbid training other models on the output of gpt-4-0613
                Name the teacher, or take its rows out.
                </failure>
                    </testcase>
                    <testcase classname="teacher-undeclared"\
                 name="file:data/a b.jsonl: Rows speak for a teacher that the manifest does not name" time="0">
                      <failure type="error"\
                 message="data/a b.jsonl speaks for anthropic, which the manifest does not name">\
                data/a b.jsonl:17:1
                error: data/a b.jsonl speaks for anthropic, which the manifest does not name
                Name the teacher, or take its rows out.
                line 17: anthropic claude-3-opus, conclusive, 3 times in 2 rows (self-naming): I am Claude, made by Anthropic
                </failure>
                    </testcase>
                    <testcase classname="declaration-unused"\
                 name="source:forum: A declared source or teacher is used by no file" time="0">
                      <system-out>provenance.yaml:4:3 /sources/1
                warning: source forum is declared, but no file names it
                Name it where it is used, or take it out.
                </system-out>
                    </testcase>
                    <testcase classname="declaration-unused" name="7 more findings of declaration-unused are left out"\
                 time="0">
                      <system-out>7 more findings of declaration-unused are left out</system-out>
                    </testcase>
                    <testcase classname="file-unlisted"\
                 name="file:notes.bin: A stored file has no entry in the manifest" time="0">
                      <skipped message="waived by ops@example.org until 2027-01-31: agreed on the telephone"/>
                    </testcase>
                    <testcase classname="custom:no-forum-rows" name="nothing found: a condition of the policy" time="0"/>
                  </testsuite>
                </testsuites>
                """);
    }

    @Test
    void moreCasesThanABuildServerTakesAreToldInOne() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 10_050; i++) {
            findings.add(new Finding(
                    Samples.UNLISTED,
                    Severity.ERROR,
                    Subject.file("f" + i),
                    Place.startOf("f" + i),
                    "f" + i + " has no entry",
                    "List it.",
                    List.of(),
                    List.of()));
        }
        String xml = written(Verdict.of(Samples.report(Samples.read(), Policy.Mode.ENFORCE, findings, List.of(), 0)));

        assertThatCode(() -> validate(xml)).doesNotThrowAnyException();
        assertThat(xml).contains("tests=\"10000\"").contains("55 more cases are left out");
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Objects.requireNonNull(JUnitReportTest.class.getResource("junit.xsd")));
        } catch (SAXException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
