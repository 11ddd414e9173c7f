package org.provgate.formats.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.provgate.core.claim.Field;
import org.provgate.core.license.CommunityLicenses;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.formats.SharedFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real documents that nobody here wrote, held against what is known of them. The table goes to standard output.
class CommunityCorpusTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> KINDS =
            List.of("croissant", "hf-card", "frictionless", "cyclonedx", "spdx3", "data-provenance-standards");
    private static final int MUTATIONS = 6;

    @Test
    void whatIsKnownOfTheCorpusIsRead() throws IOException {
        Map<String, Tally> tallies = new TreeMap<>();
        for (JsonNode entry : entries()) {
            String kind = entry.path("kind").asString();
            if (KINDS.contains(kind)) {
                tallies.computeIfAbsent(kind, Tally::new).add(entry, read(entry));
            }
        }
        tallies.values().forEach(System.out::println);
        assertThat(tallies.keySet()).containsExactlyInAnyOrderElementsOf(KINDS);
        assertThat(tallies.values()).allSatisfy(tally -> {
            assertThat(tally.missed).as(tally.kind + ": not recognised").isEmpty();
            assertThat(tally.licenses.rate()).as(tally.toString()).isGreaterThanOrEqualTo(0.98);
            assertThat(tally.names.rate()).as(tally.toString()).isGreaterThanOrEqualTo(0.98);
        });
    }

    @Test
    void damagedDocumentsEndInAReadingToo() throws IOException {
        Random random = new Random(5);
        int read = 0;
        for (JsonNode entry : entries()) {
            if (KINDS.contains(entry.path("kind").asString())) {
                byte[] bytes = Files.readAllBytes(path(entry));
                for (int i = 0; i < MUTATIONS; i++) {
                    Optional<ManifestReading> reading =
                            SubmissionManifests.read(nameOf(entry), damaged(bytes.clone(), random));
                    read += reading.isPresent() ? 1 : 0;
                }
            }
        }
        assertThat(read).isPositive();
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return switch (random.nextInt(4)) {
            case 0 -> {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                yield bytes;
            }
            case 1 -> text.substring(0, random.nextInt(text.length())).getBytes(StandardCharsets.UTF_8);
            case 2 -> {
                List<String> lines = new ArrayList<>(text.lines().toList());
                lines.remove(random.nextInt(lines.size()));
                yield String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            }
            default -> swapped(text, random).getBytes(StandardCharsets.UTF_8);
        };
    }

    /// A value of another kind where a text stood.
    private static String swapped(String text, Random random) {
        List<String> values = List.of("null", "[]", "{}", "1e9", "[{\"@id\": \"x\"}]", "{\"@value\": {}}", "\"\"");
        int at = text.indexOf(": \"", random.nextInt(text.length()));
        int end = at < 0 ? -1 : text.indexOf('"', at + 3);
        return end < 0
                ? text
                : text.substring(0, at + 2) + values.get(random.nextInt(values.size())) + text.substring(end + 1);
    }

    private static List<JsonNode> entries() throws IOException {
        Path index = SharedFolder.files("corpus").stream()
                .filter(file -> file.endsWith("index.json"))
                .findFirst()
                .orElseThrow();
        List<JsonNode> entries = new ArrayList<>();
        MAPPER.readTree(index.toFile()).path("entries").forEach(entry -> {
            if (entry.path("category").asString().equals("manifest")) {
                entries.add(entry);
            }
        });
        return entries;
    }

    private static Path path(JsonNode entry) throws IOException {
        String wanted = entry.path("path").asString();
        return SharedFolder.files("corpus/manifests").stream()
                .filter(file -> file.toString().replace('\\', '/').endsWith(wanted))
                .findFirst()
                .orElseThrow();
    }

    private static String nameOf(JsonNode entry) {
        String path = entry.path("path").asString();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Optional<ManifestReading> read(JsonNode entry) throws IOException {
        return SubmissionManifests.read(nameOf(entry), Files.readAllBytes(path(entry)));
    }

    /// How many of those that are known were found.
    private static final class Share {
        private int known;
        private int found;

        void add(boolean same) {
            known++;
            found += same ? 1 : 0;
        }

        double rate() {
            return known == 0 ? 1 : (double) found / known;
        }

        @Override
        public String toString() {
            return "%d/%d".formatted(found, known);
        }
    }

    private static final class Tally {
        private final String kind;
        private final List<String> missed = new ArrayList<>();
        private final Share licenses = new Share();
        private final Share names = new Share();
        private int files;
        private int read;
        private int sources;
        private int teachers;

        Tally(String kind) {
            this.kind = kind;
        }

        void add(JsonNode entry, Optional<ManifestReading> reading) {
            files++;
            if (reading.isEmpty() && !isNone(entry)) {
                missed.add(entry.path("path").asString());
            }
            if (reading.isPresent() && reading.get() instanceof ManifestReading.Read(Manifest manifest, var _, var _)) {
                read++;
                sources += manifest.sources().listed().size();
                teachers += manifest.teachers().listed().size();
                JsonNode known = entry.path("truth").path("extracted");
                license(known, manifest.dataset().license());
                JsonNode name = known.has("pretty_name") ? known.path("pretty_name") : known.path("name");
                if (name.isString() && !name.asString().isBlank()) {
                    String plain = name.asString().strip().replaceAll("\\s++", " ");
                    names.add(manifest.dataset()
                            .name()
                            .value()
                            .filter(plain::equals)
                            .isPresent());
                }
            }
        }

        /// Files of the corpus that are no manifest by what is known of them.
        private static boolean isNone(JsonNode entry) {
            JsonNode truth = entry.path("truth");
            JsonNode known = truth.path("extracted");
            boolean plain =
                    truth.has("front_matter") && !truth.path("front_matter").asBoolean();
            boolean broken =
                    known.has("json_parses") && !known.path("json_parses").asBoolean();
            boolean part = entry.path("kind").asString().equals("frictionless")
                    && known.path("resources").isMissingNode();
            boolean keyless = truth.has("keys") && known.isEmpty();
            return plain || broken || part || keyless || known.path("resources").isNull();
        }

        private void license(JsonNode known, Field<String> license) {
            List<String> wanted = new ArrayList<>();
            JsonNode stated = known.has("licenses") ? known.path("licenses") : known.path("license");
            if (stated.isString()) {
                wanted.add(stated.asString());
            }
            stated.forEach(each -> wanted.add(
                    each.isString() ? each.asString() : each.path("name").asString()));
            if (wanted.isEmpty()) {
                return;
            }
            String read = license.value().orElse("");
            boolean same = wanted.stream().allMatch(each -> {
                String spdx = CommunityLicenses.meant(each).orElse(each);
                boolean own = each.equalsIgnoreCase("other") || each.startsWith("http");
                return read.contains(spdx) || (own && read.contains("LicenseRef-"));
            });
            licenses.add(same);
        }

        @Override
        public String toString() {
            return "%-26s files %3d  recognised %3d  read %3d  licence %s  name %s  sources %d  teachers %d"
                    .formatted(kind, files, files - missed.size(), read, licenses, names, sources, teachers);
        }
    }
}
