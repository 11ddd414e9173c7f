package org.provgate.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.provgate.core.policy.Policy;
import org.provgate.core.rule.Example;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.submission.SubmissionName;
import org.provgate.core.submission.Upstream;
import org.provgate.core.verdict.Verdict;
import org.provgate.usecases.engine.PolicyText;

/// A folder with a submission, the policy it is decided under, and the report that has to come of it:
/// `submission/`, `policy.yaml` where it is not the shipped one, `as.txt` with the name it goes by, `hub.txt` with a
/// submission of the hub that is quarantined, where that matters, `expected.json`.
record GoldenCase(Path folder) {

    /// What changes with every fact of the registry and every word of the shipped policy, and says nothing of the case.
    private static final Pattern ENVIRONMENT =
            Pattern.compile("(\"registry\": \\{\\s*\"edition\": )\"[^\"]*\"(,\\s*\"digest\": )\"[^\"]*\"");

    private static final Pattern SHIPPED_POLICY =
            Pattern.compile("(\"name\": \"hub-default\",\\s*\"digest\": )\"[^\"]*\"");

    SubmissionName name() {
        return SubmissionName.parse(text("as.txt").strip()).orElseThrow();
    }

    boolean hasPolicy() {
        return Files.exists(folder.resolve("policy.yaml"));
    }

    Policy policy() {
        return hasPolicy()
                ? PolicyText.read("policy.yaml", text("policy.yaml").getBytes(StandardCharsets.UTF_8))
                : PolicyText.shipped();
    }

    /// Path to bytes.
    SortedMap<String, byte[]> submission() {
        Path root = folder.resolve("submission");
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
            return files;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Whether it hangs on another submission of the hub, of which a folder on disk knows nothing.
    boolean hangsOnTheHub() {
        return Files.exists(folder.resolve("hub.txt"));
    }

    Verdict verdict() {
        SubmissionFacts facts = Decisions.facts(submission(), name());
        return Decisions.verdict(hangsOnTheHub() ? facts.derivingFrom(List.of(quarantined())) : facts, policy());
    }

    private Upstream quarantined() {
        SubmissionName other = SubmissionName.parse(text("hub.txt").strip()).orElseThrow();
        return new Upstream(other, List.of(new Upstream.Held(other, "quarantined")), List.of());
    }

    /// The JSON report as the gate keeps it, but for what is not of the case.
    static String told(Verdict verdict) {
        return withoutEnvironment(Decisions.ENGINE.reports().text(verdict));
    }

    static String withoutEnvironment(String json) {
        String plain = ENVIRONMENT.matcher(json).replaceAll("$1\"…\"$2\"…\"");
        return SHIPPED_POLICY.matcher(plain).replaceAll("$1\"…\"");
    }

    String expected() {
        return text("expected.json");
    }

    void write(Example example, SubmissionName name) {
        ExampleSubmission.files(example).forEach((path, bytes) -> put("submission/" + path, bytes));
        put("as.txt", (name + "\n").getBytes(StandardCharsets.UTF_8));
        if (!example.quarantined().isEmpty()) {
            put("hub.txt", (example.quarantined() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        if (!example.policy().isEmpty()) {
            put("policy.yaml", example.policy().getBytes(StandardCharsets.UTF_8));
        }
    }

    void expect(String json) {
        put("expected.json", json.getBytes(StandardCharsets.UTF_8));
    }

    private void put(String path, byte[] bytes) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, bytes);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private String text(String path) {
        try {
            return Files.readString(folder.resolve(path));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public String toString() {
        return folder.getFileName() + " of "
                + folder.resolveSibling(".").normalize().getFileName();
    }
}
