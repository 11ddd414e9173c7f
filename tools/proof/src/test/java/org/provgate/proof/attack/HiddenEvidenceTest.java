package org.provgate.proof.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Strength;
import org.provgate.registry.BundledRegistry;
import org.provgate.usecases.engine.GateEngine;
import org.provgate.usecases.gate.Inspection;

/// One row that names its maker, in every wrapping. What is not seen is asserted as well: the pages say so.
class HiddenEvidenceTest {

    private static final String SAYS = "I am Claude, an AI assistant made by Anthropic.";
    private static final Inspection INSPECTION = GateEngine.inspection(BundledRegistry.load());

    private static ObjectFacts facts(String file, byte[] bytes) {
        return INSPECTION.inspect(file, new Inspection.Source() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open(long offset) {
                int from = Math.toIntExact(offset);
                return new ByteArrayInputStream(bytes, from, bytes.length - from);
            }
        });
    }

    private static ObjectFacts facts(String file, String text) {
        return facts(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isFound(ObjectFacts facts) {
        return facts.evidence().stream().map(Evidence::strength).anyMatch(Strength.CONCLUSIVE::equals);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": \"\\u0049\\u0020\\u0061\\u006d Claude, an AI assistant made by Anthropic.\"}\n",
                "{\"a\": \"I\\u200b am C\\u200cl\\u200da\\ufeffude, an AI assistant made by Anthropic.\"}\n",
                "{\"a\": \"I am Cl\u0430ude, an AI \u0430ssist\u0430nt made by \u0410nthr\u043epic.\"}\n",
                "{\"a\": \"I am C\u00adlau\u00adde, an AI assistant made by An\u00adthropic.\"}\n",
                "{\"a\": \"{\\\"b\\\": \\\"I am Claude, an AI assistant made by Anthropic.\\\"}\"}\n",
                "{\"a\": [[[[{\"b\": \"I am Claude, an AI assistant made by Anthropic.\"}]]]]}\n",
                "{\"a\": \"x\", \"a\": \"I am Claude, an AI assistant made by Anthropic.\"}\n"
            })
    void whatIsDisguisedInARowIsSeen(String row) {
        assertThat(isFound(facts("a.jsonl", row + "{}\n"))).as(row).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.csv", "a.txt", "a.md", "a.bin", "a", "a.parquet", "a.png"})
    void theNameOfTheFileHidesNothing(String file) {
        ObjectFacts facts = facts(file, "{\"a\": \"" + SAYS + "\"}\n{}\n");

        assertThat(isFound(facts) || !facts.concerns().isEmpty())
                .as(facts.toString())
                .isTrue();
    }

    @Test
    void packedTwiceUnderAnotherNameIsSeen() {
        assertThat(isFound(
                        facts("a.dat", gzip(gzip(("{\"a\": \"" + SAYS + "\"}\n").getBytes(StandardCharsets.UTF_8))))))
                .isTrue();
    }

    @Test
    void whatStandsFarDownALongFileIsSeen() {
        String filler = "{\"a\": \"" + "tides and quays ".repeat(60) + "\"}\n";

        assertThat(isFound(
                        facts("a.jsonl", filler.repeat(5_000) + "{\"a\": \"" + SAYS + "\"}\n" + filler.repeat(5_000))))
                .isTrue();
    }

    @Test
    void rowsAsBase64OrHexOrRot13AreNotSeen() {
        byte[] row = ("{\"a\": \"" + SAYS + "\"}\n").getBytes(StandardCharsets.UTF_8);

        assertThat(facts("a.txt", Base64.getMimeEncoder().encodeToString(row)).evidence())
                .isEmpty();
        assertThat(facts("a.jsonl", "{\"a\": \"" + Base64.getEncoder().encodeToString(row) + "\"}\n{}\n")
                        .evidence())
                .isEmpty();
        assertThat(facts("a.jsonl", "{\"a\": \"" + HexFormat.of().formatHex(row) + "\"}\n{}\n")
                        .evidence())
                .isEmpty();
        assertThat(facts("a.txt", "V nz Pynhqr, na NV nffvfgnag znqr ol Naguebcvp.\n")
                        .evidence())
                .isEmpty();
    }

    /// Names between tags of HTML, and texts that are keys.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": \"I am <b>Claude</b>, an AI assistant made by <i>Anthropic</i>.\"}\n",
                "{\"I am Claude, an AI assistant made by Anthropic.\": 1}\n"
            })
    void whatMarkupOrAKeyHoldsIsNotSeen(String row) {
        assertThat(isFound(facts("a.jsonl", row + "{}\n"))).as(row).isFalse();
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }
}
