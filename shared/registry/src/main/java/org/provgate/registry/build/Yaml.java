package org.provgate.registry.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// One file of facts as an [Entry].
final class Yaml {

    private Yaml() {}

    static Optional<Entry> read(Path file, List<Fault> faults) throws IOException {
        return read(file.getFileName().toString(), Files.readString(file), faults);
    }

    static Optional<Entry> read(String name, String text, List<Fault> faults) {
        try {
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setLabel(name).build()).composeString(text);
            if (root.isEmpty()) {
                faults.add(new Fault(name, 1, "the file is empty"));
            }
            return root.map(node -> Entry.of(name, node, faults));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            faults.add(new Fault(name, line, "this is not YAML: " + e.getProblem()));
            return Optional.empty();
        } catch (YamlEngineException e) {
            faults.add(new Fault(name, 1, "this is not YAML: " + e.getMessage()));
            return Optional.empty();
        }
    }
}
