package org.provgate.core.license;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Other spellings of licences that people and hubs use, and the SPDX text they stand for.
public final class CommunityLicenses {

    private static final Pattern SPDX_ADDRESS =
            Pattern.compile("https?://(?:www\\.)?spdx\\.org/licenses/([A-Za-z0-9.+-]+?)(?:\\.html|\\.json)?/?");

    private static final Pattern CREATIVE_COMMONS = Pattern.compile(
            "https?://(?:www\\.)?creativecommons\\.org/licenses/(by(?:-(?:nc|nd|sa))*)/(\\d\\.\\d)(?:/[a-z.-]*)*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CC_ZERO = Pattern.compile(
            "https?://(?:www\\.)?creativecommons\\.org/publicdomain/zero/1\\.0(?:/[a-z.-]*)*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OSI_ADDRESS =
            Pattern.compile("https?://(?:www\\.)?opensource\\.org/licenses?/([A-Za-z0-9.+-]+?)(?:\\.php)?/?");

    private static final Pattern CHOOSE_ADDRESS =
            Pattern.compile("https?://(?:www\\.)?choosealicense\\.com/licenses/([A-Za-z0-9.+-]+?)/?");

    private static final Pattern APACHE_ADDRESS = Pattern.compile(
            "https?://(?:www\\.)?apache\\.org/licenses/LICENSE-(\\d\\.\\d)(?:\\.txt|\\.html)?",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> SPELLINGS = new HashMap<>();
    private static final Set<String> FAMILIES = new HashSet<>();

    static {
        for (String[] row : Table.rows("community-ids.tsv")) {
            if (row[0].equals("family")) {
                FAMILIES.add(row[1]);
            } else {
                SPELLINGS.put(row[1], row[2]);
            }
        }
    }

    private CommunityLicenses() {}

    /// The SPDX text for a hub's id, an address of a licence or a name in plain words; empty when it is none of them.
    public static Optional<String> meant(String text) {
        String trimmed = text.strip();
        Optional<String> byAddress = byAddress(trimmed);
        if (byAddress.isPresent()) {
            return byAddress;
        }
        String folded = trimmed.toLowerCase(Locale.ROOT);
        Optional<String> spelling = Optional.ofNullable(SPELLINGS.get(folded));
        if (spelling.isPresent() || FAMILIES.contains(folded)) {
            return spelling;
        }
        return inWords(folded);
    }

    /// Why the text is no SPDX expression, where it is one of the known other spellings.
    static Optional<String> problem(String text) {
        String folded = text.strip().toLowerCase(Locale.ROOT);
        if (FAMILIES.contains(folded)) {
            return Optional.of("\"%s\" names a family of licences, not one of them".formatted(folded));
        }
        if (byAddress(text.strip()).isPresent()) {
            return Optional.of("an address stands where the SPDX id should");
        }
        return Optional.empty();
    }

    private static Optional<String> byAddress(String text) {
        Matcher commons = CREATIVE_COMMONS.matcher(text);
        if (commons.matches()) {
            return known("CC-" + commons.group(1) + "-" + commons.group(2));
        }
        if (CC_ZERO.matcher(text).matches()) {
            return known("CC0-1.0");
        }
        Matcher spdx = SPDX_ADDRESS.matcher(text);
        if (spdx.matches()) {
            return known(spdx.group(1));
        }
        Matcher osi = OSI_ADDRESS.matcher(text);
        if (osi.matches()) {
            return known(osi.group(1));
        }
        Matcher choose = CHOOSE_ADDRESS.matcher(text);
        if (choose.matches()) {
            return known(choose.group(1))
                    .or(() -> Optional.ofNullable(SPELLINGS.get(choose.group(1).toLowerCase(Locale.ROOT))));
        }
        Matcher apache = APACHE_ADDRESS.matcher(text);
        return apache.matches() ? known("Apache-" + apache.group(1)) : Optional.empty();
    }

    /// `CC BY-SA 4.0`, `CC BY 4`, `Apache License, Version 2.0`, `MIT License`.
    private static Optional<String> inWords(String folded) {
        String joined = folded.replaceAll("[,;()]", " ")
                .replaceAll("\\b(?:the|licen[cs]e|version|v(?=\\d))\\b", " ")
                .replaceAll("\\bv(?=\\d)", "")
                .strip()
                .replaceAll("[\\s_-]+", "-");
        return known(joined)
                .or(() -> Optional.ofNullable(SPELLINGS.get(joined)))
                .or(() -> joined.matches(".*-\\d") ? known(joined + ".0") : Optional.empty());
    }

    private static Optional<String> known(String id) {
        return SpdxIds.BUNDLED.license(id);
    }
}
