package org.provgate.formats.report;

import org.provgate.core.claim.Word;

/// The forms a verdict can be written in.
public enum ReportFormat implements Word {
    TEXT("text/plain; charset=utf-8"),
    JSON("application/json"),
    SARIF("application/sarif+json"),
    JUNIT("application/xml"),
    HTML("text/html; charset=utf-8"),
    MARKDOWN("text/markdown; charset=utf-8");

    private final String mediaType;

    ReportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public ReportWriter writer() {
        return switch (this) {
            case TEXT -> new TextReport();
            case JSON -> JsonReport.pretty();
            case SARIF -> new SarifReport();
            case JUNIT -> new JUnitReport();
            case HTML -> new HtmlReport();
            case MARKDOWN -> new MarkdownReport();
        };
    }
}
