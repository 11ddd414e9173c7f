package org.provgate.inspection.text;

/// Whether words are the writer's own, and whose turn it is in a text that holds a dialogue.
public final class Speech {

    private static final int QUOTE_REACH = 400;
    private static final int TURN_REACH = 20_000;

    private static final String[] QUESTION = {
        "human:",
        "user:",
        "### instruction",
        "### human",
        "### input",
        "### user",
        "<|im_start|>user",
        "<|user|>",
        "<|im_start|>system",
        "<|prompter|>",
        "[inst]",
        "question:",
        "<start_of_turn>user",
        "instruction:",
        "<|start_header_id|>user",
        "prompt:",
        "system:",
        "<|system|>",
        "<｜user｜>",
        "<user>"
    };
    private static final String[] ANSWER = {
        "assistant:", "### response", "### assistant", "<|im_start|>assistant", "<|assistant|>", "[/inst]", "answer:",
        "<start_of_turn>model", "response:", "<|start_header_id|>assistant", "output:", "gpt:", "chatgpt:", "bot:",
        "claude:", "ai:", "<｜assistant｜>", "<assistant>"
    };

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
        int question = last(folded, QUESTION, index, earliest);
        int answer = last(folded, ANSWER, index, earliest);
        if (question < 0 && answer < 0) {
            return Turn.UNKNOWN;
        }
        return answer > question ? Turn.ANSWER : Turn.QUESTION;
    }

    private static int last(String text, String[] marks, int index, int earliest) {
        int last = -1;
        for (String mark : marks) {
            int at = text.lastIndexOf(mark, index);
            if (at >= earliest && at > last && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))) {
                last = at;
            }
        }
        return last;
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
