package org.provgate.formats.convert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.manifest.Manifest;

/// A manifest in another format, and what did not go along. Nothing is ever filled in that the manifest does not say.
///
/// @param text the document; the same for the same manifest and day
/// @param notCarried what the format has no place for, or wants and the manifest does not say; phrases for people
public record Conversion(Target target, String text, List<String> notCarried) {

    public Conversion {
        notCarried = List.copyOf(notCarried);
    }

    /// @param today the day of writing, for formats that date their documents
    public static Conversion of(Manifest manifest, Target target, LocalDate today) {
        NativeParts parts = new NativeParts();
        List<String> notCarried = new ArrayList<>();
        String text = switch (target) {
            case NATIVE -> NativeYaml.of(whole(manifest, parts));
            case CROISSANT -> new CroissantWriter(manifest, parts, notCarried).write();
            case CYCLONEDX -> new BomWriter("1.6", manifest, parts, notCarried).write();
            case CYCLONEDX_1_7 -> new BomWriter("1.7", manifest, parts, notCarried).write();
            case SPDX -> new SpdxWriter(manifest, parts, notCarried, today).write();
            case HUGGINGFACE -> new CardWriter(manifest, parts, notCarried).write();
            case OPENLINEAGE -> new LineageEvent(manifest, parts, notCarried, today).write();
            case EU_SUMMARY -> new EuSummary(manifest, notCarried).write();
            case AB2013 -> new Ab2013(manifest, notCarried).write();
        };
        notCarried.addAll(parts.lost());
        return new Conversion(target, text, notCarried);
    }

    /// The whole manifest in the words of the native format; what could not be read is left out.
    public static JsonValue.Members inNativeWords(Manifest manifest) {
        return whole(manifest, new NativeParts());
    }

    /// The whole manifest in the words of the native format.
    static JsonValue.Members whole(Manifest manifest, NativeParts parts) {
        Json json = new Json();
        json.put("dataset", parts.dataset(manifest.dataset()));
        json.list(
                "contributors",
                manifest.contributors().stream()
                        .map(it -> parts.contributor(it).value())
                        .toList());
        json.put("sources", parts.sources(manifest.sources()));
        json.put("teachers", parts.teachers(manifest.teachers()));
        json.list(
                "files",
                manifest.files().stream().map(it -> parts.file(it).value()).toList());
        json.list(
                "attestations",
                manifest.attestations().stream()
                        .map(it -> parts.attestation(it).value())
                        .toList());
        return json.value();
    }
}
