package org.provgate.formats.report;

import java.io.OutputStream;
import org.provgate.core.verdict.Verdict;

final class MarkdownReport implements ReportWriter {
    @Override
    public void write(Verdict verdict, ReportContext context, OutputStream out) {}
}
