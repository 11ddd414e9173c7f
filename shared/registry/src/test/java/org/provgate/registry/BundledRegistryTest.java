package org.provgate.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.core.registry.KnownDataset;
import org.provgate.core.registry.Provider;
import org.provgate.core.registry.Registry;
import org.provgate.core.registry.Resolution;
import org.provgate.core.registry.TermsDocument;

class BundledRegistryTest {

    private static final Registry REGISTRY = BundledRegistry.load();

    @Test
    void theBuildHoldsTheWholeRegistry() {
        assertThat(REGISTRY.edition()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(REGISTRY.providers()).hasSizeGreaterThanOrEqualTo(51);
        assertThat(REGISTRY.families()).hasSizeGreaterThanOrEqualTo(169);
        assertThat(REGISTRY.providers().stream()
                        .mapToLong(provider -> provider.terms().size())
                        .sum())
                .isGreaterThanOrEqualTo(108);
    }

    @Test
    void theDigestIsThatOfTheCompiledBytes() throws IOException, NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(BundledRegistry.resource(FactsFormat.RESOURCE));
        assertThat(REGISTRY.digest()).isEqualTo("sha256:" + HexFormat.of().formatHex(digest));
    }

    /// Warm, on a busy machine; the figure of a cold start is far below a second too.
    @Test
    void itLoadsInAMoment() {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            BundledRegistry.load();
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(best).isLessThan(60_000_000L);
    }

    @Test
    void bytesOfAnotherKindAreRefused() throws IOException {
        byte[] bytes = BundledRegistry.resource(FactsFormat.RESOURCE);
        assertThatThrownBy(() -> FactsReader.read("not facts at all".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not compiled facts");
        assertThatThrownBy(() -> FactsReader.read(Arrays.copyOf(bytes, bytes.length - 3)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("end early");
    }

    @ParameterizedTest
    @CsvSource({
        "openai, openai",
        "OpenAI, openai",
        " open ai , openai",
        "Claude, anthropic",
        "z.ai, zhipu",
        "AWS, amazon",
        "通义千问, alibaba",
        "Google / Google DeepMind, google",
        "hf, huggingface",
        "copilot, microsoft"
    })
    void aProviderIsFoundByIdNameAndAlias(String name, String id) {
        assertThat(REGISTRY.provider(name)).map(Provider::id).hasValue(id);
    }

    @Test
    void aProviderNobodyKnowsIsAbsent() {
        assertThat(REGISTRY.provider("nobody")).isEmpty();
        assertThat(REGISTRY.family("nothing")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tatsu-lab/alpaca",
                "Tatsu-Lab/Alpaca",
                " alpaca ",
                "https://huggingface.co/datasets/tatsu-lab/alpaca",
                "https://huggingface.co/datasets/tatsu-lab/alpaca/",
                "http://www.huggingface.co/datasets/tatsu-lab/alpaca",
                "huggingface.co/datasets/tatsu-lab/alpaca",
                "https://hf.co/datasets/tatsu-lab/alpaca/tree/main",
                "https://huggingface.co/datasets/tatsu-lab/alpaca/resolve/main/data.parquet?download=true",
                "https://huggingface.co/datasets/tatsu-lab/alpaca#readme",
                "hf://datasets/tatsu-lab/alpaca@main/data.parquet",
                "https://github.com/tatsu-lab/stanford_alpaca",
                "https://github.com/tatsu-lab/stanford_alpaca.git",
                "git@github.com:tatsu-lab/stanford_alpaca.git",
                "https://github.com/tatsu-lab/stanford_alpaca/blob/main/alpaca_data.json"
            })
    void aDatasetIsFoundByNameAndAddress(String name) {
        assertThat(REGISTRY.dataset(name)).map(KnownDataset::id).hasValue("tatsu-lab/alpaca");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "alpaca2",
                "https://example.org/tatsu-lab/alpaca",
                "https://huggingface.co/tatsu-lab/alpaca-7b",
                "https://huggingface.co/datasets/"
            })
    void aDatasetNobodyKnowsIsAbsent(String name) {
        assertThat(REGISTRY.dataset(name)).isEmpty();
    }

    @Test
    void everyDatasetIsFoundByItsHubAddressAndItsTeachersResolve() {
        List<String> named = List.of(
                "NVIDIA in-house model", "many models, named per row", "Glaive in-house model", "Gretel Navigator");
        KnownDataset alpaca = REGISTRY.dataset("alpaca").orElseThrow();
        assertThat(alpaca.teachers()).extracting(KnownDataset.Teacher::model).containsExactly("text-davinci-003");
        for (String id : List.of("open-orca/openorca", "gsm8k", "databricks/databricks-dolly-15k")) {
            KnownDataset dataset = REGISTRY.dataset(id).orElseThrow();
            assertThat(REGISTRY.dataset("https://huggingface.co/datasets/" + dataset.id()))
                    .hasValue(dataset);
            for (KnownDataset.Teacher teacher : dataset.teachers()) {
                boolean known = REGISTRY.family(teacher.model()).isPresent()
                        || !(REGISTRY.resolve(teacher.model()) instanceof Resolution.Unrecognized);
                assertThat(known || named.contains(teacher.model()))
                        .as(teacher.model())
                        .isTrue();
            }
        }
    }

    @Test
    void editionsOfADocumentFollowOneAnother() {
        for (Provider provider : REGISTRY.providers()) {
            for (TermsDocument document : provider.terms()) {
                for (int i = 1; i < document.editions().size(); i++) {
                    assertThat(document.editions().get(i).from())
                            .as(document.id())
                            .isAfter(document.editions().get(i - 1).until());
                }
            }
        }
    }
}
