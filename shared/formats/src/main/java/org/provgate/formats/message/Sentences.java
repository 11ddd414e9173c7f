package org.provgate.formats.message;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.provgate.formats.report.Printable;

/// A change in words, and the address where people read more of it.
final class Sentences {

    private Sentences() {}

    /// What happened, on one line, without anybody's markup.
    static String line(News news) {
        return switch (news) {
            case News.OfSubmission of -> name(of) + " " + happened(of);
            case News.OfRescan rescan ->
                "A rescan looked at %d submissions; %d have another outcome now"
                        .formatted(rescan.looked(), rescan.flipped());
        };
    }

    static String name(News.OfSubmission of) {
        return Printable.line(of.submission());
    }

    private static String happened(News.OfSubmission of) {
        return switch (of.change()) {
            case ACCEPTED -> "is accepted";
            case QUARANTINED -> "is quarantined";
            case RELEASED -> "is released by an operator";
            case REJECTED -> "is rejected by an operator";
            case VERDICT -> "is " + Printable.line(of.outcome()) + " now";
        };
    }

    /// What it means, and what to do.
    static String meaning(News news) {
        return switch (news) {
            case News.OfSubmission of ->
                switch (of.change()) {
                    case ACCEPTED -> "Readers are let in.";
                    case QUARANTINED ->
                        "Readers are kept out, and the files lie in quarantine. Mend the manifest and upload it alone; the"
                                + " files need not be sent again.";
                    case RELEASED ->
                        "Readers are let in against the verdict, for a time. The history says who did it, why and until"
                                + " when.";
                    case REJECTED ->
                        "Everything is kept out, whatever is uploaded. The history says who did it and why; you can appeal.";
                    case VERDICT -> "It had another verdict before; the cause is that " + why(of) + ".";
                };
            case News.OfRescan rescan ->
                "The verdicts of %d submissions say something else now, of %d submissions the outcome is another one, and"
                                .formatted(rescan.changed(), rescan.flipped())
                        + " %d could not be read.".formatted(rescan.damaged());
        };
    }

    private static String why(News.OfSubmission of) {
        return switch (of.cause().toLowerCase(Locale.ROOT)) {
            case "policy" -> "the operators' policy has changed";
            case "terms" -> "what is known of a provider's terms has changed";
            case "waiver" -> "a waiver began or ended";
            case "upstream" -> "a dataset it is made from has changed";
            case "engine" -> "the gate itself has changed";
            case "data" -> "the files have changed";
            case "manifest" -> "the manifest has changed";
            default -> "an operator asked for it";
        };
    }

    /// Where people read on: the console's own address of the case, which stays the same for ever.
    ///
    /// @param console its address, with or without a slash at its end
    static String address(News news, String console) {
        String base = console.endsWith("/") ? console : console + "/";
        return switch (news) {
            case News.OfSubmission of -> base + "#/submissions/" + encoded(of.submission());
            case News.OfRescan _ -> base;
        };
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder(name.length());
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (octet >= 'a' && octet <= 'z')
                    || (octet >= 'A' && octet <= 'Z')
                    || (octet >= '0' && octet <= '9')
                    || "-._~/".indexOf(octet) >= 0;
            encoded.append(plain ? Character.toString(octet) : "%%%02X".formatted(octet & 0xff));
        }
        return encoded.toString();
    }
}
