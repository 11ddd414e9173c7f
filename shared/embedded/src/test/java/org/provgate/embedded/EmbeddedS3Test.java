package org.provgate.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

class EmbeddedS3Test {

    private static final String BUCKET = "dataset";
    private static final int MEBIBYTE = 1024 * 1024;

    private final List<ObjectChange> changes = new CopyOnWriteArrayList<>();
    private final EmbeddedS3 server = EmbeddedS3.start(0, new Keep.InMemory(), changes::add);
    private final S3Client s3 = server.client();

    @BeforeEach
    void bucket() {
        s3.createBucket(to -> to.bucket(BUCKET));
        s3.putBucketVersioning(
                to -> to.bucket(BUCKET).versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
    }

    @AfterEach
    void stop() {
        s3.close();
        server.close();
    }

    @Test
    void onlyTheLoopbackInterfaceAnswers() throws IOException {
        List<String> reached = new ArrayList<>();
        for (NetworkInterface net : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (var address : Collections.list(net.getInetAddresses())) {
                if (answers(address)) {
                    reached.add(address.getHostAddress());
                }
            }
        }

        assertThat(reached).containsExactly("127.0.0.1");
    }

    private boolean answers(InetAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, server.port()), 500);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void aTakenPortIsSaid() {
        assertThatThrownBy(() -> EmbeddedS3.start(server.port(), new Keep.InMemory(), _ -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("port " + server.port() + " of 127.0.0.1 is taken");
    }

    @Test
    void tagsOfAnUploadAreDecoded() {
        put("a", "x", "team=data%20team&empty=&path=a%26b%3Dc");

        assertThat(tags("a"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("team", "data team", "empty", "", "path", "a&b=c"));
    }

    @Test
    void aCopyKeepsTagsUnlessOthersAreGiven() {
        String version = put("from", "bytes", "a=1");

        s3.copyObject(c -> c.sourceBucket(BUCKET)
                .sourceKey("from")
                .sourceVersionId(version)
                .destinationBucket(BUCKET)
                .destinationKey("same"));
        s3.copyObject(c -> c.sourceBucket(BUCKET)
                .sourceKey("from")
                .destinationBucket(BUCKET)
                .destinationKey("other")
                .taggingDirective(TaggingDirective.REPLACE)
                .tagging("b=2"));

        assertThat(tags("same")).isEqualTo(Map.of("a", "1"));
        assertThat(tags("other")).isEqualTo(Map.of("b", "2"));
    }

    @Test
    void anObjectWhoseKeyEndsInASlashCanBeCopied() {
        put("folder/", "not empty", "");

        s3.copyObject(c -> c.sourceBucket(BUCKET)
                .sourceKey("folder/")
                .destinationBucket(BUCKET)
                .destinationKey("copy/"));

        assertThat(text("copy/")).isEqualTo("not empty");
    }

    @Test
    void aWriteThatMustNotReplaceIsRefusedWhereSomethingStands() {
        put("a", "first", "");

        assertThatThrownBy(() -> s3.putObject(p -> p.bucket(BUCKET).key("a").ifNoneMatch("*"), RequestBody.empty()))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
        assertThat(text("a")).isEqualTo("first");
    }

    @Test
    void ofManyWritesThatMustNotReplaceOneWins() {
        long won = IntStream.range(0, 20)
                .parallel()
                .filter(i -> {
                    try {
                        s3.putObject(
                                p -> p.bucket(BUCKET).key("race").ifNoneMatch("*"), RequestBody.fromString("w" + i));
                        return true;
                    } catch (S3Exception refused) {
                        return false;
                    }
                })
                .count();

        assertThat(won).isEqualTo(1);
    }

    @Test
    void aWrongChecksumIsRefused() {
        assertThatThrownBy(() -> s3.putObject(
                        p -> p.bucket(BUCKET).key("a").checksumSHA256("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
                        RequestBody.fromString("other bytes")))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("BadDigest"));
        assertThat(s3.listObjectVersions(l -> l.bucket(BUCKET)).versions()).isEmpty();
    }

    @Test
    void partsMayBeCopiesAndTheWholeKeepsTagsAndBytes() {
        byte[] large = random(6 * MEBIBYTE);
        s3.putObject(p -> p.bucket(BUCKET).key("large"), RequestBody.fromBytes(large));
        String upload = s3.createMultipartUpload(
                        m -> m.bucket(BUCKET).key("parts").tagging("a=b%20c").metadata(Map.of("m", "1")))
                .uploadId();
        String first = s3.uploadPartCopy(c -> c.sourceBucket(BUCKET)
                        .sourceKey("large")
                        .copySourceRange("bytes=0-" + (5 * MEBIBYTE - 1))
                        .destinationBucket(BUCKET)
                        .destinationKey("parts")
                        .uploadId(upload)
                        .partNumber(1))
                .copyPartResult()
                .eTag();
        String second = s3.uploadPart(
                        p -> p.bucket(BUCKET).key("parts").uploadId(upload).partNumber(2),
                        RequestBody.fromBytes(Arrays.copyOfRange(large, 5 * MEBIBYTE, large.length)))
                .eTag();
        s3.completeMultipartUpload(c -> c.bucket(BUCKET)
                .key("parts")
                .uploadId(upload)
                .multipartUpload(m -> m.parts(part(1, first), part(2, second))));

        assertThat(s3.getObjectAsBytes(g -> g.bucket(BUCKET).key("parts")).asByteArray())
                .isEqualTo(large);
        assertThat(tags("parts")).isEqualTo(Map.of("a", "b c"));
        assertThat(s3.headObject(h -> h.bucket(BUCKET).key("parts")).metadata()).isEqualTo(Map.of("m", "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b/c d",
                "日本語/é😀",
                "plus+1",
                "100%25 %zz",
                "q?x=1&y#h",
                "<&>\"'",
                "dbl//slash",
                "dots/../x",
                "./rel",
                "trail ",
                "~!*'()",
                "folder/",
                "ctl\u0001\u001fx",
                "tab\tline\nend\r",
                "\uFFFE"
            })
    void anyKeyIsStoredListedAndRead(String key) {
        String version = put(key, "bytes of it", "");

        List<ObjectVersion> listed = s3.listObjectVersions(l -> l.bucket(BUCKET).encodingType(EncodingType.URL))
                .versions();

        assertThat(listed)
                .extracting(ObjectVersion::key, ObjectVersion::versionId)
                .containsExactly(tuple(key, version));
        assertThat(text(key)).isEqualTo("bytes of it");
        assertThat(s3.listObjectVersions(l -> l.bucket(BUCKET)).versions()).hasSize(1);
        assertThat(s3.listObjectsV2(l -> l.bucket(BUCKET)).contents()).hasSize(1);
    }

    @Test
    void versionsAreListedNewestFirstOnPagesOfAnySize() {
        for (int i = 0; i < 3; i++) {
            put("a", "a" + i, "");
            put("b%20 c", "b" + i, "");
        }
        s3.deleteObject(d -> d.bucket(BUCKET).key("a"));
        List<String> whole = page(1000);

        assertThat(whole).hasSize(7);
        assertThat(whole.getFirst()).startsWith("a marker latest");
        for (int size = 1; size < 8; size++) {
            assertThat(page(size)).as("pages of %s", size).isEqualTo(whole);
        }
    }

    @Test
    void aPageEndsWhereSomethingWasThatIsGone() {
        put("a", "1", "");
        String middle = put("b", "2", "");
        put("c", "3", "");
        var first = s3.listObjectVersions(l -> l.bucket(BUCKET).maxKeys(2));
        s3.deleteObject(d -> d.bucket(BUCKET).key("b").versionId(middle));

        var next = s3.listObjectVersions(
                l -> l.bucket(BUCKET).keyMarker(first.nextKeyMarker()).versionIdMarker(first.nextVersionIdMarker()));

        assertThat(next.versions()).extracting(ObjectVersion::key).containsExactly("c");
    }

    @Test
    void foldersAreListedOnce() {
        put("x/1", "", "");
        put("x/2", "", "");
        put("y", "", "");

        var listed = s3.listObjectVersions(l -> l.bucket(BUCKET).delimiter("/"));

        assertThat(listed.commonPrefixes()).extracting(p -> p.prefix()).containsExactly("x/");
        assertThat(listed.versions()).extracting(ObjectVersion::key).containsExactly("y");
    }

    @Test
    void deletingWhatIsGoneIsNoFault() {
        String version = put("a", "1", "");

        for (int i = 0; i < 2; i++) {
            s3.deleteObject(d -> d.bucket(BUCKET).key("a").versionId(version));
        }

        assertThat(s3.listObjectVersions(l -> l.bucket(BUCKET)).versions()).isEmpty();
    }

    @Test
    void changesAreToldInTheirOrder() {
        String version = put("a", "12345", "");
        String marker = s3.deleteObject(d -> d.bucket(BUCKET).key("a")).versionId();
        s3.deleteObject(d -> d.bucket(BUCKET).key("a").versionId(marker));

        assertThat(changes)
                .extracting(ObjectChange::kind, ObjectChange::version, ObjectChange::size)
                .containsExactly(
                        tuple(ObjectChange.Kind.CREATED, version, 5L),
                        tuple(ObjectChange.Kind.MARKED_DELETED, marker, 0L),
                        tuple(ObjectChange.Kind.REMOVED, marker, 0L));
        assertThat(changes).extracting(ObjectChange::sequencer).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "BREW /pot HTTP/1.1\r\nHost: x\r\n\r\n",
                "\u0000\u0001\u0002 nonsense\r\n\r\n",
                "PUT /dataset/a HTTP/1.1\r\nHost: x\r\nx-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\n"
                        + "Content-Length: 6\r\n\r\nFFFFFF",
                "PUT /dataset/a HTTP/1.1\r\nHost: x\r\nx-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\n"
                        + "Content-Length: 5\r\n\r\n-5\r\n\n",
                "PUT /dataset/a HTTP/1.1\r\nHost: x\r\nx-amz-copy-source: nothing\r\nContent-Length: 0\r\n\r\n",
                "PUT /dataset/a HTTP/1.1\r\nHost: x\r\nx-amz-tagging: a=%z\r\nContent-Length: 0\r\n\r\n",
                "POST /dataset?delete HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n<unclosed",
                "GET /dataset?versions&max-keys=many HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /dataset?versions&max-keys=-1 HTTP/1.1\r\nHost: x\r\n\r\n"
            })
    void anOddRequestLeavesTheServerAnswering(String raw) throws IOException {
        put("still", "here", "");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(raw.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).matches("|HTTP/1.1 [2-5]..");
        }

        assertThat(text("still")).isEqualTo("here");
        assertThat(s3.listObjectVersions(l -> l.bucket(BUCKET)).versions())
                .extracting(ObjectVersion::key)
                .containsExactly("still");
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> put("k".repeat(1025), "", ""))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("KeyTooLongError"));
    }

