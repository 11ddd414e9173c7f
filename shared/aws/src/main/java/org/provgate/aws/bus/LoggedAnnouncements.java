package org.provgate.aws.bus;

import static org.provgate.aws.log.LogField.field;

import java.lang.System.Logger.Level;
import java.time.Instant;
import org.provgate.usecases.ledger.Run;

/// Tells the log alone, where there is no bus.
public final class LoggedAnnouncements implements Bus {

    private static final System.Logger LOG = System.getLogger(LoggedAnnouncements.class.getName());

    @Override
    public void announce(Announcement announcement) {
        LOG.log(
                Level.INFO,
                "announced",
                field("kind", announcement.kind().detailType()),
                field("submission", announcement.submission()),
                field("verdict", announcement.verdict()));
    }

    @Override
    public void finished(Run run, Instant at) {
        LOG.log(
                Level.INFO,
                "announced",
                field("kind", Kind.RESCAN_FINISHED.detailType()),
                field("run", run.id()),
                field("looked", run.totals().looked()),
                field("flipped", run.totals().flipped()));
    }
}
