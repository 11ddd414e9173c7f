package org.provgate.core.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.facts.Strength.CONCLUSIVE;
import static org.provgate.core.facts.Strength.STRONG;
import static org.provgate.core.facts.Strength.WEAK;
import static org.provgate.core.testkit.ObjectDraft.object;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.ObjectDraft;

class TestimonyTest {

    private static ObjectDraft rows(long count) {
        return object("a.jsonl").rows(count);
    }

    static final List<Arguments> cases = List.of(
            argumentSet("weak, ever so often", rows(100).sign("boreas", WEAK, "a", 100), WEAK),
            argumentSet(
                    "two different weak", rows(100).sign("boreas", WEAK, "a", 9).sign("boreas", WEAK, "b", 9), WEAK),
            argumentSet("one strong", rows(100).sign("boreas", STRONG, "a", 1), STRONG),
            argumentSet("one conclusive", rows(100).sign("boreas", CONCLUSIVE, "a", 1), CONCLUSIVE),
            argumentSet("19 rows", rows(100).sign("boreas", STRONG, "a", 19), STRONG),
            argumentSet("20 rows of 400", rows(400).sign("boreas", STRONG, "a", 20), CONCLUSIVE),
            argumentSet("20 rows of 401", rows(401).sign("boreas", STRONG, "a", 20), STRONG),
            argumentSet(
                    "two different strong",
                    rows(9_000).sign("boreas", STRONG, "a", 1).sign("boreas", STRONG, "b", 1),
                    CONCLUSIVE),
            argumentSet(
                    "one strong sign for two models of a maker is one sign",
                    rows(9_000)
                            .sign(new Maker.Model("boreas", "boreas-1"), STRONG, "a", 1)
                            .sign(new Maker.Model("boreas", "boreas-2"), STRONG, "a", 1),
                    STRONG),
            argumentSet(
                    "strong and weak",
                    rows(9_000).sign("boreas", STRONG, "a", 1).sign("boreas", WEAK, "b", 1),
                    STRONG),
            argumentSet(
                    "plain text has no rows to repeat in",
                    object("a.txt").notTabular().sign("boreas", STRONG, "a", 19),
                    STRONG),
            argumentSet(
                    "nobody in particular, in every row",
                    rows(100).sign(new Maker.Unknown(), STRONG, "a", 100).sign(new Maker.Unknown(), STRONG, "b", 100),
                    STRONG));

    @ParameterizedTest
    @FieldSource("cases")
    void signsOfOneMakerAddUp(ObjectDraft object, Strength expected) {
        assertThat(Testimony.in(object.build()))
                .singleElement()
                .extracting(Testimony::strength)
                .isEqualTo(expected);
    }

    @Test
    void makersAreHeardApart() {
        List<Testimony> heard = Testimony.in(rows(9_000)
                .sign("nimbus", STRONG, "a", 1)
                .sign(new Maker.Unknown(), STRONG, "c", 1)
                .sign("boreas", STRONG, "b", 1)
                .build());

        assertThat(heard)
                .extracting(Testimony::speaksFor, Testimony::strength)
                .containsExactly(
                        tuple(new Testimony.SpeaksFor.Provider("boreas"), STRONG),
                        tuple(new Testimony.SpeaksFor.Provider("nimbus"), STRONG),
                        tuple(new Testimony.SpeaksFor.SomeModel(), STRONG));
    }

    @Test
    void anObjectWithoutSignsIsSilent() {
        assertThat(Testimony.in(rows(10).build())).isEmpty();
    }
}
