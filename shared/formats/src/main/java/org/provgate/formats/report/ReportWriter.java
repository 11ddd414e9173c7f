package org.provgate.formats.report;

import java.io.IOException;
import java.io.OutputStream;
import org.provgate.core.verdict.Verdict;

/// Writes a verdict in one form, as UTF-8 that ends in a line feed. The stream is flushed and left open.
@FunctionalInterface
public interface ReportWriter {

    void write(Verdict verdict, ReportContext context, OutputStream out) throws IOException;
}
