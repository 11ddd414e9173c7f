package org.provgate.usecases.export;

import java.util.Base64;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.formats.export.ExportLine.Case;
import org.provgate.formats.export.ExportLine.Item;
import org.provgate.formats.export.ExportLine.Text;
import org.provgate.usecases.gate.AssembleFacts;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.Texts;

/// What a decision may look at, out of an export alone.
public final class ExportedFacts {

    private final AssembleFacts assemble;

    public ExportedFacts(Engine engine) {
        this.assemble = new AssembleFacts(engine);
    }

    /// Empty where a text was too long to be told: a decision without it would be another.
    public Optional<SubmissionFacts> of(Case one, List<Item> objects) {
        NavigableMap<String, Supplier<byte[]>> texts = new TreeMap<>();
        for (Item object : objects) {
            switch (object.text()) {
                case Text.None _ -> {}
                case Text.TooLong _ -> {
                    return Optional.empty();
                }
                case Text.Kept(String gzip) ->
                    texts.put(
                            object.facts().path(),
                            () -> Texts.expanded(Base64.getDecoder().decode(gzip)));
            }
        }
        List<ObjectFacts> facts = objects.stream().map(Item::facts).toList();
        return Optional.of(assemble.of(one.name(), facts, texts, one.waivers()).derivingFrom(one.upstream()));
    }
}
