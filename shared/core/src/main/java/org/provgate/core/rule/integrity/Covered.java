package org.provgate.core.rule.integrity;

import java.util.stream.Stream;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.FileEntry.Target;
import org.provgate.core.rule.CaseFile;

/// A stored file and an entry of the manifest that covers it.
record Covered(ObjectFacts object, FileEntry entry) {

    /// In the order of the paths; of a file that two entries cover, each pair.
    static Stream<Covered> files(CaseFile file) {
        return file.lineage().entries().entrySet().stream().flatMap(covered -> {
            ObjectFacts object = file.facts().objects().get(covered.getKey());
            return object == null
                    ? Stream.empty()
                    : covered.getValue().stream().map(entry -> new Covered(object, entry));
        });
    }

    /// Whether the entry is about this file alone.
    boolean byPath() {
        return entry.target() instanceof Target.Path;
    }
}
