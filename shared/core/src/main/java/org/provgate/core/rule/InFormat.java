package org.provgate.core.rule;

import java.util.Map;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.manifest.ManifestFormat;

/// Remedies are written for the native manifest. Where a community format is the manifest, this says in addition how
/// the same thing is written there, as something to copy.
public final class InFormat {

    /// Native fields that remedies ask for, as YAML, as JSON, and as flat properties.
    private record Fields(String yaml, String json, String properties) {}

    private static final Map<String, Fields> ASKED = Map.of(
            "teachers-unstated",
            new Fields("teachers: none", "\"teachers\": \"none\"", "`dpm:teachers` with the value `none`"),
            "attestation-missing",
            new Fields(
                    "attestations: [{type: TYPE, by: NAME, date: YYYY-MM-DD}]",
                    "\"attestations\": [{\"type\": \"TYPE\", \"by\": \"NAME\", \"date\": \"YYYY-MM-DD\"}]",
                    "`dpm:attestations.0.type`, `dpm:attestations.0.by` and `dpm:attestations.0.date`"),
            "file-checksum-missing",
            new Fields(
                    "files: [{path: PATH, sha256: DIGEST, sources: [ID], teachers: none}]",
                    "\"files\": [{\"path\": \"PATH\", \"sha256\": \"DIGEST\", \"sources\": [\"ID\"]}]",
                    "none but the `hashes` of each file component, with `alg` `SHA-256`"),
            "teacher-fields-missing",
            new Fields(
                    "teachers: [{id: ID, provider: MAKER, model: MODEL, uses: [generated], generationPeriod:"
                            + " {start: YYYY-MM-DD, end: YYYY-MM-DD}, accessChannel: provider-api}]",
                    "\"teachers\": [{\"id\": \"ID\", \"provider\": \"MAKER\", \"model\": \"MODEL\", \"uses\":"
                            + " [\"generated\"], \"generationPeriod\": {\"start\": \"YYYY-MM-DD\", \"end\":"
                            + " \"YYYY-MM-DD\"}, \"accessChannel\": \"provider-api\"}]",
                    "`dpm:uses`, `dpm:generationPeriod.start`, `dpm:generationPeriod.end` and `dpm:accessChannel` of the"
                            + " model's component"),
            "source-rights-unproven",
            new Fields("rightsBasis: own-work", "\"rightsBasis\": \"own-work\"", "`dpm:rightsBasis`"));

    private InFormat() {}

    /// The remedy with what to write in a format; unchanged where nothing can be added to it.
    public static String remedy(ManifestFormat format, RuleCode code, String remedy) {
        Fields fields = ASKED.get(code.value());
        if (fields == null) {
            return remedy;
        }
        return switch (format) {
            case NATIVE -> remedy;
            case HUGGINGFACE -> "%s In the card: `x-provenance: {%s}`.".formatted(remedy, fields.yaml);
            case CROISSANT, FRICTIONLESS, DTA, PROV ->
                "%s In this file: `%s`.".formatted(remedy, fields.json.replaceFirst("\"", "\"dpm:"));
            case CYCLONEDX -> "%s In this file by properties: %s.".formatted(remedy, fields.properties);
            case SPDX ->
                "%s In this file: `{%s}` as the JSON statement of an Annotation of the element."
                        .formatted(remedy, fields.json);
            case IN_TOTO -> "%s A provenance.yaml beside this file can say it.".formatted(remedy);
        };
    }
}
