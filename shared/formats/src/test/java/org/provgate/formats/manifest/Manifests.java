package org.provgate.formats.manifest;

/// Manifests to start from.
final class Manifests {

    /// Everything the format has, in JSON.
    static final String RICH = """
            {
              "$schema": "urn:dataset-provenance:manifest:v1",
              "manifest": "dataset-provenance/v1",
              "dataset": {
                "name": "Tide tables",
                "identifier": "urn:example:tides",
                "version": "2.0.1",
                "description": "Questions about tides.",
                "license": "CC-BY-4.0 AND LicenseRef-House",
                "licenseLink": "LICENSES/house.txt",
                "url": "https://example.org/tides",
                "languages": ["en", "nb-NO"],
                "modalities": ["text", "3d"],
                "intendedUse": "Tuning of a harbour assistant.",
                "personalData": "none",
                "copyrightedMaterial": "licensed",
                "created": "2026-05-02",
                "previousVersion": "2.0.0",
                "processing": ["Deduplicated."]
              },
              "contributors": [
                {"name": "Jo Example", "organization": "Example", "email": "jo@example.org",
                 "url": "https://example.org", "roles": ["submitter", "creator"]}
              ],
              "sources": [
                {"id": "questions", "type": "dataset", "name": "Open questions", "description": "Old ones.",
                 "uri": "https://example.org/questions", "version": "7",
                 "sha256": "1111111111111111111111111111111111111111111111111111111111111111",
                 "provider": "Example", "acquisition": "public", "license": "CC-BY-4.0", "licenseLink": "LICENSE",
                 "rightsBasis": "license", "collectionPeriod": {"start": "2024", "end": "2025-10"}},
                {"id": "crawl", "type": "web-crawl", "name": "Crawl", "license": "NOASSERTION",
                 "rightsBasis": "tdm-exception", "collectionPeriod": {"start": "2026-01-02", "end": "ongoing"},
                 "geography": ["NO", "DE-BY"],
                 "crawl": {"userAgents": ["Bot/1"], "robots": "honored", "optOuts": [], "domains": ["a.example"],
                           "domainsFile": "evidence/domains.txt"}},
                {"id": "people", "type": "human-annotation", "name": "Corrections", "license": "CC-BY-4.0",
                 "rightsBasis": "contract", "rightsEvidence": [{"uri": "urn:contract:7", "title": "Contract"}],
                 "collectionPeriod": {"start": "2026-04", "end": "2026-04"},
                 "annotation": {"platform": "own", "workforce": "contractors", "modelAssistance": "none"}}
              ],
              "teachers": [
                {"id": "writer", "provider": "Example Labs", "model": "wordsmith-70b", "revision": "9c1f",
                 "uri": "https://example.org/wordsmith", "uses": ["generated", "other"],
                 "usesDescription": "Wrote titles.", "generationPeriod": {"start": "2026-03-20", "end": "2026-03-28"},
                 "accessChannel": "self-hosted",
                 "terms": {"name": "Apache License", "version": "2.0", "license": "Apache-2.0"}},
                {"id": "judge", "provider": "Sample AI", "model": "sample-large", "uses": ["judged"],
                 "generationPeriod": {"start": "2026-03", "end": "2026-04"}, "accessChannel": "reseller",
                 "accessProvider": "Example Cloud",
                 "terms": {"name": "Terms", "uri": "https://example.com/terms", "version": "2026-01-01",
                           "acceptedOn": "2026-01-20",
                           "copy": {"path": "evidence/terms.pdf",
                            "sha256": "3333333333333333333333333333333333333333333333333333333333333333"}},
                 "authorization": {"grantedBy": "Sample AI", "grantedTo": "Example", "date": "2026-02-14",
                           "expires": "2027-02-13", "scope": "Scoring.",
                           "document": {"path": "evidence/permission.pdf",
                            "sha256": "4444444444444444444444444444444444444444444444444444444444444444"}}},
                {"id": "inherited", "provider": "Elder AI", "model": "elder-1", "uses": ["generated"],
                 "generationPeriod": {"start": "2023", "end": "2023"}, "accessChannel": "upstream-dataset",
                 "viaSources": ["questions"], "terms": "unknown"}
              ],
              "files": [
                {"path": "data/train.jsonl",
                 "sha256": "5555555555555555555555555555555555555555555555555555555555555555",
                 "bytes": 2048, "rows": 12, "mediaType": "application/jsonl", "split": "train",
                 "license": "CC-BY-4.0", "sources": ["questions", "crawl"], "teachers": ["writer", "judge"],
                 "description": "The larger part."},
                {"path": "data/people.jsonl",
                 "sha256": "6666666666666666666666666666666666666666666666666666666666666666",
                 "sources": ["people"], "teachers": "none"},
                {"glob": "shards/part-*.gz", "checksums": "shards/SHA256SUMS", "sources": "none",
                 "teachers": ["inherited"]}
              ],
              "attestations": [
                {"type": "complete-and-accurate", "by": "Jo Example", "date": "2026-05-04"},
                {"type": "other", "statement": "Checked twice.", "by": "Jo Example", "date": "2026-05-04",
                 "document": {"uri": "urn:example:minutes"}}
              ],
              "x-ticket": {"any": [null, true, 1.5]}
            }
            """;

    /// Written by people, in JSON.
    static final String HUMAN = """
            {
              "manifest": "dataset-provenance/v1",
              "dataset": {"name": "Phrases", "version": "1", "description": "Phrases.", "license": "CC-BY-4.0"},
              "contributors": [{"name": "Jo Example", "roles": ["submitter"]}],
              "sources": [
                {"id": "writers", "type": "human-authored", "name": "Written from scratch", "license": "CC-BY-4.0",
                 "rightsBasis": "own-work", "collectionPeriod": {"start": "2026-02", "end": "2026-04"}}
              ],
              "teachers": "none",
              "files": [
                {"path": "data/train.jsonl",
                 "sha256": "5555555555555555555555555555555555555555555555555555555555555555",
                 "sources": ["writers"]}
              ],
              "attestations": [
                {"type": "complete-and-accurate", "by": "Jo Example", "date": "2026-05-04"},
                {"type": "no-model-output", "by": "Jo Example", "date": "2026-05-04"}
              ]
            }
            """;

    private Manifests() {}
}
