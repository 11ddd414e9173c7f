package org.provgate.proof.fault;

import java.util.SplittableRandom;

/// What befalls one request on its way.
enum Fault {
    NONE("passed on"),
    LATE("answered late"),
    UNAVAILABLE("answered 503"),
    BROKEN("answered 500"),
    PRECONDITION("answered 412"),
    CUT_BEFORE("cut before the server heard of it"),
    CUT_AFTER("cut after the server had done it"),
    CUT_MIDWAY("cut in the middle of the answer");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /// @param inHundred how many requests come to grief
    static Fault draw(SplittableRandom random, int inHundred) {
        if (random.nextInt(100) >= inHundred) {
            return NONE;
        }
        return switch (random.nextInt(9)) {
            case 0, 1 -> LATE;
            case 2, 3 -> UNAVAILABLE;
            case 4 -> BROKEN;
            case 5 -> CUT_BEFORE;
            case 6 -> CUT_AFTER;
            case 7 -> CUT_MIDWAY;
            default -> PRECONDITION;
        };
    }
}
