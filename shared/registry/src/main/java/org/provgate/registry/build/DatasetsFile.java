package org.provgate.registry.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.provgate.core.registry.KnownDataset;
import org.provgate.core.registry.KnownDataset.Teacher;

/// `datasets.yaml`.
final class DatasetsFile {

    private DatasetsFile() {}

    /// @param models ids of families and names of brands
    static List<KnownDataset> read(Entry root, Vocabulary words, Set<String> models) {
        List<KnownDataset> datasets = new ArrayList<>();
        for (Entry at : root.entries("datasets")) {
            datasets.add(dataset(at, words, models));
        }
        root.close();
        return datasets;
    }

    private static KnownDataset dataset(Entry at, Vocabulary words, Set<String> models) {
        ProviderFile.confidence(at, words);
        at.text("read");
        at.ignore("dpi");
        at.ignore("note");
        List<Teacher> teachers = at.entries("teachers").stream()
                .map(teacher -> teacher(teacher, models))
                .toList();
        boolean humanOnly = at.has("human-only") && at.flag("human-only");
        if (humanOnly && !teachers.isEmpty()) {
            at.fault("human-only", "a dataset that has teachers is not written by people only");
        }
        KnownDataset dataset = new KnownDataset(
                at.text("id"),
                at.texts("aliases"),
                at.text("licence"),
                teachers,
                humanOnly,
                at.text("source"),
                at.flag("verified"));
        at.close();
        return dataset;
    }

    private static Teacher teacher(Entry at, Set<String> models) {
        boolean named = at.has("named");
        String model = at.text(named ? "named" : "model");
        if (!named && !models.contains(model)) {
            at.fault("model", "there is no family or brand " + model);
        }
        Teacher teacher = new Teacher(model, at.text("role"));
        at.close();
        return teacher;
    }
}
