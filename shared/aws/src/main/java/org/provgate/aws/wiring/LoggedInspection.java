package org.provgate.aws.wiring;

import static org.provgate.aws.log.LogField.field;

import java.lang.System.Logger.Level;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.usecases.gate.Inspection;

/// Says of each upload whether all of it was looked into. The template counts these lines.
record LoggedInspection(Inspection inspection) implements Inspection {

    private static final System.Logger LOG = System.getLogger(LoggedInspection.class.getName());

    @Override
    public ObjectFacts inspect(String path, Source source) {
        ObjectFacts facts = inspection.inspect(path, source);
        LOG.log(
                Level.INFO,
                "read",
                field("path", path),
                field("mediaType", facts.mediaType()),
                field("bytes", facts.bytes()),
                field("bytesRead", facts.coverage().bytesRead()),
                field("whole", facts.coverage().complete()));
        return facts;
    }
}
