package org.provgate.formats.report;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/// Escapes in JSON, besides what JSON demands, everything that [Printable] holds to be unfit for a terminal.
public final class SteeringEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    private static final char DELETE = 0x7f;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
        codes[DELETE] = CharacterEscapes.ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        return Printable.steers(character) && character <= Character.MAX_VALUE
                ? new SerializedString("\\u%04X".formatted(character))
                : null;
    }
}
