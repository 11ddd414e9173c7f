package org.provgate.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.provgate.cli.CannotRunException;
import org.provgate.cli.Console;
import org.provgate.core.signing.KeyReading;
import org.provgate.core.signing.Signer;
import org.provgate.core.signing.SigningKey;
import org.provgate.core.signing.VerifyingKey;

/// Keys of PEM files.
final class Keys {

    private Keys() {}

    static Signer signing(Console console, String typed) {
        return key(typed, SigningKey.ofPem(text(console, typed)));
    }

    static VerifyingKey verifying(Console console, String typed) {
        return key(typed, VerifyingKey.ofPem(text(console, typed)));
    }

    private static <K> K key(String typed, KeyReading<K> reading) {
        return switch (reading) {
            case KeyReading.Read<K>(K key) -> key;
            case KeyReading.Unusable<K>(String why) ->
                throw new CannotRunException("--key %s: %s".formatted(typed, why));
        };
    }

    private static String text(Console console, String typed) {
        Path file = Arguments.existing(console, typed);
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException fault) {
            throw new CannotRunException("--key %s cannot be read: %s".formatted(typed, fault.getMessage()), fault);
        }
    }
}
