package org.provgate.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.core.facts.Strength;
import org.provgate.core.facts.Testimony;

/// How calls of models are kept by the tools that people use, each in a row made up here.
class StoredResponsesTest {

    private static final String TEXT = "Because the tide had turned before the boats came in that night.";

    private static List<Testimony> testimony(String row) {
        return Testimony.in(Inspected.facts("a.jsonl", row.replace('~', '"').replace("TEXT", TEXT) + "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "openai | {~id~: ~batch_req_1~, ~custom_id~: ~r1~, ~response~: {~status_code~: 200, ~body~: {~id~: ~chatcmpl-AbCdEfGhIjKlMnOpQrStUvWx~, ~model~: ~gpt-4o-2024-08-06~, ~choices~: [{~message~: {~role~: ~assistant~, ~content~: ~TEXT~}}], ~usage~: {~completion_tokens~: 12}}}}",
                "anthropic | {~custom_id~: ~r1~, ~result~: {~type~: ~succeeded~, ~message~: {~id~: ~msg_01AbCdEfGhIjKlMnOpQrStUv~, ~role~: ~assistant~, ~model~: ~claude-3-5-sonnet-20241022~, ~content~: [{~type~: ~text~, ~text~: ~TEXT~}], ~stop_reason~: ~end_turn~, ~usage~: {~output_tokens~: 12}}}}",
                "google | {~request~: {~contents~: []}, ~response~: {~candidates~: [{~content~: {~parts~: [{~text~: ~TEXT~}], ~role~: ~model~}, ~finishReason~: ~STOP~}], ~modelVersion~: ~gemini-1.5-flash-002~, ~usageMetadata~: {~candidatesTokenCount~: 12, ~promptTokenCount~: 3}}}",
                "anthropic | {~schemaType~: ~ModelInvocationLog~, ~modelId~: ~claude-3-sonnet-20240229-v1:0~, ~input~: {~inputBodyJson~: {~messages~: []}}, ~output~: {~outputBodyJson~: {~content~: [{~type~: ~text~, ~text~: ~TEXT~}], ~stop_reason~: ~end_turn~}}}",
                "mistral | {~id~: ~obs-1~, ~type~: ~GENERATION~, ~model~: ~mistral-large-2407~, ~modelParameters~: {~temperature~: 0.7}, ~input~: ~Why?~, ~output~: ~TEXT~, ~promptTokens~: 3}",
                "deepseek | {~model~: ~deepseek-chat~, ~custom_llm_provider~: ~x~, ~messages~: [], ~response~: {~choices~: [{~message~: {~content~: ~TEXT~}}], ~created~: 1}}",
                "openai | {~request_model~: ~gpt-4o-mini~, ~provider~: ~X~, ~request_body~: ~{}~, ~response_body~: ~{}~, ~completion_tokens~: 9}",
                "openai | {~run_type~: ~llm~, ~extra~: {~metadata~: {~ls_model_name~: ~gpt-4o~, ~ls_provider~: ~x~}}, ~outputs~: {~generations~: [[{~text~: ~TEXT~, ~generation_info~: {~finish_reason~: ~stop~}}]]}}",
                "meta | {~attributes~: {~gen_ai.system~: ~x~, ~gen_ai.response.model~: ~llama-3.1-70b~, ~gen_ai.completion.0.content~: ~TEXT~}}",
                "meta | {~attributes~: [{~key~: ~gen_ai.system~, ~value~: {~stringValue~: ~x~}}, {~key~: ~gen_ai.response.model~, ~value~: {~stringValue~: ~llama-3.1-70b~}}, {~key~: ~gen_ai.usage.output_tokens~, ~value~: {~intValue~: ~12~}}, {~key~: ~gen_ai.completion.0.content~, ~value~: {~stringValue~: ~TEXT~}}]}",
                "openai | {~resourceSpans~: [{~scopeSpans~: [{~spans~: [{~attributes~: [{~key~: ~gen_ai.response.id~, ~value~: {~stringValue~: ~chatcmpl-AbCdEfGhIjKlMnOpQrStUvWx~}}, {~key~: ~gen_ai.request.model~, ~value~: {~stringValue~: ~gpt-4o~}}]}]}]}]}",
                "meta | {~model~: ~llama3.1:8b~, ~created_at~: ~2025-01-01~, ~message~: {~role~: ~assistant~, ~content~: ~TEXT~}, ~done~: true, ~eval_count~: 12}",
                "meta | {~model_id~: ~meta-llama/llama-3-70b-instruct~, ~created_at~: ~2025-01-01~, ~results~: [{~generated_text~: ~TEXT~}]}",
                "cohere | {~text~: ~TEXT~, ~generation_id~: ~a7cd9d01-255f-44a2-a186-834f942bf61e~, ~finish_reason~: ~COMPLETE~, ~model~: ~command-r-plus~}",
                "meta | {~instruction~: ~Why?~, ~generation~: ~TEXT~, ~distilabel_metadata~: {}, ~model_name~: ~meta-llama/Meta-Llama-3-70B-Instruct~}",
                "meta | {~conversation_id~: ~1~, ~instruction~: ~Why?~, ~response~: ~TEXT~, ~model~: ~meta-llama/Meta-Llama-3-70B-Instruct~, ~gen_input_configs~: {~temperature~: 1}}",
                "openai | {~title~: ~Tides~, ~mapping~: {~a~: {~message~: {~author~: {~role~: ~assistant~}, ~content~: {~parts~: [~TEXT~]}, ~metadata~: {~model_slug~: ~gpt-4o~}}}}, ~default_model_slug~: ~gpt-4o~}"
            })
    void aStoredResponseIsConclusiveForTheMakerOfItsModel(String maker, String row) {
        assertThat(testimony(row))
                .filteredOn(said -> said.provider().filter(maker::equals).isPresent())
                .extracting(Testimony::strength)
                .containsExactly(Strength.CONCLUSIVE);
    }

    @Test
    void aHostThatServesManyMakersIsNotTheMaker() {
        String row = "{~id~: ~chatcmpl-ec0a74e9-df7f-4e91-aa09-e9618451f5c9~, ~model~: ~llama3-8b-8192~, "
                + "~choices~: [{~message~: {~content~: ~TEXT~}}], ~usage~: {}, ~x_groq~: {~id~: ~req_1~}}";

        assertThat(testimony(row))
                .flatExtracting(said -> said.provider().stream().toList())
                .containsExactly("meta");
    }

    @Test
    void aStoredResponseWithoutAModelSpeaksOnlyWeaklyForSomeModel() {
        assertThat(Inspected.evidence(Inspected.facts(
                        "a.jsonl", "{\"choices\": [{\"text\": \"" + TEXT + "\"}], \"usage\": {}, \"created\": 1}\n")))
                .contains("WEAK response-choices ? 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{~make~: ~Ford~, ~model~: ~Falcon~, ~year~: 1968, ~description~: ~TEXT~}",
                "{~brand~: ~Chevrolet~, ~model~: ~Gemini~, ~output~: 90}",
                "{~vehicle_model~: ~Mistral~, ~notes~: ~TEXT~}",
                "{~phone~: {~model~: ~claude-3~}, ~review~: ~TEXT~}"
            })
    void carsAndTelephonesAreNoLanguageModels(String row) {
        assertThat(testimony(row)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer_generator", "answerModel", "answer-model", "synthesis model", "writer_model_name"})
    void theEndOfAKeySaysThatItNamesAModel(String key) {
        assertThat(Inspected.evidence(Inspected.facts(
                        "a.jsonl", "{\"" + key + "\": \"claude-3-opus\", \"answer\": \"" + TEXT + "\"}\n")))
                .containsExactly("STRONG model-field anthropic/claude-3-opus 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "some-new-13b-chat",
                "lab/Thing-7B-v0.2",
                "anybody-instruct-v2",
                "neox-20b",
                "nobody-1.5-8x7b",
                "their-lora"
            })
    void aModelOfAnUnknownMakerIsAModel(String name) {
        assertThat(Inspected.evidence(Inspected.facts(
                        "a.jsonl", "{\"generator\": \"" + name + "\", \"output\": \"" + TEXT + "\"}\n")))
                .containsExactly("STRONG model-field-unknown ? 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Civic", "Galaxy S21", "EOS 5D", "Boeing 747-400", "Thinkpad T14", "WH-1000XM4", "regression"})
    void otherNamesAreNone(String name) {
        assertThat(Inspected.evidence(
                        Inspected.facts("a.jsonl", "{\"model\": \"" + name + "\", \"output\": \"" + TEXT + "\"}\n")))
                .isEmpty();
    }

    @Test
    void aDisclaimerCountsWhenItComesAgain() {
        String row = "{\"answer\": \"As an AI language model, I don't have opinions on %s.\"}\n";
        String others = "{\"answer\": \"It was built by hand.\"}\n".repeat(100);

        assertThat(strengths(row.formatted("tea") + others)).containsOnly(Strength.WEAK);
        assertThat(strengths(row.formatted("tea") + others + row.formatted("rain")))
                .contains(Strength.STRONG);
        assertThat(strengths(row.formatted("tea") + others.repeat(50) + row.formatted("rain")))
                .containsOnly(Strength.WEAK);
    }

    private static List<Strength> strengths(String rows) {
        return Testimony.in(Inspected.facts("a.jsonl", rows)).stream()
                .map(Testimony::strength)
                .toList();
    }

    @Test
    void aQuestionThatHoldsADisclaimerIsNone() {
        String row = "{\"question\": \"Why does it say: As an AI, I cannot lie?\", \"answer\": \"It was told to.\"}\n";

        assertThat(Arrays.asList(Inspected.evidence(Inspected.facts("a.jsonl", row.repeat(30)))))
                .isEmpty();
    }
}
