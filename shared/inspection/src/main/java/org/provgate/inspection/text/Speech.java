package org.provgate.inspection.text;

import java.util.Map;

/// Whether words are the writer's own, and whose turn it is in a text that holds a dialogue.
public final class Speech {

    private static final int QUOTE_REACH = 400;
    private static final int TURN_REACH = 20_000;

    /// Marks of a speaker that begin with a sign of their own.
    private static final Map<String, Turn> TAGS = Map.ofEntries(
            Map.entry("### instruction", Turn.QUESTION),
            Map.entry("### human", Turn.QUESTION),
            Map.entry("### input", Turn.QUESTION),
            Map.entry("### user", Turn.QUESTION),
            Map.entry("<|im_start|>user", Turn.QUESTION),
            Map.entry("<|im_start|>system", Turn.QUESTION),
            Map.entry("<|user|>", Turn.QUESTION),
            Map.entry("<|system|>", Turn.QUESTION),
            Map.entry("<|prompter|>", Turn.QUESTION),
            Map.entry("<|start_header_id|>user", Turn.QUESTION),
            Map.entry("<start_of_turn>user", Turn.QUESTION),
            Map.entry("<｜user｜>", Turn.QUESTION),
            Map.entry("<user>", Turn.QUESTION),
            Map.entry("[inst]", Turn.QUESTION),
            Map.entry("### response", Turn.ANSWER),
            Map.entry("### assistant", Turn.ANSWER),
            Map.entry("<|im_start|>assistant", Turn.ANSWER),
            Map.entry("<|assistant|>", Turn.ANSWER),
            Map.entry("<|start_header_id|>assistant", Turn.ANSWER),
            Map.entry("<start_of_turn>model", Turn.ANSWER),
            Map.entry("<｜assistant｜>", Turn.ANSWER),
            Map.entry("<assistant>", Turn.ANSWER),
            Map.entry("[/inst]", Turn.ANSWER));

    /// Words that mark a speaker with a colon behind them.
    private static final Map<String, Turn> SPEAKERS = Map.ofEntries(
            Map.entry("human", Turn.QUESTION),
            Map.entry("user", Turn.QUESTION),
            Map.entry("question", Turn.QUESTION),
            Map.entry("instruction", Turn.QUESTION),
            Map.entry("prompt", Turn.QUESTION),
            Map.entry("system", Turn.QUESTION),
            Map.entry("assistant", Turn.ANSWER),
            Map.entry("answer", Turn.ANSWER),
            Map.entry("response", Turn.ANSWER),
            Map.entry("output", Turn.ANSWER),
            Map.entry("gpt", Turn.ANSWER),
            Map.entry("chatgpt", Turn.ANSWER),
            Map.entry("bot", Turn.ANSWER),
            Map.entry("claude", Turn.ANSWER),
            Map.entry("ai", Turn.ANSWER));

    private static final int LONGEST_SPEAKER = 12;

    /// Whose words they are.
    public enum Turn {
        ANSWER,
        QUESTION,
        /// A person's answer, beside a model's.
        HUMAN,
        UNKNOWN
    }

    private Speech() {}

    /// The turn that the last mark of a speaker before `index` begins.
    public static Turn turn(String folded, int index) {
        int earliest = Math.max(0, index - TURN_REACH);
        for (int at = Math.min(index, folded.length()) - 1; at >= earliest; at--) {
            Turn turn = switch (folded.charAt(at)) {
                case ':' -> speaker(folded, at);
                case '#', '<', '[' -> tag(folded, at);
                default -> Turn.UNKNOWN;
            };
            if (turn != Turn.UNKNOWN) {
                return turn;
            }
        }
        return Turn.UNKNOWN;
    }

    private static Turn speaker(String folded, int colon) {
        int start = colon;
        while (start > 0 && colon - start <= LONGEST_SPEAKER && Character.isLetter(folded.charAt(start - 1))) {
            start--;
        }
        return SPEAKERS.getOrDefault(folded.substring(start, colon), Turn.UNKNOWN);
    }

    private static Turn tag(String folded, int at) {
        return TAGS.entrySet().stream()
                .filter(tag -> folded.startsWith(tag.getKey(), at))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Turn.UNKNOWN);
    }

    /// Whether the character at `index` stands inside quotation marks, a block quotation or a block of code.
    public static boolean quoted(String shown, int index) {
        int line = shown.lastIndexOf('\n', index - 1) + 1;
        int from = Math.max(line, index - QUOTE_REACH);
        if (shown.startsWith(">", line) || shown.startsWith(" >", line)) {
            return true;
        }
        int straight = 0;
        int nested = 0;
        for (int i = from; i < index; i++) {
            switch (shown.charAt(i)) {
                case '"' -> straight++;
                case '“', '„', '«', '「', '『' -> nested++;
                case '”', '»', '」', '』' -> nested--;
                default -> {}
            }
        }
        return straight % 2 == 1 || nested > 0 || inCode(shown, index);
    }

    private static boolean inCode(String shown, int index) {
        int fences = 0;
        for (int at = shown.indexOf("```"); at >= 0 && at < index; at = shown.indexOf("```", at + 3)) {
            fences++;
        }
        return fences % 2 == 1;
    }
}
