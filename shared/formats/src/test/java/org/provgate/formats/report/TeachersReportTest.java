package org.provgate.formats.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.manifest.Use;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TeachersReportTest {

    private static TeacherAnswer ask(String model, String on) {
        return TeacherAnswer.of(
                new SmallRegistry(),
                new TeacherQuestion(
                        model, LocalDate.parse(on), AccessChannel.PROVIDER_API, List.of(Use.GENERATED, Use.JUDGED)));
    }

    private static JsonNode json(TeacherAnswer answer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TeachersReport.json(answer, out);
        return new JsonMapper().readTree(out.toByteArray());
    }

    @Test
    void aKnownModelHasTheMembersOfTheContract() throws IOException {
        JsonNode answer = json(ask("gpt-4-0613", "2023-06-20"));

        assertThat(answer.toString()).isEqualTo("""
                {"query":"gpt-4-0613","provider":"openai","family":"gpt-4","model":"gpt-4-0613","released":"2023-06-13",\
                "weights":"closed","licence":"provider-terms:openai-terms","derivedFrom":[],"distilledFrom":[],\
                "ambiguous":false,\
                "terms":{"category":"prohibited-competing","conditions":["no-competing-model"],\
                "document":"openai-terms","title":"OpenAI Terms of Use","section":"2(c)(iii)","edition":"2023-03-14",\
                "source":"https://example.org/terms/2023-03-14","channel":"provider-api","family":"gpt-4","verified":true},\
                "editions":[{"category":"prohibited-competing","conditions":["no-competing-model"],\
                "document":"openai-terms","title":"OpenAI Terms of Use","section":"2(c)(iii)","edition":"2023-03-14",\
                "source":"https://example.org/terms/2023-03-14","channel":"provider-api","family":"gpt-4",\
                "url":"https://example.org/terms","from":"2023-03-14","until":null,\
                "says":"Output may not be used to develop models that compete.","verified":true}],\
                "alternatives":[],\
                "asked":{"on":"2023-06-20","channel":"provider-api","uses":["generated","judged"]},\
                "registry":{"edition":"2026-11-23"}}""");
        assertThat(ask("gpt-4-0613", "2023-06-20").known()).isTrue();
    }

    @Test
    void aKnownModelWithoutAnEditionForTheDayIsUnknownInItsTerms() throws IOException {
        TeacherAnswer answer = ask("gpt-4-0613", "2020-01-01");

        assertThat(answer.known()).isTrue();
        assertThat(json(answer).get("terms").get("category").stringValue()).isEqualTo("unknown");
        assertThat(json(answer).get("terms").get("document").isNull()).isTrue();
        assertThat(json(answer).get("editions")).isEmpty();
        assertThat(TeachersReport.text(answer, false))
                .contains("No edition of terms is on record for that day and channel.");
    }

    @Test
    void aNameThatMayMeanSeveralIsAnsweredByTheStrictest() throws IOException {
        TeacherAnswer answer = ask("gpt", "2023-06-20");

        assertThat(answer.known()).isTrue();
        assertThat(json(answer).get("family").stringValue()).isEqualTo("gpt-4");
        assertThat(json(answer).get("model").isNull()).isTrue();
        assertThat(json(answer).get("ambiguous").booleanValue()).isTrue();
        assertThat(json(answer).get("alternatives").toString()).isEqualTo("[\"gpt-3.5\",\"gpt-4\"]");
    }

    @Test
    void anUnknownNameGetsTheNearestOnes() throws IOException {
        TeacherAnswer answer = ask("gpt-4-0631\u001b", "2023-06-20");

        assertThat(answer.known()).isFalse();
        assertThat(json(answer).get("provider").isNull()).isTrue();
        assertThat(json(answer).get("alternatives").toString()).isEqualTo("[\"gpt-4-0613\"]");
        assertThat(TeachersReport.text(answer, false)).isEqualTo("""
                The registry of 2026-11-23 does not know gpt-4-0631␛.
                Names that look alike: gpt-4-0613.
                """);
    }

    @Test
    void theTextCitesDocumentSectionEditionAndSource() {
        assertThat(TeachersReport.text(ask("gpt-4-0613", "2023-06-20"), false)).isEqualTo("""
                gpt-4-0613

                  family          gpt-4
                  known as        GPT-4
                  provider        OpenAI (openai)
                  released        2023-06-13
                  weights         closed
                  licence         provider-terms:openai-terms

                On 2023-06-20, by provider-api, generated, judged:
                  prohibited-competing (no-competing-model)

                  OpenAI Terms of Use, 2(c)(iii), edition 2023-03-14
                    prohibited-competing, api, from 2023-03-14, clause read
                    Output may not be used to develop models that compete.
                    conditions: no-competing-model
                    source: https://example.org/terms/2023-03-14
                    published: https://example.org/terms

                Registry of 2026-11-23. Information, not legal advice.
                """);
    }

    @Test
    void withoutAModelProvidersAndTheirFamiliesAreListed() throws IOException {
        assertThat(ProviderIndex.text(new SmallRegistry(), false)).isEqualTo("""
                OpenAI  openai
                  gpt-3.5  2023-06-13  closed  prohibited-competing
                  gpt-4    2023-06-13  closed  prohibited-competing

                1 provider, 2 families; registry of 2026-11-23. More about one: provgate teachers MODEL
                """);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProviderIndex.json(new SmallRegistry(), out);
        JsonNode provider =
                new JsonMapper().readTree(out.toByteArray()).get("providers").get(0);
        assertThat(provider.get("id").stringValue()).isEqualTo("openai");
        assertThat(provider.get("families")
                        .valueStream()
                        .map(family -> family.get("id").stringValue()))
                .containsExactly("gpt-3.5", "gpt-4");
    }
}
