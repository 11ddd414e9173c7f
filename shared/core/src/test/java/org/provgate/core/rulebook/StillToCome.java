package org.provgate.core.rulebook;

import java.util.Map;

/// Promised codes that no rule reports yet, and what each waits for.
final class StillToCome {

    static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("manifest-version-unsupported", "its rule"),
            Map.entry("manifest-conflict", "two formats of one manifest, which need the readers of community formats"),
            Map.entry("manifest-duplicate", "its rule"),
            Map.entry("id-duplicate", "its rule"),
            Map.entry("declaration-unused", "its rule"),
            Map.entry("period-impossible", "its rule"),
            Map.entry("contributor-mismatch", "an operator's table of who belongs to which prefix"),
            Map.entry("file-covered-twice", "its rule"),
            Map.entry("file-checksum-missing", "its rule"),
            Map.entry("file-size-mismatch", "its rule"),
            Map.entry("file-rows-mismatch", "its rule"),
            Map.entry("file-type-mismatch", "its rule"),
            Map.entry("file-unreadable", "its rule"),
            Map.entry("file-not-inspected", "its rule"),
            Map.entry("file-expands-too-far", "its rule"),
            Map.entry("file-outside-layout", "its rule"),
            Map.entry("key-confusable", "its rule"),
            Map.entry("license-forbidden", "its rule"),
            Map.entry("license-incompatible", "its rule"),
            Map.entry("license-link-missing", "its rule"),
            Map.entry("source-unresolved", "its rule"),
            Map.entry("source-quarantined", "verdicts on upstream submissions of the same hub"),
            Map.entry("source-digest-mismatch", "facts of upstream submissions of the same hub"),
            Map.entry("source-rights-unproven", "its rule"),
            Map.entry("source-opt-out-ignored", "its rule"),
            Map.entry("source-known-synthetic", "its rule"),
            Map.entry("teacher-version-ambiguous", "its rule"),
            Map.entry("teacher-fields-missing", "its rule"),
            Map.entry("teacher-terms-conditions-unmet", "its rule"),
            Map.entry("teacher-terms-unknown", "its rule"),
            Map.entry("teacher-channel-forbidden", "its rule"),
            Map.entry("teacher-predates-release", "its rule"),
            Map.entry("teacher-authorization-missing", "its rule"),
            Map.entry("teacher-authorization-expired", "its rule"),
            Map.entry("teacher-authorization-unproven", "its rule"),
            Map.entry("teacher-forbidden", "its rule"),
            Map.entry("teacher-inherited", "its rule"),
            Map.entry("teacher-unconfirmed", "its rule"),
            Map.entry("signature-invalid", "signed declarations"));

    private StillToCome() {}
}
