package org.provgate.formats.draft;

import java.util.List;
import org.provgate.core.claim.Word;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.manifest.SourceType;
import org.provgate.core.manifest.Use;
import org.provgate.formats.manifest.NativeWords;

/// A field that a manifest needs, and what a person is told who has to fill it in.
///
/// @param name of the field; with a dot, of a field within a field
record Blank(String name, String hint) {

    private static final String DAY = "YYYY, YYYY-MM or YYYY-MM-DD";

    static final List<Blank> DATASET = List.of(
            new Blank("name", "what the dataset is called"),
            new Blank("version", "for example 1.0.0"),
            new Blank("description", "what it holds and how it came about, in a sentence or two"),
            new Blank("license", "an SPDX expression, for example CC-BY-4.0"));

    static final List<Blank> CONTRIBUTOR = List.of(
            new Blank("name", "the person or organisation that offers it"),
            new Blank("roles", some(NativeWords.ROLES)));

    static final List<Blank> SOURCE = List.of(
            new Blank("id", "a short name in lower case"),
            new Blank("type", oneOf(Word.all(SourceType.class))),
            new Blank("name", "what the source is called"),
            new Blank("license", "its SPDX expression; NOASSERTION where none is known"),
            new Blank("rightsBasis", oneOf(NativeWords.RIGHTS_BASES)),
            new Blank("collectionPeriod.start", DAY),
            new Blank("collectionPeriod.end", DAY));

    static final List<Blank> TEACHER = List.of(
            new Blank("id", "a short name in lower case"),
            new Blank("provider", "who offers the model"),
            new Blank("model", "the exact model and version, as the provider writes it"),
            new Blank("uses", some(Word.all(Use.class))),
            new Blank("generationPeriod.start", DAY),
            new Blank("generationPeriod.end", DAY),
            new Blank("accessChannel", oneOf(Word.all(AccessChannel.class))),
            new Blank("terms", "`unknown`, or name and version of the terms you accepted"));

    static final List<Blank> ATTESTATION = List.of(
            new Blank("type", "complete-and-accurate"),
            new Blank("by", "who stands for this manifest"),
            new Blank("date", "YYYY-MM-DD"));

    static final Blank TEACHERS = new Blank(
            "teachers", "`none` if no model had a hand in the rows, `unknown` if nobody can say, or a list of models");

    static final Blank FILE_SOURCES = new Blank("sources", "ids of the sources above, for example [source-1]");

    static final Blank FILE_TEACHERS = new Blank("teachers", "ids of the teachers above, or `none`");

    private static String oneOf(List<String> words) {
        return "one of " + String.join(", ", words);
    }

    private static String some(List<String> words) {
        return "a list of some of " + String.join(", ", words);
    }
}
