package org.provgate.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The ledger's database and the language of conditions have parsers made by two versions of one tool, and share the
/// newer one's runtime. The older parser works with it, and says so on standard error when it is loaded.
final class Grammars {

    /// Each says it for itself.
    private static final List<String> OF_THE_LEDGER = List.of(
            "com.amazon.dynamodb.grammar.DynamoDbGrammarLexer", "com.amazon.dynamodb.grammar.DynamoDbGrammarParser");

    private Grammars() {}

    /// Loads them with that remark unheard.
    static void load() {
        PrintStream heard = System.err;
        try (PrintStream unheard = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            System.setErr(unheard);
            for (String name : OF_THE_LEDGER) {
                Class.forName(name);
            }
        } catch (ClassNotFoundException otherVersion) {
            throw new IllegalStateException("the ledger's database is another version", otherVersion);
        } finally {
            System.setErr(heard);
        }
    }
}
