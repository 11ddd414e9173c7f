package org.provgate.formats.report;

import java.util.HashMap;
import java.util.Map;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.manifest.TeacherModel;

/// Pointers into a manifest with names instead of indexes, `/teachers[id=judge]/terms`, so that a finding is
/// known again after entries were added before it.
final class PointerNames {

    private final Map<String, String> named = new HashMap<>();

    private PointerNames() {}

    static PointerNames of(ManifestReading reading) {
        PointerNames names = new PointerNames();
        if (reading instanceof ManifestReading.Read(Manifest manifest, var _, var _)) {
            for (DataSource source : manifest.sources().listed()) {
                source.id().value().ifPresent(id -> names.add(source.at().pointer(), "id", id));
            }
            for (TeacherModel teacher : manifest.teachers().listed()) {
                teacher.id().value().ifPresent(id -> names.add(teacher.at().pointer(), "id", id));
            }
            for (FileEntry file : manifest.files()) {
                switch (file.target()) {
                    case FileEntry.Target.Path(String path, var _, var _) ->
                        names.add(file.at().pointer(), "path", path);
                    case FileEntry.Target.Glob(String glob, var _, var _) ->
                        names.add(file.at().pointer(), "glob", glob);
                    case FileEntry.Target.Unusable _ -> {}
                }
            }
        }
        return names;
    }

    String named(String pointer) {
        for (int end = pointer.length(); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
            String entry = named.get(pointer.substring(0, end));
            if (entry != null) {
                return entry + pointer.substring(end);
            }
        }
        return pointer;
    }

    private void add(String pointer, String key, String name) {
        int last = pointer.lastIndexOf('/');
        if (last > 0) {
            named.put(pointer, "%s[%s=%s]".formatted(pointer.substring(0, last), key, name));
        }
    }
}
