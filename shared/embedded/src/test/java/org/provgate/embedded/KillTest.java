package org.provgate.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

class KillTest {

    private static final int RUNS = 2;

    @Test
    void nothingThatWasAnsweredIsLostWhenTheProcessIsKilled(@TempDir Path folder) throws Exception {
        Random random = new Random(11);
        List<String> told = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            told.addAll(killed(folder, "run" + run, 60 + random.nextInt(80)));
        }

        try (EmbeddedS3 server = EmbeddedS3.start(0, KilledServer.objects(folder), _ -> {});
                EmbeddedDynamo dynamo = EmbeddedDynamo.start(KilledServer.ledger(folder));
                S3Client s3 = server.client()) {
            for (String line : told) {
                String[] words = line.split(" ", -1);
                switch (words[0]) {
                    case "put" ->
                        assertThat(text(s3, words[1], words[2]))
                                .as(line)
                                .startsWith(words[1].replaceAll("/.*", "") + " " + words[3] + " ");
                    case "item" ->
                        assertThat(dynamo.client()
                                        .getItem(g -> g.tableName(KilledServer.TABLE)
                                                .key(Map.of("pk", AttributeValue.fromS(words[1]))))
                                        .hasItem())
                                .as(line)
                                .isTrue();
                    default -> assertThat(words[0]).isEqualTo("again");
                }
            }
            List<ObjectVersion> listed =
                    s3.listObjectVersionsPaginator(l -> l.bucket(KilledServer.BUCKET)).versions().stream()
                            .toList();
            assertThat(listed)
                    .allSatisfy(version -> assertThat(text(s3, version.key(), version.versionId()))
                            .hasSize(Math.toIntExact(version.size())));
        }
    }

    private static String text(S3Client s3, String key, String version) {
        return s3.getObjectAsBytes(g -> g.bucket(KilledServer.BUCKET).key(key).versionId(version))
                .asUtf8String();
    }

    /// What the process said before it was killed.
    private static List<String> killed(Path folder, String word, int lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledServer.class.getName(),
                        folder.toString(),
                        word)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said = new ArrayList<>();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (said.size() < lines) {
                String line = out.readLine();
                assertThat(line).as("line %s of %s", said.size(), word).isNotNull();
                said.add(line);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return said;
    }
}
