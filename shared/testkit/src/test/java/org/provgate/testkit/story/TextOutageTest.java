package org.provgate.testkit.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.provgate.core.policy.Policy;
import org.provgate.core.submission.SubmissionName;
import org.provgate.testkit.memory.InMemoryLedger;
import org.provgate.testkit.memory.InMemoryObjectStore;
import org.provgate.usecases.gate.InspectObject;
import org.provgate.usecases.gate.InspectObject.Outcome;
import org.provgate.usecases.gate.Layout;
import org.provgate.usecases.gate.Notice;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.UncheckedStoreException;

/// A manifest is read once more for its text. When the store fails just then, nothing is recorded, and the next notice
/// finds everything as it was.
class TextOutageTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final String KEY = "ada/tides/r1/provenance.yaml";
    private static final SubmissionName NAME = new SubmissionName("ada", "tides", "r1");

    private final InMemoryObjectStore objects = new InMemoryObjectStore(() -> NOW);
    private final InMemoryLedger ledger = new InMemoryLedger(_ -> {});
    private final AtomicBoolean measured = new AtomicBoolean();
    private Supplier<Optional<InputStream>> textIs = Optional::empty;

    /// What is opened after the bytes were measured is the text.
    private ObjectStore store() {
        Class<ObjectStore> port = ObjectStore.class;
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    if (method.getName().equals("open")
                            && measured.get()
                            && textIs.get().isPresent()) {
                        return textIs.get().get();
                    }
                    try {
                        return method.invoke(objects, arguments);
                    } catch (InvocationTargetException fault) {
                        throw fault.getCause() == null ? fault : fault.getCause();
                    }
                }));
    }

    private Outcome inspect(Notice notice) {
        measured.set(false);
        return new InspectObject(
                        ledger,
                        store(),
                        () -> TinyEngine.policy(
                                "outage", Policy.Mode.ENFORCE, Policy.Scope.SUBMISSION, Duration.ofHours(1)),
                        (path, source) -> {
                            var facts = TinyEngine.measured(path, source);
                            measured.set(true);
                            return facts;
                        },
                        TinyEngine.engine(),
                        new Layout(),
                        () -> NOW)
                .inspect(notice);
    }

    private void nothingIsRecordedUntilItComesAgain(Supplier<Optional<InputStream>> text, Class<?> fault) {
        String version = objects.upload(KEY, "accept: yes\n".getBytes(UTF_8), Map.of());
        Notice notice = new Notice(KEY, version, "01", Notice.Kind.CREATED);
        textIs = text;

        assertThatThrownBy(() -> inspect(notice)).isInstanceOf(fault);
        assertThat(ledger.object(NAME, "provenance.yaml")).isEmpty();

        textIs = Optional::empty;
        assertThat(inspect(notice)).isEqualTo(Outcome.RECORDED);
        assertThat(ledger.object(NAME, "provenance.yaml")).isPresent();
    }

    @Test
    void aTextThatEndsTooSoonIsAnOutage() {
        nothingIsRecordedUntilItComesAgain(
                () -> Optional.of(new ByteArrayInputStream("acc".getBytes(UTF_8))), UncheckedStoreException.class);
    }

    @Test
    void aTextWhoseBytesStopComingIsAnOutage() {
        nothingIsRecordedUntilItComesAgain(
                () -> Optional.of(new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        throw new IOException("connection reset");
                    }
                }),
                UncheckedIOException.class);
    }
}
