package org.provgate.aws.bus;

import static org.provgate.aws.log.LogField.field;

import java.lang.System.Logger.Level;
import org.provgate.usecases.port.Announcements;

/// Tells the log alone, where there is no bus.
public final class LoggedAnnouncements implements Announcements {

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
}
