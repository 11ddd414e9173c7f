package org.provgate.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamProgressTest {

    @Test
    void whatWasReachedIsKnownToTheNextProcess(@TempDir Path folder) {
        Optional<Path> file = Optional.of(folder.resolve("stream-decide"));
        StreamProgress first = StreamProgress.in(file);
        first.reached("shard-1", "0007");
        first.done("shard-0");

        StreamProgress next = StreamProgress.in(file);

        assertThat(next.of("shard-1")).isEqualTo("0007");
        assertThat(next.isDone("shard-0")).isTrue();
        assertThat(next.of("shard-2")).isEmpty();
    }

    @Test
    void shardsThatAreGoneAreForgotten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("stream-decide");
        StreamProgress progress = StreamProgress.in(Optional.of(file));
        progress.reached("shard-1", "0007");
        progress.reached("shard-2", "0009");

        progress.forgetAllBut(List.of("shard-2"));

        assertThat(Files.readString(file)).isEqualTo("shard-2 0009\n");
    }

    @Test
    void aDamagedFileMeansFromTheBeginning(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("stream-decide");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, '\n'});

        assertThat(StreamProgress.in(Optional.of(file)).of("shard-1")).isEmpty();
    }
}
