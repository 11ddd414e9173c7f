package org.provgate.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.provgate.usecases.port.Bucket.DATASET;
import static org.provgate.usecases.port.Bucket.QUARANTINE;
import static org.provgate.usecases.port.Bucket.REPORT;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.core.facts.Digests;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.ObjectStore.Listed;

/// What every object store keeps: each version by itself, its tags with it, and nothing gone that was not deleted.
public abstract class ObjectStoreContract {

    /// What not every backend can do. A test that needs it names the backend when it is skipped.
    public enum Capability {
        /// A listing with a key that holds a control character.
        CONTROL_CHARACTERS_IN_KEYS,
        /// An object whose key ends with a slash can be copied.
        KEYS_THAT_END_WITH_A_SLASH,
        /// A delete marker hides what stays below it, and is listed.
        DELETE_MARKERS,
        /// What was below a version that is deleted is the latest then.
        DELETION_OF_THE_LATEST_VERSION,
        /// A tag that came with an upload may hold a blank.
        BLANKS_IN_TAGS_OF_AN_UPLOAD
    }

    /// A store with empty buckets, and what a contributor does to the dataset bucket.
    public interface Backend {
        ObjectStore store();

        /// @return the version id
        String upload(String key, byte[] bytes, Map<String, String> tags);

        /// A plain delete.
        ///
        /// @return the delete marker's version id
        String hide(String key);

        /// For people who wonder at a skip.
        String name();

        Set<Capability> capabilities();
    }

    private static final String KEY = "ada/tides/r1/data/a.jsonl";

    private Backend backend;
    private ObjectStore store;

    protected abstract Backend open();

    @BeforeEach
    void begin() {
        backend = open();
        store = backend.store();
    }

    @Test
    void aVersionIsDescribedByItself() {
        String first = upload(KEY, "one");
        String second = upload(KEY, "second");

        assertThat(store.describe(DATASET, KEY, first).orElseThrow().size()).isEqualTo(3);
        assertThat(store.describe(DATASET, KEY, second).orElseThrow().size()).isEqualTo(6);
        assertThat(store.describe(DATASET, KEY, second).orElseThrow().version()).isEqualTo(second);
        assertThat(store.latest(DATASET, KEY)).contains(second);
    }

    @Test
    void whatIsNotThereIsAValue() {
        String version = upload(KEY, "one");

        assertThat(store.describe(DATASET, "no/such/key", version)).isEmpty();
        assertThat(store.describe(QUARANTINE, KEY, version)).isEmpty();
        assertThat(store.latest(DATASET, "no/such/key")).isEmpty();
        assertThat(store.read(REPORT, "policy/policy.yaml")).isEmpty();
    }

