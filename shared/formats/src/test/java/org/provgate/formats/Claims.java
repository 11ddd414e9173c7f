package org.provgate.formats;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestFault;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.manifest.ManifestReading.Read;
import org.provgate.formats.recognition.SubmissionManifests;

/// All that was read of a document, a line each: what, the value, and the pointer it was read from.
public final class Claims {

    private final List<String> lines = new ArrayList<>();

    private Claims() {}

    public static List<String> of(String file, String text) {
        Manifest manifest = read(file, text).manifest();
        Claims claims = new Claims();
        claims.add("dataset", manifest.dataset());
        claims.add("contributors", manifest.contributors());
        claims.add("sources", manifest.sources());
        claims.add("teachers", manifest.teachers());
        claims.add("files", manifest.files());
        claims.add("attestations", manifest.attestations());
        return claims.lines;
    }

    public static Read read(String file, String text) {
        ManifestReading reading = SubmissionManifests.read(file, text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new AssertionError("no manifest: " + text));
        return reading instanceof Read read ? read : fail(reading);
    }

    private static Read fail(ManifestReading reading) {
        throw new AssertionError(reading);
    }

    /// Faults of the document itself, as `line:column pointer message`; what a policy asks for is left out.
    public static List<String> faults(String file, String text) {
        return lines(read(file, text).faults().stream()
                .filter(fault -> !fault.remedy().startsWith("Add it "))
                .toList());
    }

    public static List<String> notices(String file, String text) {
        return lines(read(file, text).notices());
    }

    private static List<String> lines(List<ManifestFault> faults) {
        return faults.stream()
                .map(it -> "%d:%d %s".formatted(it.at().line(), it.at().column(), it.message()))
                .toList();
    }

    public static ManifestFormat format(String file, String text) {
        return read(file, text).manifest().format();
    }

    private void add(String name, Object value) {
        switch (value) {
            case Field.Stated<?>(Object claimed, Place at)
            when claimed instanceof Record && !isValue(claimed) -> add(name, claimed);
            case Field.Stated<?>(Object claimed, Place at) -> lines.add(name + " = " + claimed + " <- " + at.pointer());
            case Field.Unusable<?> unusable ->
                lines.add(name + " cannot be used <- " + unusable.at().pointer());
            case Field.Absent<?> _, Place _ -> {}
            case List<?> list -> {
                int nth = 0;
                for (Object item : list) {
                    add(name + "." + nth++, item);
                }
            }
            case Record record
            when record.getClass().getSimpleName().equals("Reference") ->
                lines.add(
                        name + " = " + component(record, "id") + " <- " + ((Place) component(record, "at")).pointer());
            case Record record when isWord(record) -> said(name, record);
            case Record record -> {
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    if (!component.getName().equals("at")) {
                        if (component.getType().equals(String.class)) {
                            lines.add("%s.%s = %s <- %s"
                                    .formatted(
                                            name,
                                            component.getName(),
                                            component(record, component.getName()),
                                            ((Place) component(record, "at")).pointer()));
                            continue;
                        }
                        boolean ofList = component.getType().equals(List.class) && name.equals(component.getName());
                        String inner =
                                ofList || component.getName().equals("ids") ? name : name + "." + component.getName();
                        add(inner, component(record, component.getName()));
                    }
                }
            }
            default -> lines.add(name + " = " + value);
        }
    }

    /// A statement that is a single word.
    private void said(String name, Record record) {
        String word = record.getClass().getSimpleName();
        if (!word.equals("Unstated")) {
            lines.add(name + ": " + word + " <- " + ((Place) component(record, "at")).pointer());
        }
    }

    private static boolean isWord(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        boolean placeOnly = components.length == 1 && components[0].getType().equals(Place.class);
        return placeOnly || record.getClass().getSimpleName().equals("Unstated");
    }

    private static boolean isValue(Object claimed) {
        return claimed.getClass().getSimpleName().equals("PartialDate");
    }

    private static Object component(Record record, String name) {
        try {
            return record.getClass().getMethod(name).invoke(record);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException fault) {
            throw new LinkageError(fault.getMessage(), fault);
        }
    }
}
