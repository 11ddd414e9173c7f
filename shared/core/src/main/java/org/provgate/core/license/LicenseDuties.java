package org.provgate.core.license;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.provgate.core.claim.Word;

/// What a licence asks of whoever passes the material on in a dataset of their own.
///
/// @param sameKind patterns of the licences that the whole may carry where share-alike is asked for
/// @param why the reason in a clause
public record LicenseDuties(Set<Duty> duties, List<String> sameKind, String why) {

    public enum Duty implements Word {
        ATTRIBUTION,
        SHARE_ALIKE,
        NON_COMMERCIAL,
        NO_DERIVATIVES
    }

    private record Line(IdPattern ids, LicenseDuties duties) {}

    private static final List<Line> TABLE =
            Table.rows("license-duties.tsv").stream().map(LicenseDuties::line).toList();

    public LicenseDuties {
        duties = Set.copyOf(duties);
        sameKind = List.copyOf(sameKind);
    }

    /// The duties of a single licence; empty when the table does not know it.
    public static Optional<LicenseDuties> of(LicenseExpression leaf) {
        String id = leaf.toString();
        return TABLE.stream()
                .filter(line -> line.ids().matches(leaf.id()) || line.ids().matches(id))
                .map(Line::duties)
                .findFirst();
    }

    /// Whether a dataset that holds material under this licence may carry the other one.
    boolean allowsAsWhole(LicenseExpression other) {
        return sameKind.stream().anyMatch(pattern -> new IdPattern(pattern).matches(other.id()));
    }

    private static Line line(String[] cells) {
        Set<Duty> duties = cells(cells[1]).stream()
                .map(word -> Word.parse(Duty.class, word).orElseThrow(() -> new IllegalStateException(word)))
                .collect(Collectors.toSet());
        return new Line(new IdPattern(cells[0]), new LicenseDuties(duties, cells(cells[2]), cells[3]));
    }

    private static List<String> cells(String text) {
        return text.equals("-") ? List.of() : List.of(text.split(",", -1));
    }
}
