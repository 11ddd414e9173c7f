package org.provgate.core.manifest;

import java.util.List;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.Subject;

/// Where rows come from.
///
/// @param license an SPDX expression as written, or `NONE`, or `NOASSERTION`
/// @param rightsBasis one of the words of the format: `license`, `contract`, `own-work`, …
public record DataSource(
        Place at,
        Field<String> id,
        Field<SourceType> type,
        Field<String> name,
        Field<String> description,
        Field<String> uri,
        Field<String> version,
        Field<String> sha256,
        Field<String> provider,
        Field<String> acquisition,
        Field<String> license,
        Field<String> licenseLink,
        Field<String> rightsBasis,
        List<Document> rightsEvidence,
        Field<Period> collectionPeriod,
        Field<List<String>> geography,
        Field<Crawl> crawl,
        Field<Annotation> annotation) {

    public DataSource {
        rightsEvidence = List.copyOf(rightsEvidence);
    }

    public record Crawl(
            Place at,
            Field<List<String>> userAgents,
            Field<String> robots,
            Field<List<String>> optOuts,
            Field<List<String>> domains,
            Field<String> domainsFile) {}

    public record Annotation(
            Place at, Field<String> platform, Field<String> workforce, Field<String> modelAssistance) {}

    /// The name a finding uses: the id, or the place in the list while there is none.
    public Subject subject() {
        return Subject.source(id.value().orElseGet(() -> at.pointer()));
    }
}
