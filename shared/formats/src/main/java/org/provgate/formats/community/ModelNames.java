package org.provgate.formats.community;

import java.util.regex.Pattern;

/// Whether a text names a well-known line of models. That makes a model of what a document only calls a tool; which
/// model it is, and what its terms are, the registry says.
public final class ModelNames {

    private static final Pattern LINES = Pattern.compile(
            "(?<![a-z])(?:gpt-?\\d|gpt-?j|chatgpt|o[1-4](?:-(?:mini|pro|preview))|davinci|codex|claude|gemini|gemma|palm-?2?"
                    + "|bard|llama|mi[sx]tral|ministral|qwen|qwq|deepseek|command-?r|grok|phi-?\\d|falcon|vicuna|alpaca"
                    + "|wizardlm|orca|yi-\\d|glm-?\\d|kimi|nova-(?:micro|lite|pro)|titan|jamba|jurassic|dall-?e"
                    + "|stable[ -]diffusion|midjourney|whisper|nllb|bloomz?|flan-?t5|olmo|nemotron|granite)",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 500;

    private ModelNames() {}

    public static boolean resembles(String text) {
        return text.length() <= LONGEST && LINES.matcher(text).find();
    }
}
