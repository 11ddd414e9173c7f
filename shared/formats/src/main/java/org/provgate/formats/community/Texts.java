package org.provgate.formats.community;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.provgate.core.license.CommunityLicenses;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;

/// Single values as the community formats write them, taken over as the native manifest would have them.
public final class Texts {

    /// What the native form of a name takes.
    private static final int LONGEST_LINE = 300;

    private static final int LONGEST_TEXT = 4_000;

    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ]\\d{2}:\\d{2}.*)?");
    private static final Pattern PARTIAL = Pattern.compile("\\d{4}(?:-\\d{2})?");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+:\\S++");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*+");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,63}");
    private static final Pattern PLACE = Pattern.compile("https?://\\S++|[\\w.-]+/[\\w./-]*\\w");
    private static final Set<String> NO_LICENSE = Set.of("", "null");

    private Texts() {}

    /// A text, a number or a boolean, as it is written; nothing for null, an empty text, a list or a mapping.
    public static Optional<Scalar> scalar(Node node) {
        return node instanceof Scalar scalar
                        && !scalar.isNull()
                        && !scalar.text().isBlank()
                ? Optional.of(scalar)
                : Optional.empty();
    }

    public static Optional<Scalar> scalar(Mapping mapping, String name) {
        return mapping.get(name).flatMap(Texts::scalar);
    }

    /// The members of a list, or the value itself: most formats write one without a list.
    public static List<Node> each(Optional<Node> node) {
        return node.map(it -> it instanceof Sequence list ? list.items() : List.of(it))
                .orElse(List.of());
    }

    public static List<Node> each(Mapping mapping, String name) {
        return each(mapping.get(name));
    }

    public static List<Scalar> scalars(List<Node> nodes) {
        return nodes.stream().flatMap(node -> scalar(node).stream()).toList();
    }

    public static List<Mapping> mappings(List<Node> nodes) {
        return nodes.stream()
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .toList();
    }

    /// A name on one line.
    public static Scalar line(Scalar scalar) {
        String joined = scalar.text().strip().replaceAll("\\s++", " ");
        return text(scalar, clipped(joined, LONGEST_LINE));
    }

    public static Scalar prose(Scalar scalar) {
        return text(scalar, clipped(scalar.text().strip(), LONGEST_TEXT));
    }

    /// Another spelling of what stands at `place`; the value itself when that is what it says.
    public static Scalar text(Node place, String text) {
        return place instanceof Scalar scalar
                        && scalar.isText()
                        && scalar.text().equals(text)
                ? scalar
                : Scalar.of(place, text, Scalar.Form.QUOTED);
    }

    public static Optional<Scalar> address(Scalar scalar) {
        return Optional.of(text(scalar, scalar.text().strip()))
                .filter(it -> ADDRESS.matcher(it.text()).matches());
    }

    public static Optional<Scalar> language(Scalar scalar) {
        return Optional.of(text(scalar, scalar.text().strip()))
                .filter(it -> LANGUAGE.matcher(it.text()).matches());
    }

    /// Versions in a form that the native manifest does not have are left out; nothing depends on them.
    public static Optional<Scalar> version(Scalar scalar) {
        return Optional.of(text(scalar, scalar.text().strip()))
                .filter(it -> VERSION.matcher(it.text()).matches());
    }

    /// A day or a coarser date, out of a date or a point in time. What has another form is kept as it is written, so
    /// that it is reported.
    public static Scalar date(Scalar scalar) {
        Matcher day = DAY.matcher(scalar.text().strip());
        return text(scalar, day.matches() ? day.group(1) : scalar.text().strip());
    }

    /// A day, where one is named.
    public static Optional<Scalar> day(Scalar scalar) {
        return Optional.of(date(scalar)).filter(it -> DAY.matcher(it.text()).matches());
    }

    /// A date of any precision, where one is named.
    public static Optional<Scalar> someDate(Scalar scalar) {
        return Optional.of(date(scalar))
                .filter(it -> DAY.matcher(it.text()).matches()
                        || PARTIAL.matcher(it.text()).matches());
    }

    /// A licence as an SPDX text where it is known under another spelling; else as it is written.
    public static Optional<Scalar> license(Scalar scalar) {
        String written = scalar.text().strip();
        if (NO_LICENSE.contains(written)) {
            return Optional.empty();
        }
        return Optional.of(text(scalar, spdx(written)));
    }

    /// Several licences without an operator: all of them hold is the careful reading.
    public static Optional<Scalar> licenses(List<Scalar> scalars) {
        List<String> all = new ArrayList<>();
        for (Scalar scalar : scalars) {
            String one = spdx(scalar.text().strip());
            if (!all.contains(one)) {
                all.add(one);
            }
        }
        if (all.isEmpty()) {
            return Optional.empty();
        }
        if (all.size() == 1) {
            return Optional.of(text(scalars.getFirst(), all.getFirst()));
        }
        all.replaceAll(one -> one.contains(" OR ") ? "(" + one + ")" : one);
        return Optional.of(text(scalars.getFirst(), String.join(" AND ", all)));
    }

    /// Where the text of a licence stands that has no SPDX id.
    public static Optional<Scalar> licenseLink(List<Scalar> scalars) {
        return scalars.stream()
                .map(scalar -> text(scalar, scalar.text().strip()))
                .filter(scalar -> isElsewhere(scalar.text())
                        && CommunityLicenses.meant(scalar.text()).isEmpty())
                .findFirst();
    }

    /// An address, or a path in the submission.
    private static boolean isElsewhere(String written) {
        return PLACE.matcher(written).matches();
    }

    private static String slug(String written) {
        String plain = written.replaceFirst("^https?://(?:www\\.)?", "")
                .replaceAll("[^A-Za-z0-9.-]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.length() > 80 ? plain.substring(0, 80) : plain;
    }

    private static String spdx(String written) {
        return CommunityLicenses.meant(written)
                .orElseGet(() -> isElsewhere(written) ? "LicenseRef-" + slug(written) : written);
    }

    private static String clipped(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
