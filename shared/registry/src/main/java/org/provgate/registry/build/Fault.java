package org.provgate.registry.build;

/// Something in the facts that must be mended before they can be compiled.
///
/// @param line counted from 1
record Fault(String file, int line, String sentence) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + sentence;
    }
}