    @Test
    void aDeleteMarkerHidesWhatStaysThere() throws IOException {
        needs(Capability.DELETE_MARKERS);
        String version = upload(KEY, "one");
        String marker = backend.hide(KEY);

        assertThat(store.latest(DATASET, KEY)).isEmpty();
        assertThat(store.describe(DATASET, KEY, marker)).isEmpty();
        assertThat(text(KEY, version, 0)).isEqualTo("one");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10})
    void bytesAreReadFromAnyOffset(long offset) throws IOException {
        String version = upload(KEY, "0123456789");
        upload(KEY, "another");

        assertThat(text(KEY, version, offset)).isEqualTo("0123456789".substring((int) offset));
    }

    @Test
    void anEmptyObjectIsAnObject() throws IOException {
        String version = upload(KEY, "");

        assertThat(store.describe(DATASET, KEY, version).orElseThrow().size()).isZero();
        assertThat(text(KEY, version, 0)).isEmpty();
        assertThat(store.digest(DATASET, KEY, version)).isEqualTo(Digests.sha256(""));
    }

    @Test
    void openingWhatIsGoneFails() {
        String version = upload(KEY, "one");
        store.delete(DATASET, KEY, version);

        assertThatThrownBy(() -> store.open(DATASET, KEY, version, 0)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void theDigestIsOfTheStoredBytes() {
        byte[] bytes = new byte[3_000_000];
        bytes[2_999_999] = 1;
        String version = backend.upload(KEY, bytes, Map.of());

        assertThat(store.digest(DATASET, KEY, version)).isEqualTo(Digests.sha256(bytes));
    }

    /// What a store did not measure over the whole object it does not know; what it says is right.
    @Test
    void aKnownDigestIsThatOfTheBytes() {
        String first = upload(KEY, "one");
        String second = upload(KEY, "second");

        assertThat(store.knownDigest(DATASET, KEY, first).orElse(Digests.sha256("one")))
                .isEqualTo(Digests.sha256("one"));
        assertThat(store.knownDigest(DATASET, KEY, second).orElse(Digests.sha256("second")))
                .isEqualTo(Digests.sha256("second"));
    }

    @Test
    void ofWhatIsGoneNoDigestIsKnown() {
        String version = upload(KEY, "one");
        store.delete(DATASET, KEY, version);

        assertThatThrownBy(() -> store.knownDigest(DATASET, KEY, version)).isInstanceOf(RuntimeException.class);
    }

    /// Longer than what is read at a time.
    @Test
    void aLongObjectIsReadInOrderFromAnyOffset() throws IOException {
        byte[] bytes = new byte[20_000_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + (i >> 12));
        }
        String version = backend.upload(KEY, bytes, Map.of());

        for (int offset : List.of(0, 1, 9_000_000, 19_999_999)) {
            try (InputStream in = store.open(DATASET, KEY, version, offset)) {
                assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, offset, bytes.length));
            }
        }
    }

    @Test
    void tagsBelongToAVersion() {
        needs(Capability.BLANKS_IN_TAGS_OF_AN_UPLOAD);
        String first = backend.upload(KEY, bytes("one"), Map.of("colour", "sea green + blue=1"));
        String second = upload(KEY, "two");

        store.tag(DATASET, KEY, second, Map.of("provenance", "accepted"));

        assertThat(store.tags(DATASET, KEY, first)).isEqualTo(Map.of("colour", "sea green + blue=1"));
        assertThat(store.tags(DATASET, KEY, second)).isEqualTo(Map.of("provenance", "accepted"));
    }

    @Test
    void taggingReplacesAllTags() {
        String version = backend.upload(KEY, bytes("one"), Map.of("colour", "green", "shape", "round"));

        store.tag(DATASET, KEY, version, Map.of("shape", "square"));

        assertThat(store.tags(DATASET, KEY, version)).isEqualTo(Map.of("shape", "square"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                KEY,
                "ada/tides/r1/with space + plus % percent",
                "ada/tides/r1/ä🦉/?x=1&y=2#z",
                "ada/tides/r1/quote\"'<>",
                "stray"
            })
    void aCopyHasTheBytesAndExactlyTheTagsItIsGiven(String key) {
        String old = backend.upload(key, bytes("old"), Map.of("colour", "green"));
        upload(key, "newer");

        String copy = store.copy(DATASET, key, old, QUARANTINE, Map.of("provenance", "quarantined", "a b", "c+d"));

        assertThat(store.describe(QUARANTINE, key, copy).orElseThrow().size()).isEqualTo(3);
        assertThat(store.digest(QUARANTINE, key, copy)).isEqualTo(Digests.sha256("old"));
        assertThat(store.tags(QUARANTINE, key, copy)).isEqualTo(Map.of("provenance", "quarantined", "a b", "c+d"));
        assertThat(store.tags(DATASET, key, old)).isEqualTo(Map.of("colour", "green"));
    }

    @Test
    void aKeyThatEndsWithASlashIsCopied() {
        needs(Capability.KEYS_THAT_END_WITH_A_SLASH);
        String version = upload("ada/tides/r1/folder/", "not empty");

        String copy = store.copy(DATASET, "ada/tides/r1/folder/", version, QUARANTINE, Map.of());

        assertThat(store.digest(QUARANTINE, "ada/tides/r1/folder/", copy)).isEqualTo(Digests.sha256("not empty"));
    }

    @Test
    void deletingAVersionLeavesTheOthers() throws IOException {
        needs(Capability.DELETION_OF_THE_LATEST_VERSION);
        String first = upload(KEY, "one");
        String second = upload(KEY, "two");

        store.delete(DATASET, KEY, second);
        store.delete(DATASET, KEY, second);

        assertThat(store.describe(DATASET, KEY, second)).isEmpty();
        assertThat(store.latest(DATASET, KEY)).contains(first);
        assertThat(text(KEY, first, 0)).isEqualTo("one");
    }

    @Test
    void whatIsPutIsRead() {
        store.put(REPORT, "reports/a b.json", "application/json", bytes("{}"));
        store.put(REPORT, "reports/a b.json", "application/json", bytes("{\"a\": 1}"));

        assertThat(store.read(REPORT, "reports/a b.json")).contains(bytes("{\"a\": 1}"));
    }

    @Test
    void aListingHasEveryVersionAndMarker() {
        needs(Capability.DELETE_MARKERS);
        String first = upload(KEY, "one");
        String second = upload(KEY, "second");
        String marker = backend.hide(KEY);
        String other = upload("ada/tides/r1/b ä+", "b");
        upload("grace/x/r1/c", "c");

        List<Listed> listed = list("ada/");

        assertThat(listed)
                .filteredOn(line -> line.key().equals(KEY))
                .extracting(Listed::version, Listed::deleteMarker, Listed::latest, Listed::size)
                .containsExactlyInAnyOrder(
                        tuple(marker, true, true, 0L), tuple(second, false, false, 6L), tuple(first, false, false, 3L));
        assertThat(listed).filteredOn(line -> line.key().equals(KEY)).first().matches(Listed::latest);
        assertThat(listed)
                .filteredOn(line -> !line.key().equals(KEY))
                .extracting(Listed::key, Listed::version)
                .containsExactly(tuple("ada/tides/r1/b ä+", other));
    }

    @Test
    void aListingOfManyPagesRepeatsAndOmitsNothing() {
        int count = 1100;
        for (int i = 0; i < count; i++) {
            upload("many/tides/r1/%04d".formatted(i), "x");
        }

        assertThat(list("many/"))
                .extracting(Listed::key)
                .doesNotHaveDuplicates()
                .hasSize(count);
    }

    @Test
    void aKeyWithAControlCharacterDoesNotSpoilTheListing() {
        needs(Capability.CONTROL_CHARACTERS_IN_KEYS);
        upload("ada/tides/r1/a\u0001b", "x");

        assertThat(list("ada/")).extracting(Listed::key).containsExactly("ada/tides/r1/a\u0001b");
    }

    private void needs(Capability capability) {
        assumeTrue(
                backend.capabilities().contains(capability),
                () -> "skipped on " + backend.name() + ": it cannot do " + capability);
    }

    private String upload(String key, String text) {
        return backend.upload(key, bytes(text), Map.of());
    }

    private String text(String key, String version, long offset) throws IOException {
        try (InputStream in = store.open(DATASET, key, version, offset)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private List<Listed> list(String prefix) {
        List<Listed> listed = new ArrayList<>();
        String after = "";
        do {
            ObjectStore.Page page = store.versions(DATASET, prefix, after);
            listed.addAll(page.versions());
            after = page.next();
        } while (!after.isEmpty());
        return listed;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
