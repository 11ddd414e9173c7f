package org.provgate.conformance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.policy.Policy;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Provider;
import org.provgate.core.registry.Registry;
import org.provgate.core.registry.TermsAnswer.Citation;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.TeacherCase;
import org.provgate.core.verdict.Report;
import org.provgate.usecases.engine.PolicyText;

/// What the shipped policy says to well-known models: for each model and channel a small submission is decided, whose
/// only question is its teacher.
final class TeachersPage {

    static final List<String> MODELS = List.of(
            "claude-3-opus-20240229",
            "claude-3-5-sonnet-20241022",
            "claude-sonnet-4-20250514",
            "gpt-3.5-turbo-0125",
            "gpt-4-0613",
            "gpt-4o-2024-08-06",
            "gpt-4.1-2025-04-14",
            "o3-2025-04-16",
            "gpt-5-2025-08-07",
            "openai/gpt-oss-120b",
            "gemini-1.5-pro-002",
            "gemini-2.5-pro",
            "google/gemma-2-27b-it",
            "google/gemma-3-27b-it",
            "meta-llama/Llama-2-70b-chat-hf",
            "meta-llama/Meta-Llama-3-70B-Instruct",
            "meta-llama/Llama-3.1-405B-Instruct",
            "meta-llama/Llama-3.3-70B-Instruct",
            "meta-llama/Llama-4-Maverick-17B-128E-Instruct",
            "mistral-large-2407",
            "mistralai/Mistral-7B-Instruct-v0.3",
            "mistralai/Mixtral-8x7B-Instruct-v0.1",
            "mistralai/Mistral-Small-24B-Instruct-2501",
            "deepseek-ai/DeepSeek-V3",
            "deepseek-ai/DeepSeek-R1",
            "deepseek-ai/DeepSeek-R1-Distill-Llama-70B",
            "Qwen/Qwen2.5-72B-Instruct",
            "Qwen/Qwen2.5-7B-Instruct",
            "Qwen/Qwen3-32B",
            "Qwen/QwQ-32B",
            "microsoft/phi-4",
            "microsoft/Phi-3-mini-4k-instruct",
            "CohereForAI/c4ai-command-r-plus",
            "amazon.nova-pro-v1:0",
            "grok-3",
            "allenai/Llama-3.1-Tulu-3-70B",
            "tiiuae/falcon-180B-chat",
            "nvidia/Nemotron-4-340B-Instruct",
            "lmsys/vicuna-13b-v1.5",
            "HuggingFaceH4/zephyr-7b-beta");

    static final List<AccessChannel> CHANNELS = List.of(
            AccessChannel.PROVIDER_API,
            AccessChannel.CLOUD_MARKETPLACE,
            AccessChannel.SELF_HOSTED,
            AccessChannel.CONSUMER_APP);

    private static final YearMonth USUAL = YearMonth.of(2026, 5);

    private static final Policy SHIPPED = PolicyText.shipped();

    private TeachersPage() {}

    static String markdown() {
        StringBuilder page = new StringBuilder("""
                <!-- Written by ./mvnw verify -Dprovgate.write: change the registry or the policy, not this page. -->

                # What the shipped policy says to well-known models

                Each cell is the decision on a small submission whose one teacher generated its rows in %s through that
                channel, with all fields stated and no permission filed. "No" quarantines; the rest is let in, some of it
                with a warning. The last column is what the answer for the provider's interface rests on; for weights it
                is the licence. Terms are facts of the registry as of %s, each with its source: `provgate teachers MODEL
                --channel CHANNEL --on DAY` shows it; [the rules](rules/README.md) say what the codes mean. The cloud is Microsoft
                Azure for OpenAI's and Microsoft's models, Google Cloud for Google's, else Amazon Bedrock. This is information for people who decide, and no legal advice.

                | model | maker |%s rests on |
                | --- | --- |%s --- |
                """.formatted(
                        USUAL,
                        Decisions.ENGINE.registry().edition(),
                        CHANNELS.stream().map(it -> " " + it.word() + " |").collect(Collectors.joining()),
                        CHANNELS.stream().map(_ -> " --- |").collect(Collectors.joining())));
        MODELS.forEach(model -> page.append(row(model)));
        return page.toString();
    }

    private static String row(String model) {
        ModelFamily family = family(model).orElseThrow(() -> new IllegalStateException("not known: " + model));
        List<String> cells = new ArrayList<>();
        cells.add("`" + model + "`");
        cells.add(registry().provider(family.provider()).map(Provider::name).orElse(family.provider()));
        CHANNELS.forEach(channel -> cells.add(cell(decided(model, family, channel))));
        cells.add(decided(model, family, AccessChannel.PROVIDER_API).teachers().stream()
                .findFirst()
                .map(TeacherCase::terms)
                .flatMap(terms -> terms.governing())
                .map(TeachersPage::cited)
                .orElse("nothing in force then"));
        return "| " + String.join(" | ", cells) + " |\n";
    }

    static Optional<ModelFamily> family(String model) {
        return registry().resolve(model).families().stream().findFirst();
    }

    private static Registry registry() {
        return Decisions.ENGINE.registry();
    }

    private static String cited(Citation citation) {
        String section = citation.edition().section();
        return "[%s](%s), %s%s"
                .formatted(
                        citation.document().title(),
                        citation.document().url(),
                        citation.edition().label(),
                        section.isEmpty() ? "" : ", " + section);
    }

    private static String cell(Report report) {
        List<String> errors = report.codes(Severity.ERROR);
        List<String> warnings = report.codes(Severity.WARNING);
        if (!errors.isEmpty()) {
            return "**no**: " + String.join(", ", errors);
        }
        return warnings.isEmpty() ? "yes" : "yes, warning: " + String.join(", ", warnings);
    }

    /// The cloud where a maker's models are usually taken from.
    private static String host(ModelFamily family, AccessChannel channel) {
        if (channel != AccessChannel.CLOUD_MARKETPLACE) {
            return "";
        }
        return "    accessProvider: %s\n"
                .formatted(
                        switch (family.provider()) {
                            case "openai", "microsoft" -> "Microsoft Azure";
                            case "google" -> "Google Cloud";
                            default -> "Amazon Bedrock";
                        });
    }

    static Report decided(String model, ModelFamily family, AccessChannel channel) {
        LocalDate released = family.releases().day().orElse(LocalDate.EPOCH);
        YearMonth month = YearMonth.from(released).isBefore(USUAL)
                ? USUAL
                : YearMonth.from(released).plusMonths(1);
        Example example = Example.with(
                """
                teachers:
                  - id: writer
                    provider: %s
                    model: "%s"
                    uses: [generated]
                    generationPeriod: { start: %s, end: %s }
                    accessChannel: %s
                %s    terms: unknown
                files:
                  - path: data/train.jsonl
                    sha256: SHA256(data/train.jsonl)
                    sources: [writers]
                    teachers: [writer]
                attestations:
                  - { type: complete-and-accurate, by: Jane Example, date: 2026-06-04 }
                  - { type: right-to-contribute, by: Jane Example, date: 2026-06-04 }
                  - { type: terms-complied, by: Jane Example, date: 2026-06-04 }
                """.formatted(family.provider(), model, month, month, channel.word(), host(family, channel)));
        SortedMap<String, byte[]> files = new TreeMap<>(ExampleSubmission.files(example));
        return Decisions.decided(Decisions.facts(files, Decisions.HARBOUR), SHIPPED);
    }
}
