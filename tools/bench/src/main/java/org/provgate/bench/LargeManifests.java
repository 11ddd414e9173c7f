package org.provgate.bench;

/// Manifests of any size, all of it files.
final class LargeManifests {

    private static final int MEGABYTE = 1_000_000;

    private LargeManifests() {}

    /// One more file.
    private interface Entry {
        String of(int number);
    }

    static String cyclonedx(int megabytes) {
        return filled(megabytes, """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": {"component": {"type": "data", "name": "tides"}},
            "components": [{"type": "file", "name": "data/first.jsonl"}
            """, number -> """
                    , {"type": "file", "name": "data/part-%06d.jsonl", "hashes": [{"alg": "SHA-256", "content": "%064x"}]}
                    """.formatted(number, number), "]}");
    }

    static String cyclonedxXml(int megabytes) {
        return filled(megabytes, """
            <bom xmlns="http://cyclonedx.org/schema/bom/1.6"><metadata><component type="data"><name>tides</name></component>
            </metadata><components>
            """, number -> """
                    <component type="file"><name>data/part-%06d.jsonl</name><hashes><hash alg="SHA-256">%064x</hash></hashes></component>
                    """.formatted(number, number), "</components></bom>");
    }

    static String croissant(int megabytes) {
        return filled(megabytes, """
            {"@context": {"@vocab": "https://schema.org/", "cr": "http://mlcommons.org/croissant/",
            "dct": "http://purl.org/dc/terms/", "conformsTo": "dct:conformsTo"},
            "@type": "Dataset", "conformsTo": "http://mlcommons.org/croissant/1.1", "name": "tides",
            "distribution": [{"@type": "cr:FileObject", "@id": "first", "contentUrl": "data/first.jsonl"}
            """, number -> """
                    , {"@type": "cr:FileObject", "@id": "p%d", "contentUrl": "data/part-%06d.jsonl", "sha256": "%064x"}
                    """.formatted(number, number, number), "]}");
    }

    private static String filled(int megabytes, String begin, Entry entry, String end) {
        StringBuilder text = new StringBuilder(begin);
        for (int number = 0; text.length() < megabytes * MEGABYTE; number++) {
            text.append(entry.of(number));
        }
        return text.append(end).toString();
    }
}
