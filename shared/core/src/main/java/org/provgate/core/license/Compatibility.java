package org.provgate.core.license;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.provgate.core.license.LicenseDuties.Duty;

/// Whether material of others under one licence may go out in a dataset under another.
public record Compatibility(List<Clash> clashes) {

    /// One licence of the material that asks for what the dataset's licence does not give.
    ///
    /// @param grave whether it is broken for certain; else it is only likely, or easily mended
    public record Clash(LicenseExpression material, Duty duty, boolean grave, String why) {}

    private static final Comparator<Compatibility> MILDEST = Comparator.comparing(Compatibility::grave)
            .thenComparingInt(one -> one.clashes().size());

    public Compatibility {
        clashes = List.copyOf(clashes);
    }

    public boolean fits() {
        return clashes.isEmpty();
    }

    public boolean grave() {
        return clashes.stream().anyMatch(Clash::grave);
    }

    /// Of all ways to comply with the one and to offer the other, the one that clashes least.
    public static Compatibility of(LicenseExpression material, LicenseExpression dataset) {
        List<List<LicenseExpression>> offers = dataset.branches();
        return material.branches().stream()
                .flatMap(taken -> offers.stream().map(offered -> of(taken, offered)))
                .min(MILDEST)
                .orElseThrow();
    }

    private static Compatibility of(List<LicenseExpression> taken, List<LicenseExpression> offered) {
        List<Clash> clashes = new ArrayList<>();
        for (LicenseExpression leaf : taken) {
            LicenseDuties.of(leaf).ifPresent(duties -> clashes.addAll(clashes(leaf, duties, offered)));
        }
        return new Compatibility(clashes);
    }

    private static List<Clash> clashes(LicenseExpression leaf, LicenseDuties asked, List<LicenseExpression> offered) {
        if (offered.contains(leaf)) {
            return List.of();
        }
        boolean ownText = offered.stream().anyMatch(LicenseExpression.Ref.class::isInstance);
        List<Clash> clashes = new ArrayList<>();
        if (asked.duties().contains(Duty.NO_DERIVATIVES) && noneHas(Duty.NO_DERIVATIVES, offered)) {
            clashes.add(new Clash(leaf, Duty.NO_DERIVATIVES, !ownText, asked.why()));
        }
        if (asked.duties().contains(Duty.NON_COMMERCIAL) && noneHas(Duty.NON_COMMERCIAL, offered)) {
            clashes.add(new Clash(leaf, Duty.NON_COMMERCIAL, !ownText, asked.why()));
        }
        if (asked.duties().contains(Duty.SHARE_ALIKE) && offered.stream().noneMatch(asked::allowsAsWhole)) {
            clashes.add(new Clash(leaf, Duty.SHARE_ALIKE, !ownText, asked.why()));
        }
        if (clashes.isEmpty()
                && asked.duties().contains(Duty.ATTRIBUTION)
                && !ownText
                && offered.stream().allMatch(Compatibility::asksForNothing)) {
            clashes.add(new Clash(leaf, Duty.ATTRIBUTION, false, asked.why()));
        }
        return clashes;
    }

    private static boolean noneHas(Duty duty, List<LicenseExpression> offered) {
        return offered.stream()
                .flatMap(leaf -> LicenseDuties.of(leaf).stream())
                .noneMatch(duties -> duties.duties().contains(duty));
    }

    private static boolean asksForNothing(LicenseExpression leaf) {
        return LicenseDuties.of(leaf)
                .filter(duties -> duties.duties().isEmpty())
                .isPresent();
    }
}
