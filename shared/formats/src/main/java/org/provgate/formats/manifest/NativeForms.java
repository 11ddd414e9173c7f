package org.provgate.formats.manifest;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.provgate.formats.fields.TextForm;
import org.provgate.formats.fields.TextForm.Slip;

/// The forms of texts in the native manifest, version 1.
final class NativeForms {

    private static final String ID_PATTERN = "[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?";

    private static final String MEDIA_TYPE_PATTERN = "[a-z0-9][a-z0-9!#$&^_.+-]*+/[a-z0-9][a-z0-9!#$&^_.+-]*+";

    static final TextForm ID = TextForm.of(
                    "an id of 1 to 64 lower-case letters, digits, `.`, `_` and `-` that begins and ends with a letter"
                            + " or digit",
                    1,
                    64,
                    matching(ID_PATTERN).and(text -> !text.equals("none")))
            .explainedBy(NativeForms::slipOfId);

    static final TextForm SHA256 = TextForm.of("64 lower-case hexadecimal digits", 64, 64, matching("[0-9a-f]{64}"))
            .explainedBy(lowerCase("[0-9a-f]{64}"));

    static final TextForm URI = TextForm.of(
            "an absolute address such as https://example.org/x or urn:example:x",
            1,
            2048,
            matching("[A-Za-z][A-Za-z0-9+.-]*+:\\S++"));

    static final TextForm EMAIL = TextForm.of("an e-mail address", 3, 254, matching("[^@\\s]++@[^@\\s]++"));

    static final TextForm PATH = TextForm.of(
                    "a path in the submission",
                    1,
                    1024,
                    text -> Paths.slipOfPath(text).isEmpty())
            .explainedBy(Paths::slipOfPath);

    static final TextForm GLOB = TextForm.of(
                    "a glob with `*` or `?`",
                    1,
                    1024,
                    text -> Paths.slipOfGlob(text).isEmpty())
            .explainedBy(Paths::slipOfGlob);

    static final TextForm LICENSE_LINK = TextForm.of(
            "an absolute address or a path in the submission",
            1,
            2048,
            text -> URI.fits().test(text)
                    || (text.length() <= 1024 && PATH.fits().test(text)));

    /// Whether it is an SPDX expression is for a rule to say.
    static final TextForm LICENSE = TextForm.of("an SPDX expression", 0, 500, _ -> true);

    static final TextForm VERSION = TextForm.of(
            "a version of 1 to 64 letters, digits, `.`, `_`, `+` and `-` that begins with a letter or digit",
            1,
            64,
            matching("[A-Za-z0-9][A-Za-z0-9._+-]*+"));

    static final TextForm LANGUAGE =
            TextForm.of("a language code such as en or nb-NO", 2, 64, matching("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*+"));

    static final TextForm REGION = TextForm.of(
                    "a country or region code such as NO or DE-BY", 2, 6, matching("[A-Z]{2}(?:-[A-Z0-9]{1,3})?"))
            .explainedBy(upperCase("[A-Z]{2}(?:-[A-Z0-9]{1,3})?"));

    static final TextForm DOMAIN = TextForm.of(
                    "a domain of lower-case letters, digits, dots and hyphens", 1, 253, matching("[a-z0-9.-]++"))
            .explainedBy(lowerCase("[a-z0-9.-]++"));

    static final TextForm MEDIA_TYPE = TextForm.of(
                    "a media type in lower case such as application/jsonl", 3, 127, matching(MEDIA_TYPE_PATTERN))
            .explainedBy(lowerCase(MEDIA_TYPE_PATTERN));

    static final TextForm SPLIT =
            TextForm.of("1 to 64 letters, digits, `_`, `.` and `-`", 1, 64, matching("[A-Za-z0-9_.-]++"));

    private NativeForms() {}

    private static Optional<Slip> slipOfId(String text) {
        return text.equals("none")
                ? Optional.of(new Slip("which means that there is none", "Choose another id.", Optional.empty()))
                : lowerCase(ID_PATTERN)
                        .apply(text)
                        .map(slip -> new Slip(
                                slip.clause(),
                                "Write it in lower case, here and where it is referred to.",
                                Optional.empty()));
    }

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }

    private static Function<String, Optional<Slip>> lowerCase(String pattern) {
        Predicate<String> fits = matching(pattern);
        return text -> Optional.of(text.toLowerCase(Locale.ROOT))
                .filter(fits)
                .map(lower -> new Slip("which has upper-case letters", "Write it in lower case.", Optional.of(lower)));
    }

    private static Function<String, Optional<Slip>> upperCase(String pattern) {
        Predicate<String> fits = matching(pattern);
        return text -> Optional.of(text.toUpperCase(Locale.ROOT))
                .filter(fits)
                .map(upper -> new Slip("which has lower-case letters", "Write it in upper case.", Optional.of(upper)));
    }
}
