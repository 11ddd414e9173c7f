package org.provgate.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.provgate.formats.http.ApiAnswer;

class AnswerTest {

    @Test
    void whatIsLongIsPackedForWhoeverTakesThat() {
        Answer answer = Answer.ok(Answer.JSON, "\"" + "tides ".repeat(20_000) + "\"");

        ApiAnswer packed = answer.toApi("br, gzip");
        assertThat(packed.packed()).isTrue();
        assertThat(packed.json().length).isLessThan(2_000);
        assertThat(ApiAnswer.read(packed.json()).body()).isEqualTo(answer.body());

        ApiAnswer plain = answer.toApi("");
        assertThat(plain.packed()).isFalse();
        assertThat(ApiAnswer.read(plain.json()).body()).isEqualTo(answer.body());
    }

    @Test
    void whatAFunctionCannotAnswerUnpackedIsAProblem() {
        Answer answer = Answer.ok(Answer.JSON, "\"" + "x".repeat(5_600_000) + "\"");

        assertThat(answer.toApi("identity").status()).isEqualTo(406);
        assertThat(answer.toApi("gzip").status()).isEqualTo(200);
    }
}
