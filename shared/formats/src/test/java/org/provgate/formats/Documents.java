package org.provgate.formats;

import java.util.Map;
import java.util.TreeMap;

/// A small document of each format, with what people put in.
public final class Documents {

    public static final String DIGEST = "5f2b7a0c9d1e4f63a8b7c6d5e4f30112233445566778899aabbccddeeff00112";

    public static final String CARD = """
            ---
            pretty_name: Harbour phrasebook
            license: cc-by-4.0
            language: [en, "no"]
            source_datasets:
            - original
            - extended|example/quay-questions
            task_categories: [question-answering]
            x-provenance:
              dataset: {version: "1.0"}
              contributors:
              - {name: Jane Example, roles: [submitter]}
              teachers:
              - {id: writer, provider: Example Labs, model: example-labs/wordsmith-70b, uses: [generated]}
            ---
            # Harbour phrasebook
            """;

    public static final String CROISSANT = """
            {
              "@context": {
                "@vocab": "https://schema.org/", "sc": "https://schema.org/", "cr": "http://mlcommons.org/croissant/",
                "dct": "http://purl.org/dc/terms/", "prov": "http://www.w3.org/ns/prov#",
                "rai": "http://mlcommons.org/croissant/RAI/", "dpm": "urn:dataset-provenance:manifest:v1#",
                "conformsTo": "dct:conformsTo"
              },
              "@type": "sc:Dataset",
              "conformsTo": "http://mlcommons.org/croissant/1.1",
              "name": {"fr": "Guide du port", "en": "Harbour phrasebook"},
              "version": "1.0",
              "license": "https://creativecommons.org/licenses/by/4.0/",
              "creator": {"@type": "Person", "name": "Jane Example", "email": "jane@example.org"},
              "datePublished": "2026-05-04",
              "prov:wasDerivedFrom": {"@id": "https://example.org/quay", "name": "Quay questions", "version": "2"},
              "prov:wasGeneratedBy": {
                "@type": "prov:Activity",
                "prov:startedAtTime": "2026-03-20", "prov:endedAtTime": "2026-03-28",
                "prov:wasAssociatedWith": {
                  "@type": "prov:SoftwareAgent", "@id": "#writer",
                  "dpm:provider": "Example Labs", "dpm:model": "example-labs/wordsmith-70b", "dpm:uses": ["generated"]
                }
              },
              "distribution": [
                {"@type": "cr:FileObject", "@id": "train", "name": "train.jsonl", "contentUrl": "data/train.jsonl",
                 "encodingFormat": "application/jsonl", "contentSize": "117 B",
                 "sha256": "5f2b7a0c9d1e4f63a8b7c6d5e4f30112233445566778899aabbccddeeff00112"},
                {"@type": "cr:FileSet", "@id": "rest", "name": "rest", "includes": "shards/*.jsonl"}
              ]
            }
            """;

    public static final String PACKAGE = """
            {
              "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
              "name": "harbour-phrasebook",
              "version": "1.0",
              "description": "Questions about small harbours.",
              "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
              "contributors": [{"title": "Jane Example", "email": "jane@example.org", "roles": ["creator"]}],
              "sources": [{"title": "Quay questions", "path": "https://example.org/quay", "version": "2"}],
              "dpm:teachers": [{"id": "writer", "model": "example-labs/wordsmith-70b", "uses": ["generated"]}],
              "resources": [
                {"name": "train", "path": "data/train.jsonl", "mediatype": "application/jsonl", "bytes": 117,
                 "hash": "sha256:5f2b7a0c9d1e4f63a8b7c6d5e4f30112233445566778899aabbccddeeff00112"},
                {"name": "rest", "path": ["data/a.csv", "data/b.csv"], "sources": []}
              ]
            }
            """;

    public static final String BOM = """
            {
              "bomFormat": "CycloneDX",
              "specVersion": "1.6",
              "metadata": {
                "component": {
                  "bom-ref": "set", "type": "data", "name": "Harbour phrasebook", "version": "1.0",
                  "licenses": [{"expression": "CC-BY-4.0"}],
                  "authors": [{"name": "Jane Example", "email": "jane@example.org"}],
                  "pedigree": {"ancestors": [
                    {"bom-ref": "quay", "type": "data", "name": "Quay questions", "version": "2",
                     "licenses": [{"license": {"id": "MIT"}}],
                     "externalReferences": [{"type": "distribution", "url": "https://example.org/quay"}]}
                  ]},
                  "properties": [{"name": "dpm:personalData", "value": "none"}]
                }
              },
              "components": [
                {"bom-ref": "writer", "type": "machine-learning-model", "publisher": "Example Labs",
                 "group": "example-labs", "name": "wordsmith-70b", "version": "r2",
                 "properties": [{"name": "dpm:role", "value": "teacher"}, {"name": "dpm:uses", "value": "generated"},
                                {"name": "dpm:terms.version", "value": "2.0"}]},
                {"bom-ref": "train", "type": "file", "name": "data/train.jsonl", "mime-type": "application/jsonl",
                 "hashes": [{"alg": "SHA-256",
                   "content": "5f2b7a0c9d1e4f63a8b7c6d5e4f30112233445566778899aabbccddeeff00112"}]}
              ],
              "dependencies": [{"ref": "train", "dependsOn": ["writer", "quay"]}]
            }
            """;

