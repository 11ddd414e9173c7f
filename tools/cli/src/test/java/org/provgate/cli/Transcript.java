package org.provgate.cli;

import java.util.ArrayList;
import java.util.List;

/// The terminal sessions of a page: fenced blocks called `console`, in which a line that begins with `$ ` is what was
/// typed and the rest what was answered.
record Transcript(List<Block> blocks) {

    private static final String FENCE = "```console";

    /// @param firstLine index of the line after the fence
    record Block(int firstLine, List<String> lines) {}

    /// @param typed without the prompt
    record Exchange(String typed, List<String> answer) {}

    static Transcript of(List<String> page) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            if (page.get(i).equals(FENCE)) {
                int end = i + 1;
                while (!page.get(end).equals("```")) {
                    end++;
                }
                blocks.add(new Block(i + 1, List.copyOf(page.subList(i + 1, end))));
                i = end;
            }
        }
        return new Transcript(blocks);
    }

    static List<Exchange> exchanges(Block block) {
        List<Exchange> exchanges = new ArrayList<>();
        for (String line : block.lines()) {
            if (line.startsWith("$ ")) {
                exchanges.add(new Exchange(line.substring(2), new ArrayList<>()));
            } else if (!exchanges.isEmpty()) {
                exchanges.getLast().answer().add(line);
            }
        }
        return exchanges;
    }
}
