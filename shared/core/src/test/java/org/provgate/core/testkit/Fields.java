package org.provgate.core.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.Document;
import org.provgate.core.manifest.PartialDate;
import org.provgate.core.manifest.Period;
import org.provgate.core.manifest.References;

/// Values with the places they would have in `provenance.yaml`, all on line 1.
final class Fields {

    static final String FILE = "provenance.yaml";

    static final Place ROOT = Place.startOf(FILE);

    private Fields() {}

    /// An empty text stands for nothing said.
    static Field<String> text(String value, Place at) {
        return value.isEmpty() ? Field.absent(at) : Field.stated(value, at);
    }

    static Field<LocalDate> day(String value, Place at) {
        if (PartialDate.impossible(value)) {
            return Field.unusable(at, value);
        }
        return value.isEmpty() ? Field.absent(at) : Field.stated(LocalDate.parse(value), at);
    }

    static Field<List<String>> texts(List<String> values, Place at) {
        return values.isEmpty() ? Field.absent(at) : Field.stated(values, at);
    }

    static Field<Period> period(String start, String end, Place at) {
        return start.isEmpty() && end.isEmpty()
                ? Field.absent(at)
                : Field.stated(new Period(at, partial(start, at.child("start")), end(end, at.child("end"))), at);
    }

    private static Period.End end(String text, Place at) {
        return text.equals("ongoing") ? new Period.End.Ongoing(at) : new Period.End.On(partial(text, at));
    }

    private static Field<PartialDate> partial(String text, Place at) {
        return text.isEmpty()
                ? Field.absent(at)
                : PartialDate.parse(text).map(date -> Field.stated(date, at)).orElseGet(() -> Field.unusable(at, text));
    }

    /// `none`, an empty text for nothing said, or ids with commas between them.
    static References references(String text, Place at) {
        if (text.isEmpty()) {
            return new References.Unstated(at);
        }
        if (text.equals("none")) {
            return new References.None(at);
        }
        String[] ids = text.split(",", -1);
        return new References.Listed(
                at,
                IntStream.range(0, ids.length)
                        .mapToObj(i -> new References.Reference(ids[i].strip(), at.child(i)))
                        .toList());
    }

    /// A document by its path, or by its address when the text has a scheme.
    static Document document(String where, String sha256, Place at) {
        boolean address = where.contains(":");
        return new Document(
                at,
                text(address ? "" : where, at.child("path")),
                text(address ? where : "", at.child("uri")),
                text(sha256, at.child("sha256")),
                Field.absent(at.child("title")));
    }
}
