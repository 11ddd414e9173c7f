package org.provgate.formats.report;

import java.io.OutputStream;
import org.provgate.core.verdict.Verdict;

final class SarifReport implements ReportWriter {
    @Override
    public void write(Verdict verdict, ReportContext context, OutputStream out) {}
}
