package org.provgate.formats.tree;

/// Ends the reading of a document at the first thing that cannot be read. Never leaves this package.
final class BrokenTree extends Exception {

    private final int offset;
    private final String sentence;

    BrokenTree(int offset, String sentence) {
        super(sentence, null, false, false);
        this.offset = offset;
        this.sentence = sentence;
    }

    TreeReading.Broken in(SourceText source) {
        return new TreeReading.Broken(source.at(Math.min(offset, source.text().length()), ""), sentence);
    }
}
