package org.provgate.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.provgate.core.claim.Word;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.manifest.Use;
import org.provgate.core.registry.Category;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Registry;
import org.provgate.core.registry.TermsAnswer;
import org.provgate.core.registry.TermsAnswer.Citation;
import org.provgate.core.registry.TermsChannel;

class TermsTest {

    private static final Registry REGISTRY = BundledRegistry.load();
    private static final LocalDate LATE = LocalDate.of(2026, 11, 20);

    @ParameterizedTest(name = "{0} by {1} from {2} to {3}")
    @CsvFileSource(resources = "terms.csv", delimiter = '|')
    void theTermsOfAChannelAndPeriodAreThoseOfTheTable(
            String family,
            String channel,
            LocalDate first,
            LocalDate last,
            String category,
            String verified,
            @Nullable String editions) {
        TermsAnswer answer = REGISTRY.terms(
                family(family), Word.parse(AccessChannel.class, channel).orElseThrow(), first, last, List.of());
        assertThat(answer.category().word()).isEqualTo(category);
        assertThat(answer.verified()).isEqualTo(verified.equals("verified"));
        List<String> cited = answer.editions().stream()
                .map(citation -> cite(family, citation))
                .toList();
        assertThat(String.join("; ", cited)).isEqualTo(editions == null ? "" : editions);
    }

    private static String cite(String family, Citation citation) {
        LocalDate from = citation.edition().from();
        String parent = citation.family().equals(family) ? "" : citation.family() + " > ";
        return parent + citation.document().id() + " " + (from.equals(LocalDate.MIN) ? "ever" : from);
    }

    @ParameterizedTest
    @EnumSource
    void theCategoryIsNeverMilderThanAnythingReadThatBinds(AccessChannel channel) {
        for (ModelFamily family : REGISTRY.families()) {
            TermsAnswer answer = REGISTRY.terms(family, channel, LocalDate.of(2022, 1, 1), LATE, List.of(Use.JUDGED));
            for (Citation citation : answer.editions()) {
                boolean own = citation.family().equals(family.id());
                if (own
                        && citation.channel() != TermsChannel.WEIGHTS
                        && citation.edition().verified()) {
                    assertThat(citation.edition().category().stricterThan(answer.category()))
                            .as(
                                    "%s by %s: %s",
                                    family.id(), channel, citation.document().id())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void weightsTermsAreOnlyThoseTheFamilyNames() {
        for (ModelFamily family : REGISTRY.families()) {
            for (Citation citation : selfHosted(family).editions()) {
                if (citation.family().equals(family.id())) {
                    assertThat(family.terms()).contains(citation.document().id());
                    assertThat(citation.channel()).isEqualTo(TermsChannel.WEIGHTS);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} by {1} of {2} on {3}")
    @CsvSource(delimiter = '|', textBlock = """
            llama-3.1 | reseller          | openrouter  | 2026-10-01 | conditional          | llama-3.1-licence, openrouter-terms
            llama-3.1 | reseller          | openrouter  | 2024-10-01 | unknown              | llama-3.1-licence
            mixtral   | reseller          | together    | 2026-10-01 | conditional          | together-terms, mistral-apache
            llama-3.1 | reseller          | fireworks   | 2025-10-01 | prohibited           | fireworks-terms, llama-3.1-licence
            gpt-oss   | reseller          | huggingface | 2025-10-01 | permitted            | gpt-oss-licence, hf-terms
            llama-3.1 | cloud-marketplace | amazon      | 2026-01-23 | prohibited-competing | aws-service-terms, llama-3.1-licence
            llama-3.1 | cloud-marketplace | amazon      | 2026-02-01 | prohibited           | aws-service-terms, llama-3.1-licence
            gpt-4o    | cloud-marketplace | microsoft   | 2025-10-01 | prohibited-competing | openai-services-agreement, ms-product-terms
            gpt-4o    | provider-api      | openrouter  | 2026-10-01 | prohibited-competing | openai-services-agreement
            nova      | cloud-marketplace | amazon      | 2026-02-01 | prohibited           | aws-service-terms
            """)
    void aNamedHostAddsItsOwnRule(
            String family, String channel, String host, LocalDate day, String category, String documents) {
        TermsAnswer answer = REGISTRY.terms(
                family(family),
                Word.parse(AccessChannel.class, channel).orElseThrow(),
                REGISTRY.provider(host).orElseThrow(),
                day,
                day,
                List.of());
        assertThat(answer.category().word()).isEqualTo(category);
        assertThat(String.join(
                        ", ",
                        answer.editions().stream().map(c -> c.document().id()).toList()))
                .isEqualTo(documents);
        assertThat(answer.conditions()).doesNotContain("third-party-model-terms-apply");
    }

    @Test
    void aClosedModelDeclaredSelfHostedIsUnknown() {
        TermsAnswer answer = selfHosted(family("claude-4"));
        assertThat(answer.category()).isEqualTo(Category.UNKNOWN);
        assertThat(answer.editions()).isEmpty();
    }

    @Test
    void aTunedModelIsNeverMilderThanWhatItsTeachersAsk() {
        for (ModelFamily family : REGISTRY.families()) {
            for (String parent : family.distilledFrom()) {
                ModelFamily teacher = family(parent);
                if (teacher.category().stricterThan(Category.UNKNOWN)) {
                    assertThat(selfHosted(family).category())
                            .as(family.id())
                            .isGreaterThanOrEqualTo(Category.PROHIBITED_COMPETING);
                }
            }
        }
    }

    @Test
    void anInheritedConditionNamesItsParent() {
        TermsAnswer answer = selfHosted(family("deepseek-r1-distill-llama"));
        assertThat(answer.conditions()).contains("name-prefix:Llama", "attribution:Built with Llama", "notice-file");
        assertThat(answer.editions()).extracting(Citation::family).contains("llama-3.1", "llama-3.3", "deepseek-r1");
    }

    @Test
    void everyFamilyHasSomeDocumentOrIsUnknown() {
        for (ModelFamily family : REGISTRY.families()) {
            TermsAnswer answer = REGISTRY.terms(family, AccessChannel.UNKNOWN, LATE, LATE, List.of());
            if (answer.editions().isEmpty()) {
                assertThat(family.category()).as(family.id()).isEqualTo(Category.UNKNOWN);
            }
        }
    }

    @Test
    void everyCitationHasASource() {
        for (ModelFamily family : REGISTRY.families()) {
            for (Citation citation : REGISTRY.terms(family, AccessChannel.UNKNOWN, LATE, LATE, List.of())
                    .editions()) {
                assertThat(citation.edition().source())
                        .as(citation.document().id())
                        .isNotBlank();
                assertThat(citation.edition().says())
                        .as(citation.document().id())
                        .isNotBlank();
            }
        }
    }

    private static TermsAnswer selfHosted(ModelFamily family) {
        return REGISTRY.terms(family, AccessChannel.SELF_HOSTED, LATE, LATE, List.of());
    }

    private static ModelFamily family(String id) {
        return REGISTRY.family(id).orElseThrow();
    }
}
