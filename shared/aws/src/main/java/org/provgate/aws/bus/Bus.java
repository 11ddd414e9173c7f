package org.provgate.aws.bus;

import org.provgate.usecases.port.Announcements;
import org.provgate.usecases.port.RunNews;

/// Where the gate tells what has changed.
public interface Bus extends Announcements, RunNews {}
