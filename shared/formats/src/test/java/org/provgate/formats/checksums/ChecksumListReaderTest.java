package org.provgate.formats.checksums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.claim.Place;
import org.provgate.core.submission.ChecksumList;

class ChecksumListReaderTest {

    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);

    @Test
    void namesAreRelativeToTheListsOwnFolder() {
        ChecksumList list =
                read("shards/SHA256SUMS", A + "  part-1.gz\n" + B + " *./deep/part-2.gz\n" + B + "  ../x\n");

        assertThat(list.faults()).isEmpty();
        assertThat(list.digests().keySet()).containsExactly("shards/deep/part-2.gz", "shards/part-1.gz", "x");
        assertThat(list.digests().get("shards/part-1.gz")).hasToString(A);
        assertThat(list.places()).containsEntry("x", Place.line("shards/SHA256SUMS", 3));
    }

    @Test
    void lineEndsMarksCommentsAndEmptyLinesMakeNoDifference() {
        ChecksumList list = read("SHA256SUMS", "\uFEFF# written by hand\r\n" + A + "  a b.txt\r\n\r\n" + B + "  é.txt");

        assertThat(list.faults()).isEmpty();
        assertThat(list.digests().keySet()).containsExactly("a b.txt", "é.txt");
    }

    @Test
    void escapedNamesAreUnescaped() {
        ChecksumList list = read("SHA256SUMS", "\\" + A + "  a\\nb\\\\c\\rd\n" + B + "  a\\nb\n");

        assertThat(list.faults()).isEmpty();
        assertThat(list.digests().keySet()).containsExactlyInAnyOrder("a\nb\\c\rd", "a\\nb");
    }

    @Test
    void upperCaseDigestsAreTheSameDigests() {
        assertThat(read("SHA256SUMS", "A".repeat(64) + "  a").digests().get("a"))
                .hasToString(A);
    }

    static final List<Arguments> faults = List.of(
            argumentSet(
                    "absolute",
                    A + "  /etc/passwd",
                    1,
                    "\"/etc/passwd\" is an absolute path; names are relative to the list's folder"),
            argumentSet("escaping", A + "  x\n" + B + "  ../../y", 2, "\"../../y\" leads out of the submission"),
            argumentSet("the folder itself", A + "  ..", 1, "\"..\" leads out of the submission"),
            argumentSet("twice", A + "  x\n\n" + A + "  ./x", 3, "\"./x\" is listed already on line 1"),
            argumentSet(
                    "MD5",
                    "0123456789abcdef0123456789abcdef  x",
                    1,
                    "the line begins with 32 hexadecimal digits; a SHA-256 digest has 64"),
            argumentSet(
                    "tagged",
                    "SHA256 (x) = " + A,
                    1,
                    "the line has the form of `sha256sum --tag`; the digest is wanted first, then two spaces and the name"),
            argumentSet(
                    "no entry",
                    "hello",
                    1,
                    "\"hello\" is no entry: 64 hexadecimal digits, two spaces and a name are wanted"),
            argumentSet(
                    "no name",
                    A,
                    1,
                    "\"" + "a".repeat(60) + "…\" is no entry: 64 hexadecimal digits, two spaces and a name are wanted"),
            argumentSet(
                    "odd escape",
                    "\\" + A + "  a\\tb",
                    1,
                    "a backslash in \"a\\tb\" begins an escape that `sha256sum` does not write"),
            argumentSet("long line", A + "  " + "x".repeat(9000), 1, "a line has 9,066 bytes; no name is that long"));

    @ParameterizedTest
    @FieldSource("faults")
    void everyLineThatIsNoEntryIsAFault(String text, long line, String message) {
        ChecksumList list = read("lists/SHA256SUMS", text);

        assertThat(list.faults()).hasSize(1);
        assertThat(list.faults().getFirst().message()).isEqualTo(message);
        assertThat(list.faults().getFirst().at().line()).isEqualTo(line);
        assertThat(list.faults().getFirst().at().file()).isEqualTo("lists/SHA256SUMS");
    }

    @Test
    void aNameThatIsNotUtf8IsAFault() {
        byte[] bytes = (A + "  x").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xFF;

        assertThat(ChecksumListReader.read("SHA256SUMS", bytes)
                        .faults()
                        .getFirst()
                        .message())
                .isEqualTo("the line is not UTF-8");
    }

    @Test
    void faultsAreBounded() {
        assertThat(read("SHA256SUMS", "x\n".repeat(100_000)).faults()).hasSize(ChecksumListReader.MAX_FAULTS);
    }

    @Test
    void entriesAreBounded() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= ChecksumListReader.MAX_ENTRIES; i++) {
            text.append(A).append("  ").append(i).append('\n');
        }
        ChecksumList list = read("SHA256SUMS", text.toString());

        assertThat(list.digests()).hasSize(ChecksumListReader.MAX_ENTRIES);
        assertThat(list.faults().getFirst().message())
                .isEqualTo("the list has more than 500,000 entries; the rest is not read");
    }

    private static ChecksumList read(String path, String text) {
        return ChecksumListReader.read(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
