package org.provgate.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrammarsTest {

    /// In a process of its own, where nothing is loaded yet.
    static final class Loading {

        private Loading() {}

        public static void main(String[] arguments) throws ClassNotFoundException {
            if (arguments.length > 0) {
                Grammars.load();
            }
            Class.forName("com.amazon.dynamodb.grammar.DynamoDbGrammarLexer");
            Class.forName("com.amazon.dynamodb.grammar.DynamoDbGrammarParser");
        }
    }

    private static String said(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Loading.class.getName())
                .redirectErrorStream(true);
        command.command().addAll(List.of(arguments));
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void nobodyHearsOfTheVersionsOfTheParsersTool() throws IOException, InterruptedException {
        assertThat(said()).contains("ANTLR");
        assertThat(said("quietly")).isEmpty();
    }
}
