package org.provgate.proof.fuzz;

/// Where Jazzer comes in. It knows the two methods by their names.
public final class Entry {

    private static Reader reader = _ -> {
        throw new IllegalStateException("no target was named");
    };

    private Entry() {}

    /// @param arguments the word of a target
    public static void fuzzerInitialize(String[] arguments) {
        reader = FuzzTarget.of(arguments[0]).reader();
    }

    public static void fuzzerTestOneInput(byte[] input) {
        reader.read(input);
    }
}