    /// The same as [#BOM].
    public static final String BOM_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- A <component> of another kind, in a comment. -->
            <bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1">
              <metadata>
                <component bom-ref="set" type="data">
                  <authors><author><name>Jane Example</name><email>jane@example.org</email></author></authors>
                  <name>Harbour phrasebook</name>
                  <version>1.0</version>
                  <licenses><expression>CC-BY-4.0</expression></licenses>
                  <pedigree><ancestors>
                    <component bom-ref="quay" type="data">
                      <name>Quay questions</name>
                      <version>2</version>
                      <licenses><license><id>MIT</id></license></licenses>
                      <externalReferences>
                        <reference type="distribution"><url>https://example.org/quay</url></reference>
                      </externalReferences>
                    </component>
                  </ancestors></pedigree>
                  <properties><property name="dpm:personalData">none</property></properties>
                </component>
              </metadata>
              <components>
                <component bom-ref="writer" type="machine-learning-model">
                  <publisher>Example Labs</publisher>
                  <group>example-labs</group>
                  <name>wordsmith-70b</name>
                  <version>r2</version>
                  <properties>
                    <property name="dpm:role">teacher</property>
                    <property name="dpm:uses">generated</property>
                    <property name="dpm:terms.version">2.0</property>
                  </properties>
                </component>
                <component bom-ref="train" type="file" mime-type='application/jsonl'>
                  <name>data/train.jsonl</name>
                  <hashes><hash alg="SHA-256">
                    5f2b7a0c9d1e4f63a8b7c6d5e4f30112233445566778899aabbccddeeff00112
                  </hash></hashes>
                </component>
              </components>
              <dependencies>
                <dependency ref="train"><dependency ref="writer"/><dependency ref="quay"/></dependency>
              </dependencies>
            </bom>
            """;

    public static final String SPDX = """
            {
              "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
              "@graph": [
                {"type": "CreationInfo", "@id": "_:c", "specVersion": "3.0.1", "created": "2026-05-04T00:00:00Z",
                 "createdBy": ["urn:x:jane"]},
                {"type": "Person", "spdxId": "urn:x:jane", "creationInfo": "_:c", "name": "Jane Example"},
                {"type": "SpdxDocument", "spdxId": "urn:x:doc", "creationInfo": "_:c", "rootElement": ["urn:x:set"]},
                {"type": "dataset_DatasetPackage", "spdxId": "urn:x:set", "creationInfo": "_:c",
                 "name": "Harbour phrasebook", "software_packageVersion": "1.0", "originatedBy": ["urn:x:jane"],
                 "dataset_datasetType": ["text"], "builtTime": "2026-05-02T00:00:00Z"},
                {"type": "dataset_DatasetPackage", "spdxId": "urn:x:quay", "creationInfo": "_:c",
                 "name": "Quay questions", "software_downloadLocation": "https://example.org/quay",
                 "dataset_datasetType": ["text"]},
                {"type": "ai_AIPackage", "spdxId": "urn:x:writer", "creationInfo": "_:c",
                 "name": "example-labs/wordsmith-70b", "software_packageVersion": "r2"},
                {"type": "software_File", "spdxId": "urn:x:train", "creationInfo": "_:c", "name": "data/train.jsonl",
                 "contentType": "application/jsonl", "verifiedUsing": [{"type": "Hash", "algorithm": "sha256",
                   "hashValue": "5f2b7a0c9d1e4f63a8b7c6d5e4f30112233445566778899aabbccddeeff00112"}]},
                {"type": "simplelicensing_LicenseExpression", "spdxId": "urn:x:by", "creationInfo": "_:c",
                 "simplelicensing_licenseExpression": "CC-BY-4.0"},
                {"type": "Relationship", "spdxId": "urn:x:r1", "creationInfo": "_:c", "from": "urn:x:set",
                 "relationshipType": "hasDeclaredLicense", "to": ["urn:x:by"]},
                {"type": "Relationship", "spdxId": "urn:x:r2", "creationInfo": "_:c", "from": "urn:x:set",
                 "relationshipType": "contains", "to": ["urn:x:train"]},
                {"type": "Relationship", "spdxId": "urn:x:r3", "creationInfo": "_:c", "from": "urn:x:train",
                 "relationshipType": "descendantOf", "to": ["urn:x:quay"]},
                {"type": "Relationship", "spdxId": "urn:x:r4", "creationInfo": "_:c", "from": "urn:x:writer",
                 "relationshipType": "generates", "to": ["urn:x:train"],
                 "startTime": "2026-03-20T00:00:00Z", "endTime": "2026-03-28T00:00:00Z"},
                {"type": "Annotation", "spdxId": "urn:x:a1", "creationInfo": "_:c", "annotationType": "other",
                 "subject": "urn:x:r4", "contentType": "application/json", "statement": "{\\"uses\\": [\\"generated\\"]}"}
              ]
            }
            """;

    public static final String STANDARD = """
            {
              "source": {"version": "1.0.0", "title": "Harbour phrasebook", "id": "urn:x:set",
                "description": "Questions about small harbours.", "issuer": [{"name": "Example AS"}]},
              "provenance": {
                "source": "https://example.org/quay",
                "origin": [{"name": "Quay Foundation"}],
                "origin-geography": [{"country": "NO"}],
                "date": "2026-05-02",
                "generation-period": {"start": "2026-02-01", "end": "2026-04-20"},
                "generation-method": [{"code": "web-scraping-crawling-textual", "description": "Forum crawl"}]
              },
              "use": {"license": ["https://spdx.org/licenses/CC-BY-4.0"],
                "intended-purpose": [{"code": "ai-alignment", "description": "Fine-tuning"}]},
              "dpm:teachers": [{"id": "writer", "model": "example-labs/wordsmith-70b", "uses": ["generated"]}]
            }
            """;

    public static final String PROV = """
            {
              "@context": {"prov": "http://www.w3.org/ns/prov#", "dct": "http://purl.org/dc/terms/",
                "dpm": "urn:dataset-provenance:manifest:v1#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#"},
              "@graph": [
                {"@id": "urn:x:set", "@type": "prov:Entity", "rdfs:label": "Harbour phrasebook",
                 "dct:license": "CC-BY-4.0", "prov:wasGeneratedBy": {"@id": "#generate"},
                 "prov:wasAttributedTo": {"@id": "#jane"}},
                {"@id": "#jane", "@type": "prov:Person", "rdfs:label": "Jane Example"},
                {"@id": "#generate", "@type": "prov:Activity", "prov:used": {"@id": "https://example.org/quay"},
                 "prov:wasAssociatedWith": {"@id": "#writer"},
                 "prov:startedAtTime": "2026-03-20T00:00:00Z", "prov:endedAtTime": "2026-03-28T00:00:00Z"},
                {"@id": "https://example.org/quay", "@type": "prov:Entity", "rdfs:label": "Quay questions"},
                {"@id": "#writer", "@type": "prov:SoftwareAgent", "dpm:provider": "Example Labs",
                 "dpm:model": "example-labs/wordsmith-70b"}
              ]
            }
            """;

    public static final String STATEMENT = """
            {
              "_type": "https://in-toto.io/Statement/v1",
              "subject": [{"name": "data/train.jsonl", "digest": {
                "sha256": "5f2b7a0c9d1e4f63a8b7c6d5e4f30112233445566778899aabbccddeeff00112"}}],
              "predicateType": "https://slsa.dev/provenance/v1",
              "predicate": {
                "buildDefinition": {
                  "buildType": "https://example.org/build/v1",
                  "externalParameters": {},
                  "resolvedDependencies": [
                    {"name": "quay", "uri": "https://example.org/quay",
                     "digest": {"sha256": "1111111111111111111111111111111111111111111111111111111111111111"}},
                    {"name": "writer", "uri": "https://example.org/models/wordsmith-70b",
                     "annotations": {"dpm_role": "teacher"}}
                  ]
                },
                "runDetails": {
                  "builder": {"id": "https://example.org/builders/1"},
                  "metadata": {"startedOn": "2026-03-20T00:00:00Z", "finishedOn": "2026-03-28T00:00:00Z"}
                }
              }
            }
            """;

    private Documents() {}

    /// By the name such a file usually has.
    public static Map<String, String> all() {
        Map<String, String> all = new TreeMap<>(json());
        all.put("README.md", CARD);
        all.put("set.cdx.xml", BOM_XML);
        return all;
    }

    public static Map<String, String> json() {
        return new TreeMap<>(Map.of(
                "croissant.json", CROISSANT,
                "datapackage.json", PACKAGE,
                "set.cdx.json", BOM,
                "set.spdx3.json", SPDX,
                "data-provenance.json", STANDARD,
                "set.prov.jsonld", PROV,
                "set.statement.json", STATEMENT));
    }
}
