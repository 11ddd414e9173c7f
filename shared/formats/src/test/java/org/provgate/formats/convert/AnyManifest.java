package org.provgate.formats.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.provgate.core.claim.Word;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.manifest.Use;

/// Some manifest without fault, repeatable by its seed; every field is there sooner or later.
final class AnyManifest {

    private static final List<String> TEXTS = List.of(
            "Harbour phrasebook",
            "Où est le quai ?",
            "a \"quoted\" word: and # a hash",
            "two  spaces",
            "港の会話",
            "- begins like a list",
            "ends with a colon:",
            "none",
            "1.10",
            "line one\nline two",
            "tab\tand \\ backslash");

    private static final List<String> SOURCE_TYPES =
            List.of("human-authored", "human-annotation", "user-data", "internal-logs", "digitized", "other");

    private final Random random;

    AnyManifest(long seed) {
        this.random = new Random(seed);
    }

    JsonValue.Members value() {
        int sources = random.nextInt(4);
        int teachers = sources == 0 ? 1 + random.nextInt(2) : random.nextInt(3);
        Json json = new Json().put("dataset", dataset());
        json.list("contributors", some(1 + random.nextInt(2), this::contributor));
        List<JsonValue> listed = new ArrayList<>();
        for (int i = 0; i < sources; i++) {
            listed.add(source(i));
        }
        json.put("sources", listed.isEmpty() ? JsonValue.text("none") : new JsonValue.Items(listed));
        List<JsonValue> models = new ArrayList<>();
        for (int i = 0; i < teachers; i++) {
            models.add(teacher(i, sources));
        }
        json.put(
                "teachers",
                models.isEmpty()
                        ? JsonValue.text(random.nextInt(4) == 0 && sources > 0 ? "unknown" : "none")
                        : new JsonValue.Items(models));
        List<JsonValue> files = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            files.add(file(i, sources, teachers));
        }
        json.list("files", files);
        json.list("attestations", some(random.nextInt(3), this::attestation));
        return json.value();
    }

    private Json dataset() {
        Json json = new Json().text("name", line()).text("version", "1.0." + random.nextInt(9));
        json.text("description", text()).text("license", pick("CC-BY-4.0", "MIT OR Apache-2.0", "LicenseRef-Own"));
        maybe(json, "identifier", "urn:example:" + random.nextInt(99));
        maybe(json, "licenseLink", "LICENSES/own.txt");
        maybe(json, "url", "https://example.org/set");
        if (flip()) {
            json.texts("languages", List.of("no", "en"));
        }
        if (flip()) {
            json.texts("modalities", List.of("text"));
        }
        maybe(json, "intendedUse", text());
        maybe(json, "personalData", "pseudonymised");
        maybe(json, "copyrightedMaterial", "licensed");
        maybe(json, "created", "2026-05-02");
        maybe(json, "previousVersion", "0.9");
        if (flip()) {
            json.texts("processing", List.of(text()));
        }
        return json;
    }

    private JsonValue contributor() {
        Json json = new Json().text("name", line());
        maybe(json, "organization", line());
        maybe(json, "email", "jane@example.org");
        maybe(json, "url", "https://example.org/jane");
        return json.texts("roles", flip() ? List.of("submitter") : List.of("creator", "rights-holder"))
                .value();
    }

    private JsonValue source(int nth) {
        Json json = new Json().text("id", "source" + nth);
        boolean crawl = random.nextInt(5) == 0;
        boolean dataset = !crawl && flip();
        json.text(
                "type",
                crawl ? "web-crawl" : dataset ? "dataset" : SOURCE_TYPES.get(random.nextInt(SOURCE_TYPES.size())));
        json.text("name", line());
        maybe(json, "description", text());
        if (dataset) {
            json.text("uri", "https://example.org/source/" + nth);
        }
        maybe(json, "version", "2025-11");
        maybe(json, "sha256", digest());
        maybe(json, "provider", line());
        maybe(json, "acquisition", "public");
        json.text("license", pick("CC-BY-4.0", "NOASSERTION", "NONE"));
        maybe(json, "licenseLink", "LICENSES/source.txt");
        json.text("rightsBasis", pick("license", "own-work", "tdm-exception"));
        if (flip()) {
            json.list("rightsEvidence", some(1 + random.nextInt(2), this::document));
        }
        json.put("collectionPeriod", period());
        if (flip()) {
            json.texts("geography", flip() ? List.of("NO") : List.of("NO", "DK"));
        }
        if (crawl) {
            Json own = new Json();
            own.texts("userAgents", List.of("ExampleBot/1.2"));
            own.text("robots", "honored").texts("domains", List.of("example.net", "example.org"));
            json.put("crawl", own);
        }
        if (flip()) {
            json.put("annotation", new Json().text("workforce", "crowd").text("modelAssistance", "none"));
        }
        return json.value();
    }

    private JsonValue teacher(int nth, int sources) {
        Json json =
                new Json().text("id", "teacher" + nth).text("provider", line()).text("model", line() + nth);
        maybe(json, "revision", "1234e56");
        maybe(json, "uri", "https://example.org/model");
        List<String> words = Word.all(Use.class);
        json.texts("uses", List.of(words.get(random.nextInt(words.size() - 1))));
        json.put("generationPeriod", period());
        AccessChannel channel = flip() ? AccessChannel.SELF_HOSTED : AccessChannel.CLOUD_MARKETPLACE;
        json.text("accessChannel", channel.word()).text("accessProvider", line());
        if (sources > 0 && flip()) {
            json.texts("viaSources", List.of("source0"));
        }
        if (flip()) {
            json.text("terms", "unknown");
        } else {
            Json terms = new Json().text("name", line()).text("version", "2.0");
            maybe(terms, "acceptedOn", "2026-01-20");
            if (flip()) {
                terms.put("copy", document());
            }
            json.put("terms", terms);
        }
        if (flip()) {
            Json authorization = new Json().text("grantedBy", line());
            maybe(authorization, "expires", "2027-02-13");
            json.put("authorization", authorization.put("document", document()));
        }
        return json.value();
    }

    private JsonValue file(int nth, int sources, int teachers) {
        Json json = new Json();
        if (flip()) {
            json.text("path", "data/part %d ü.jsonl".formatted(nth)).text("sha256", digest());
            if (flip()) {
                json.put("bytes", new JsonValue.Whole(random.nextInt(1_000_000)));
            }
        } else {
            json.text("glob", pick("shards%d/*.jsonl", "shards%d/part-?.jsonl").formatted(nth));
            json.text("checksums", "SHA256SUMS");
        }
        if (flip()) {
            json.put("rows", new JsonValue.Whole(random.nextInt(1_000)));
        }
        maybe(json, "mediaType", "application/jsonl");
        maybe(json, "split", "train");
        maybe(json, "license", "MIT");
        boolean noSources = teachers > 0 && (sources == 0 || random.nextInt(4) == 0);
        if (sources > 0) {
            json.put("sources", noSources ? JsonValue.text("none") : ids("source", sources));
        }
        if (teachers > 0) {
            json.put("teachers", noSources || flip() ? ids("teacher", teachers) : JsonValue.text("none"));
        }
        maybe(json, "description", text());
        return json.value();
    }

    private static JsonValue ids(String kind, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(kind + i);
        }
        return NativeParts.textItems(ids);
    }

    private JsonValue attestation() {
        Json json = new Json().text("type", pick("complete-and-accurate", "right-to-contribute", "terms-complied"));
        maybe(json, "statement", text());
        json.text("by", line()).text("date", "2026-05-04");
        if (flip()) {
            json.put("document", document());
        }
        return json.value();
    }

    private JsonValue document() {
        Json json = new Json().text("path", "evidence/paper.pdf").text("sha256", digest());
        maybe(json, "title", line());
        return json.value();
    }

    private Json period() {
        return new Json()
                .text("start", pick("2025", "2025-10", "2025-10-02"))
                .text("end", pick("ongoing", "2026-02-01", "2026"));
    }

    private List<JsonValue> some(int count, Supplier<JsonValue> one) {
        List<JsonValue> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(one.get());
        }
        return items;
    }

    private void maybe(Json json, String name, String value) {
        if (flip()) {
            json.text(name, value);
        }
    }

    private boolean flip() {
        return random.nextBoolean();
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private String line() {
        String text = text();
        return text.indexOf('\n') < 0 ? text : "one line";
    }

    private String pick(String... options) {
        return options[random.nextInt(options.length)];
    }

    private String digest() {
        return Integer.toHexString(random.nextInt(16)).repeat(64);
    }
}
