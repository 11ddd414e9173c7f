package org.provgate.formats.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.provgate.core.facts.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the body of a request says. Whatever does not fit is the caller's to mend: a sentence, never an exception.
public sealed interface RequestBody {

    /// Characters of one text.
    int TEXT_LIMIT = 4000;

    Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /// An object of texts, none of them empty.
    record Texts(SortedMap<String, String> members) implements RequestBody {
        public Texts {
            members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        }

        /// A member that was required, or the empty text of one that was not.
        public String get(String name) {
            return members.getOrDefault(name, "");
        }
    }

    record Upload(String contributor, String dataset, String revision, List<Entry> files) implements RequestBody {

        public record Entry(String path, long bytes, Sha256 sha256) {}

        public Upload {
            files = List.copyOf(files);
        }
    }

    record Unfit(String sentence) implements RequestBody {}

    /// Reads an object that has the required members, maybe the optional ones, and no others.
    static RequestBody texts(String body, List<String> required, List<String> optional) {
        return Reading.of(body, tree -> {
            Reading.shape(tree, required, optional);
            SortedMap<String, String> members = new TreeMap<>();
            for (String name : required) {
                members.put(name, Reading.text(tree, name));
            }
            for (String name : optional) {
                if (tree.has(name) && !tree.path(name).isNull()) {
                    members.put(name, Reading.text(tree, name));
                }
            }
            return new Texts(members);
        });
    }

    /// Reads an object of one member, a whole document as it is, however long.
    static RequestBody document(String body, String name) {
        return Reading.of(body, tree -> {
            Reading.shape(tree, List.of(name), List.of());
            JsonNode document = tree.path(name);
            if (!document.isString() || document.stringValue().isBlank()) {
                throw new Reading.UnfitException(name + " is a text with something in it");
            }
            return new Texts(new TreeMap<>(Map.of(name, document.stringValue())));
        });
    }

    /// Reads what is to be uploaded.
    ///
    /// @param limit how many files at most
    static RequestBody upload(String body, int limit) {
        return Reading.of(body, tree -> {
            Reading.shape(tree, List.of("contributor", "dataset", "revision", "files"), List.of());
            JsonNode files = tree.path("files");
            if (!files.isArray() || files.isEmpty() || files.size() > limit) {
                throw new Reading.UnfitException("files is a list of 1 to " + limit + " files");
            }
            List<Upload.Entry> entries = new ArrayList<>();
            for (JsonNode file : files.values()) {
                Reading.shape(file, List.of("path", "bytes", "sha256"), List.of());
                String path = Reading.exact(file, "path");
                JsonNode bytes = file.path("bytes");
                if (!bytes.isIntegralNumber() || !bytes.canConvertToLong() || bytes.longValue() < 0) {
                    throw new Reading.UnfitException("bytes of \"" + path + "\" is a whole number");
                }
                String digest = Reading.text(file, "sha256").toLowerCase(Locale.ROOT);
                if (!DIGEST.matcher(digest).matches()) {
                    throw new Reading.UnfitException("sha256 of \"" + path + "\" is 64 hexadecimal digits");
                }
                entries.add(new Upload.Entry(path, bytes.longValue(), new Sha256(digest)));
            }
            return new Upload(
                    Reading.text(tree, "contributor"),
                    Reading.text(tree, "dataset"),
                    Reading.text(tree, "revision"),
                    entries);
        });
    }

    /// Reading that stops at the first thing that does not fit.
    final class Reading {

        private static final int DEPTH = 8;

        private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEPTH)
                                .maxNumberLength(30)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();

        private Reading() {}

        @FunctionalInterface
        interface Reader {
            RequestBody read(JsonNode tree);
        }

        static final class UnfitException extends RuntimeException {

            private static final long serialVersionUID = 1;

            private final String sentence;

            UnfitException(String sentence) {
                super(sentence, null, false, false);
                this.sentence = sentence;
            }
        }

        static RequestBody of(String body, Reader reader) {
            try {
                JsonNode tree = MAPPER.readTree(body);
                return tree.isObject() ? reader.read(tree) : new Unfit("the body is one JSON object");
            } catch (JacksonException fault) {
                return new Unfit("the body is no JSON, or names a member twice");
            } catch (UnfitException unfit) {
                return new Unfit(unfit.sentence);
            }
        }

        static void shape(JsonNode tree, List<String> required, List<String> optional) {
            List<String> known =
                    Stream.concat(required.stream(), optional.stream()).toList();
            Optional<String> other = tree.isObject()
                    ? tree.propertyNames().stream()
                            .filter(name -> !known.contains(name))
                            .findFirst()
                    : Optional.of("");
            if (other.isPresent()) {
                throw new UnfitException(
                        known.isEmpty()
                                ? "the body has no members"
                                : "it has " + String.join(", ", known) + " and no other member");
            }
            String missing = required.stream().filter(name -> !tree.has(name)).collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                throw new UnfitException("it does not say " + missing);
            }
        }

        static String text(JsonNode tree, String name) {
            return exact(tree, name).strip();
        }

        /// With the blanks at its ends.
        static String exact(JsonNode tree, String name) {
            JsonNode node = tree.path(name);
            String text = node.isString() ? node.stringValue() : "";
            if (text.isBlank()) {
                throw new UnfitException(name + " is a text with something in it");
            }
            if (text.length() > TEXT_LIMIT) {
                throw new UnfitException(name + " has more than " + TEXT_LIMIT + " characters");
            }
            if (text.chars().anyMatch(c -> (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f)) {
                throw new UnfitException(name + " holds control characters");
            }
            return text;
        }
    }
}