    @Test
    void largeObjectsComeBackWhole() {
        byte[] large = random(40 * MEBIBYTE);

        s3.putObject(p -> p.bucket(BUCKET).key("large"), RequestBody.fromBytes(large));

        assertThat(s3.getObjectAsBytes(g -> g.bucket(BUCKET).key("large")).asByteArray())
                .isEqualTo(large);
    }

    private List<String> page(int size) {
        List<String> lines = new ArrayList<>();
        s3.listObjectVersionsPaginator(l -> l.bucket(BUCKET).maxKeys(size).encodingType(EncodingType.URL))
                .forEach(page -> {
                    List<String> markers = new ArrayList<>();
                    for (DeleteMarkerEntry marker : page.deleteMarkers()) {
                        markers.add(line(marker.key(), "marker", marker.isLatest(), marker.versionId()));
                    }
                    for (ObjectVersion version : page.versions()) {
                        markers.add(line(version.key(), "version", version.isLatest(), version.versionId()));
                    }
                    lines.addAll(markers);
                });
        return lines;
    }

    private static String line(String key, String what, boolean latest, String version) {
        return key + " " + what + (latest ? " latest " : " ") + version;
    }

    private String put(String key, String text, String tags) {
        return s3.putObject(p -> p.bucket(BUCKET).key(key).tagging(tags), RequestBody.fromString(text))
                .versionId();
    }

    private String text(String key) {
        return s3.getObjectAsBytes(g -> g.bucket(BUCKET).key(key)).asUtf8String();
    }

    private Map<String, String> tags(String key) {
        return s3.getObjectTagging(g -> g.bucket(BUCKET).key(key)).tagSet().stream()
                .collect(Collectors.toMap(Tag::key, Tag::value));
    }

    private static CompletedPart part(int number, String etag) {
        return CompletedPart.builder().partNumber(number).eTag(etag).build();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
