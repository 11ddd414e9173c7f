package org.provgate.core.rule;

import java.util.Map;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.manifest.ManifestFormat;

/// Remedies are written for the native manifest. Where a community format is the manifest, this says in addition how
/// the same thing is written there, as something to copy.
public final class InFormat {

    private static final Map<String, Snippet> ASKED = Map.of(
            "teachers-unstated",
            Snippet.of("teachers=none"),
            "attestation-missing",
            Snippet.of("attestations.0.type=TYPE", "attestations.0.by=NAME", "attestations.0.date=YYYY-MM-DD"),
            "file-checksum-missing",
            Snippet.of("files.0.path=PATH", "files.0.sha256=DIGEST", "files.0.sources.0=ID"),
            "teacher-fields-missing",
            Snippet.of(
                    "teachers.0.id=ID",
                    "teachers.0.provider=MAKER",
                    "teachers.0.model=MODEL",
                    "teachers.0.uses.0=generated",
                    "teachers.0.generationPeriod.start=YYYY-MM-DD",
                    "teachers.0.generationPeriod.end=YYYY-MM-DD",
                    "teachers.0.accessChannel=provider-api"),
            "license-missing",
            Snippet.of("license=SPDX-EXPRESSION"),
            "source-unresolved",
            Snippet.of("version=VERSION"),
            "source-rights-unproven",
            Snippet.of("rightsBasis=own-work"));

    /// A model's component has the rest of a teacher's fields in the format's own words.
    private static final Snippet OF_A_COMPONENT = Snippet.of(
            "uses.0=generated",
            "generationPeriod.start=YYYY-MM-DD",
            "generationPeriod.end=YYYY-MM-DD",
            "accessChannel=provider-api");

    private InFormat() {}

    /// The remedy with what to write in a format; unchanged where nothing can be added to it.
    ///
    /// @param file the manifest's name
    public static String remedy(ManifestFormat format, String file, RuleCode code, String remedy) {
        Snippet snippet = ASKED.get(code.value());
        if (snippet == null || format == ManifestFormat.NATIVE) {
            return remedy;
        }
        if (format == ManifestFormat.CYCLONEDX && code.value().equals("file-checksum-missing")) {
            return "%s In this file: the `hashes` of each file component, with `alg` `SHA-256`.".formatted(remedy);
        }
        Snippet asked = format == ManifestFormat.CYCLONEDX && code.value().equals("teacher-fields-missing")
                ? OF_A_COMPONENT
                : snippet;
        String written = asked.in(format, file);
        return "%s %s%s.".formatted(remedy, Character.toUpperCase(written.charAt(0)), written.substring(1));
    }
}
