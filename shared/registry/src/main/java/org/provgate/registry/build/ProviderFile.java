package org.provgate.registry.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.provgate.core.claim.Word;
import org.provgate.core.registry.Category;
import org.provgate.core.registry.Provider;
import org.provgate.core.registry.TermsChannel;
import org.provgate.core.registry.TermsDocument;
import org.provgate.core.registry.TermsEdition;

/// One file of `providers/`: a provider, its documents, its brands and its families.
///
/// @param documentsAt where each document stands, in the order of [Provider#terms()]
record ProviderFile(
        Entry at, Provider provider, List<Entry> documentsAt, List<BrandEntry> brands, List<FamilyEntry> families) {

    /// @param differ why the bare name says too little although the documents are the same
    record BrandEntry(Entry at, List<String> names, List<String> families, Optional<String> differ) {}

    static ProviderFile read(Entry root, Vocabulary words) {
        String id = root.text("provider");
        List<Entry> documentsAt = root.entries("terms");
        List<TermsDocument> documents = new ArrayList<>();
        for (Entry at : documentsAt) {
            document(at, words).ifPresent(documents::add);
        }
        Provider provider = new Provider(
                id,
                root.text("name"),
                root.texts("aliases"),
                roles(root, words),
                category(root, "category"),
                documents,
                root.textOr("note", ""));
        List<BrandEntry> brands =
                root.entries("brands").stream().map(ProviderFile::brand).toList();
        List<FamilyEntry> families = root.entries("families").stream()
                .map(at -> FamilyEntry.read(at, id, words))
                .toList();
        root.close();
        return new ProviderFile(root, provider, documentsAt, brands, families);
    }

    private static Set<String> roles(Entry root, Vocabulary words) {
        List<String> roles = root.texts("roles");
        for (String role : roles) {
            if (!words.roles().contains(role)) {
                root.fault("roles", "the vocabulary has no role " + role);
            }
        }
        return new LinkedHashSet<>(roles);
    }

    private static BrandEntry brand(Entry at) {
        BrandEntry brand = new BrandEntry(
                at,
                at.texts("names"),
                at.texts("families"),
                at.has("differ") ? Optional.of(at.text("differ")) : Optional.empty());
        at.close();
        return brand;
    }

    private static Optional<TermsDocument> document(Entry at, Vocabulary words) {
        String id = at.text("id");
        String url = at.text("url");
        String title = at.text("title");
        Set<TermsChannel> channels = channels(at, "channels");
        List<TermsEdition> editions = editions(at.entries("editions"), url, words);
        at.close();
        if (channels.isEmpty() || editions.isEmpty()) {
            at.fault("the document " + id + " needs a channel and an edition");
            return Optional.empty();
        }
        return Optional.of(new TermsDocument(id, title, url, channels, editions));
    }

    static Set<TermsChannel> channels(Entry at, String key) {
        Set<TermsChannel> channels = new LinkedHashSet<>();
        for (String word : at.texts(key)) {
            Word.parse(TermsChannel.class, word)
                    .ifPresentOrElse(channels::add, () -> at.fault(key, "there is no channel " + word));
        }
        return channels;
    }

    /// An edition that does not say until when lasts until the day before the next.
    private static List<TermsEdition> editions(List<Entry> entries, String url, Vocabulary words) {
        List<TermsEdition> editions = new ArrayList<>();
        List<LocalDate> starts =
                entries.stream().map(at -> at.day("from", LocalDate.MIN)).toList();
        for (int i = 0; i < entries.size(); i++) {
            Entry at = entries.get(i);
            Optional<LocalDate> next = i + 1 < starts.size() ? Optional.of(starts.get(i + 1)) : Optional.empty();
            LocalDate last = next.filter(day -> day.isAfter(LocalDate.MIN))
                    .map(day -> day.minusDays(1))
                    .orElse(LocalDate.MAX);
            LocalDate until = at.optionalDay("until").orElse(last);
            if (next.isPresent() && (until.isAfter(last) || !next.get().isAfter(starts.get(i)))) {
                at.fault("this edition and the next overlap, or the next is older");
            } else if (until.isBefore(starts.get(i))) {
                at.fault("until", "this edition ends before it begins");
            } else {
                editions.add(edition(at, starts.get(i), until, url, words));
            }
        }
        return editions;
    }

    private static TermsEdition edition(Entry at, LocalDate from, LocalDate until, String url, Vocabulary words) {
        boolean verified = at.flag("verified");
        if (verified && !at.has("source")) {
            at.fault("a verified edition names the source in which its clause was read");
        }
        confidence(at, words);
        at.ignore("quote");
        String since = from.equals(LocalDate.MIN) ? "undated text" : from.toString();
        TermsEdition edition = new TermsEdition(
                at.textOr("label", since),
                from,
                until,
                at.textOr("section", ""),
                at.text("says"),
                category(at, "category"),
                conditions(at, words),
                at.textOr("source", url),
                verified,
                at.textOr("note", ""));
        if (from.equals(LocalDate.MIN) && edition.note().isEmpty()) {
            at.fault("an edition whose first day is unknown needs a note");
        }
        at.close();
        return edition;
    }

    static void confidence(Entry at, Vocabulary words) {
        String confidence = at.text("confidence");
        if (!words.confidence().contains(confidence)) {
            at.fault("confidence", "the vocabulary has no confidence " + confidence);
        }
    }

    static Category category(Entry at, String key) {
        String word = at.text(key);
        return Word.parse(Category.class, word).orElseGet(() -> {
            at.fault(key, "there is no category " + word);
            return Category.UNKNOWN;
        });
    }

    static List<String> conditions(Entry at, Vocabulary words) {
        List<String> conditions = at.texts("conditions");
        for (String condition : conditions) {
            if (!words.isCondition(condition)) {
                at.fault("conditions", "the vocabulary has no condition " + condition);
            }
        }
        return conditions;
    }
}
