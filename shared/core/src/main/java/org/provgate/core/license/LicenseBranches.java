package org.provgate.core.license;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.core.license.LicenseExpression.And;
import org.provgate.core.license.LicenseExpression.Listed;
import org.provgate.core.license.LicenseExpression.Or;
import org.provgate.core.license.LicenseExpression.Ref;
import org.provgate.core.license.LicenseExpression.With;

/// Multiplies an expression out, within bounds: `(A OR B) AND (C OR D)` has four branches, and so on doubling.
final class LicenseBranches {

    private LicenseBranches() {}

    static Optional<List<List<LicenseExpression>>> of(LicenseExpression expression) {
        return switch (expression) {
            case Listed _, Ref _, With _ -> Optional.of(List.of(List.of(expression)));
            case Or(LicenseExpression left, LicenseExpression right) ->
                of(left).flatMap(first -> of(right).flatMap(second -> both(first, second)));
            case And(LicenseExpression left, LicenseExpression right) ->
                of(left).flatMap(first -> of(right).flatMap(second -> product(first, second)));
        };
    }

    private static Optional<List<List<LicenseExpression>>> both(
            List<List<LicenseExpression>> first, List<List<LicenseExpression>> second) {
        return first.size() + second.size() > LicenseText.MOST_BRANCHES
                ? Optional.empty()
                : Optional.of(Stream.concat(first.stream(), second.stream()).toList());
    }

    private static Optional<List<List<LicenseExpression>>> product(
            List<List<LicenseExpression>> first, List<List<LicenseExpression>> second) {
        if ((long) first.size() * second.size() > LicenseText.MOST_BRANCHES) {
            return Optional.empty();
        }
        List<List<LicenseExpression>> product = new ArrayList<>(first.size() * second.size());
        for (List<LicenseExpression> left : first) {
            for (List<LicenseExpression> right : second) {
                product.add(
                        Stream.concat(left.stream(), right.stream()).distinct().toList());
            }
        }
        return Optional.of(product);
    }
}
