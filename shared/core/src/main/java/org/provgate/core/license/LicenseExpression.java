package org.provgate.core.license;

import java.util.List;
import java.util.stream.Stream;

/// An SPDX licence expression as a tree. Its text form is canonical: ids as the list spells them.
public sealed interface LicenseExpression {

    /// An id of the SPDX list.
    ///
    /// @param orLater whether it was written with a `+`
    record Listed(String id, boolean orLater) implements LicenseExpression {
        @Override
        public String toString() {
            return orLater ? id + "+" : id;
        }
    }

    /// `LicenseRef-…`: a text of the contributor's own, to be found at the licence link.
    record Ref(String id) implements LicenseExpression {
        @Override
        public String toString() {
            return id;
        }
    }

    record With(LicenseExpression license, String exception) implements LicenseExpression {
        @Override
        public String toString() {
            return license + " WITH " + exception;
        }
    }

    record And(LicenseExpression left, LicenseExpression right) implements LicenseExpression {
        @Override
        public String toString() {
            return inner(left) + " AND " + inner(right);
        }

        private static String inner(LicenseExpression side) {
            return side instanceof Or ? "(" + side + ")" : side.toString();
        }
    }

    record Or(LicenseExpression left, LicenseExpression right) implements LicenseExpression {
        @Override
        public String toString() {
            return left + " OR " + right;
        }
    }

    /// Every single licence in it, from left to right; an exception goes with its licence.
    default Stream<LicenseExpression> leaves() {
        return switch (this) {
            case And(LicenseExpression left, LicenseExpression right) -> Stream.concat(left.leaves(), right.leaves());
            case Or(LicenseExpression left, LicenseExpression right) -> Stream.concat(left.leaves(), right.leaves());
            case Listed _, Ref _, With _ -> Stream.of(this);
        };
    }

    /// The ways to comply with it: each a list of licences that hold together. What has more than
    /// [LicenseText#MOST_BRANCHES] of them is read as one that asks for everything in it.
    default List<List<LicenseExpression>> branches() {
        return LicenseBranches.of(this).orElseGet(() -> List.of(leaves().toList()));
    }

    /// The id a single licence is known by; the whole text for anything else.
    default String id() {
        return switch (this) {
            case Listed(String id, boolean _) -> id;
            case Ref(String id) -> id;
            case With(LicenseExpression license, String _) -> license.id();
            case And _, Or _ -> toString();
        };
    }

    /// Whether a text of the contributor's own is part of it.
    default boolean hasRef() {
        return leaves().anyMatch(Ref.class::isInstance);
    }
}
