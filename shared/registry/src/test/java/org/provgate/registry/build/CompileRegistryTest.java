package org.provgate.registry.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.registry.Category;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Registry;
import org.provgate.core.registry.Resolution;
import org.provgate.core.registry.TermsAnswer;
import org.provgate.core.registry.TermsEdition;
import org.provgate.registry.Facts;
import org.provgate.registry.FactsFormat;
import org.provgate.registry.FactsRegistry;

class CompileRegistryTest {

    /// The facts of this module, seen from the folder Maven runs its tests in.
    private static final Path FACTS = Path.of("src/main/registry");

    private static final String ACME = """
            provider: acme
            name: Acme Models
            aliases: [acme labs]
            roles: [lab]
            category: unknown

            terms:
              - id: acme-terms
                title: Terms of Service
                url: https://acme.example/terms
                channels: [api]
                editions:
                  - from: 2024-01-01
                    until: 2024-06-30
                    section: '4'
                    says: No competing models.
                    category: prohibited-competing
                    conditions: [no-competing-model]
                    verified: true
                    source: read in a copy
                    confidence: high
                  - from: 2024-08-01
                    says: All is allowed.
                    category: permitted
                    verified: false
                    confidence: low
              - id: acme-licence
                title: Acme licence
                url: https://acme.example/licence
                channels: [weights]
                editions:
                  - from: unknown
                    says: Names begin with Acme.
                    category: conditional
                    conditions: [name-prefix:Acme]
                    verified: true
                    source: read in the repository
                    confidence: high
                    note: Undated.

            brands:
              - names: [Acme]
                families: [acme-1, acme-2]

            families:
              - id: acme-1
                names: [Acme One]
                ids: [acme-1-large]
                patterns: ['acme-1{rest}']
                released: 2024-01-05
                weights: open
                licence: Acme licence
                terms: [acme-licence]
                category: conditional
                verified: true
                confidence: high
              - id: acme-2
                names: [Acme Two]
                patterns: ['acme-2{rest}']
                released: unknown
                weights: closed
                licence: provider-terms:acme
                category: unknown
                verified: false
                confidence: low
                derived-from: [acme-1]
            """;

    private static final String DATASETS = """
            datasets:
              - id: acme/rows
                aliases: [acme rows]
                licence: MIT
                teachers:
                  - {model: acme-1, role: generator}
                  - {named: somebody else, role: judge}
                source: https://acme.example/rows
                verified: true
                read: the card
                confidence: high
            """;

    @TempDir
    private Path folder;

    @Test
    void theSameFactsGiveTheSameBytes() throws IOException, UnsoundFacts {
        assertThat(FactsWriter.write(CompileRegistry.compile(FACTS)))
                .isEqualTo(FactsWriter.write(CompileRegistry.compile(FACTS)));
    }

    @Test
    void theResourceIsCompiledFromTheFactsBesideIt() throws IOException, UnsoundFacts {
        Path resource = Path.of("target/classes/org/provgate/registry").resolve(FactsFormat.RESOURCE);
        assertThat(FactsWriter.write(CompileRegistry.compile(FACTS))).isEqualTo(Files.readAllBytes(resource));
    }

    @Test
    void aSmallFolderOfFactsIsCompiled() throws IOException, UnsoundFacts {
        write(ACME, DATASETS);
        Facts facts = CompileRegistry.compile(folder);
        Registry registry = new FactsRegistry(facts, "sha256:none");
        ModelFamily one = registry.family("acme-1").orElseThrow();
        assertThat(one.terms()).containsExactly("acme-licence", "acme-terms");
        assertThat(registry.resolve("acme")).isInstanceOf(Resolution.Ambiguous.class);
        assertThat(registry.resolve("host/acme-1-mini:free")).isEqualTo(new Resolution.Known(one));
        assertThat(registry.dataset("acme rows")).isPresent();
    }

    @Test
    void anEditionLastsUntilTheNextOrItsOwnEnd() throws IOException, UnsoundFacts {
        write(ACME, DATASETS);
        Registry registry = new FactsRegistry(CompileRegistry.compile(folder), "sha256:none");
        List<TermsEdition> editions =
                registry.provider("acme").orElseThrow().terms().getFirst().editions();
        assertThat(editions.getFirst().until()).isEqualTo(LocalDate.of(2024, 6, 30));
        assertThat(editions.getLast().until()).isEqualTo(LocalDate.MAX);
        ModelFamily two = registry.family("acme-2").orElseThrow();
        assertThat(onDay(registry, two, LocalDate.of(2024, 7, 15)).editions())
                .extracting(citation -> citation.document().id())
                .containsExactly("acme-licence");
        assertThat(onDay(registry, two, LocalDate.of(2024, 7, 15)).category()).isEqualTo(Category.UNKNOWN);
        assertThat(onDay(registry, two, LocalDate.of(2024, 6, 30)).category()).isEqualTo(Category.PROHIBITED_COMPETING);
    }

    @Test
    void parentsThatDescendFromEachOtherDoNotLoop() throws IOException, UnsoundFacts {
        write(ACME.replace("terms: [acme-licence]", "terms: [acme-licence]\n    distilled-from: [acme-2]"), DATASETS);
        Registry registry = new FactsRegistry(CompileRegistry.compile(folder), "sha256:none");
        for (ModelFamily family : registry.families()) {
            assertThat(onDay(registry, family, LocalDate.of(2024, 3, 1)).category())
                    .isEqualTo(Category.PROHIBITED_COMPETING);
        }
    }

    /// Each row puts one text in place of another and names the fault that must be found.
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            aliases: [acme labs]         | colour: red                   | the key colour is not known here
            name: Acme Models            |                               | the key name is missing or empty
            roles: [lab]                 | roles: [shop]                 | the vocabulary has no role shop
            category: unknown            | category: fine                | there is no category fine
            channels: [api]              | channels: [phone]             | there is no channel phone
            conditions: [no-competing-model] | conditions: [be-nice]     | the vocabulary has no condition be-nice
            conditions: [name-prefix:Acme]   | conditions: ['name-prefix:'] | the vocabulary has no condition name-prefix:
            from: 2024-08-01             | from: 2024-06-01              | this edition and the next overlap
            from: 2024-08-01             | from: 2023-08-01              | this edition and the next overlap
            until: 2024-06-30            | until: 2023-06-30             | this edition ends before it begins
            from: 2024-01-01             | from: January                 | from is a day as YYYY-MM-DD, not January
            from: 2024-01-01             | from: 2024-02-31              | from is a day as YYYY-MM-DD, not 2024-02-31
            source: read in a copy       |                               | a verified edition names the source
            verified: true               | verified: yes                 | verified is true or false, not yes
            note: Undated.               |                               | an edition whose first day is unknown needs a note
            terms: [acme-licence]        | terms: [other-licence]        | there is no document other-licence
            terms: [acme-licence]        | terms: [acme-terms]           | acme-terms binds all families of its provider
            terms: [acme-licence]        | terms: []                     | no family names the licence acme-licence
            terms: [acme-licence]        | terms: []                     | names the licence that says so
            derived-from: [acme-1]       | derived-from: [acme-9]        | there is no other family acme-9
            derived-from: [acme-1]       | derived-from: [acme-2]        | there is no other family acme-2
            families: [acme-1, acme-2]   | families: [acme-9]            | a brand names families that are in the registry
            names: [Acme]                | names: [acme one]             | acme one is already a name of a family or a brand
            names: [Acme Two]            | names: [acme one]             | acme one already names the family acme-1
            names: [Acme Two]            | names: [acme-1-small]         | acme-1-small matches patterns of acme-1
            ids: [acme-1-large]          | ids: [acme-2-large]           | acme-2-large matches patterns of acme-2
            ids: [acme-1-large]          | ids: [other-1]                | other-1 matches no pattern of its family
            id: acme-licence             | id: acme-terms                | there is another document acme-terms
            provider: acme               | provider: other               | the file of provider other bears another name
            patterns: ['acme-2{rest}']   | patterns: ['acme-2(']         | a pattern does not compile
            patterns: ['acme-2{rest}']   | patterns: ['acme-2(?:.*-){5}x'] | a pattern backtracks without end
            weights: closed              | weights: hidden               | weights are open or closed, not hidden
            confidence: low              | confidence: sure              | the vocabulary has no confidence sure
            """)
    void aFaultStopsTheBuildWithItsPlace(String text, @Nullable String instead, String sentence) throws IOException {
        String wanted = instead == null ? "" : instead;
        assertThat(ACME).contains(text);
        write(ACME.replaceFirst(Pattern.quote(text), Matcher.quoteReplacement(wanted)), DATASETS);
        UnsoundFacts unsound = catchThrowableOfType(UnsoundFacts.class, () -> CompileRegistry.compile(folder));
        assertThat(unsound).isNotNull();
        assertThat(unsound.faults()).anySatisfy(fault -> {
            assertThat(fault.sentence()).contains(sentence);
            assertThat(fault.file()).isEqualTo("acme.yaml");
            assertThat(fault.line()).isPositive();
        });
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            model: acme-1            | model: acme-9       | there is no family or brand acme-9
            licence: MIT             | license: MIT        | the key license is not known here
            aliases: [acme rows]     | human-only: true    | a dataset that has teachers is not written by people only
            read: the card           | read: ''            | the key read is missing or empty
            """)
    void aFaultyDatasetStopsTheBuild(String text, String instead, String sentence) throws IOException {
        write(ACME, DATASETS.replace(text, instead));
        UnsoundFacts unsound = catchThrowableOfType(UnsoundFacts.class, () -> CompileRegistry.compile(folder));
        assertThat(unsound.getMessage()).contains("datasets.yaml:").contains(sentence);
    }

    @Test
    void aFileThatIsNotYamlIsNamedWithItsLine() throws IOException {
        write(ACME + "\nbroken: [", DATASETS);
        UnsoundFacts unsound = catchThrowableOfType(UnsoundFacts.class, () -> CompileRegistry.compile(folder));
        assertThat(unsound.getMessage()).contains("acme.yaml:").contains("not YAML");
    }

    @Test
    void aSecondFamilyOfThatIdIsAFault() throws IOException {
        write(
                ACME.replace("families: [acme-1, acme-2]", "families: [acme-1]").replace("id: acme-2", "id: acme-1"),
                DATASETS);
        UnsoundFacts unsound = catchThrowableOfType(UnsoundFacts.class, () -> CompileRegistry.compile(folder));
        assertThat(unsound.getMessage()).contains("there is another family acme-1");
    }

    @Test
    void aFaultStandsOnItsLine() throws IOException {
        write(ACME.replace("weights: closed", "weights: hidden"), DATASETS);
        int line = ACME.substring(0, ACME.indexOf("weights: closed")).split("\n", -1).length;
        UnsoundFacts unsound = catchThrowableOfType(UnsoundFacts.class, () -> CompileRegistry.compile(folder));
        assertThat(unsound.faults())
                .containsExactly(new Fault("acme.yaml", line, "weights are open or closed, not hidden"));
    }

    private void write(String provider, String datasets) throws IOException {
        Files.createDirectories(folder.resolve("providers"));
        Files.writeString(folder.resolve("providers/acme.yaml"), provider);
        Files.writeString(folder.resolve("datasets.yaml"), datasets);
        Files.copy(FACTS.resolve("vocabulary.yaml"), folder.resolve("vocabulary.yaml"));
    }

    private static TermsAnswer onDay(Registry registry, ModelFamily family, LocalDate day) {
        return registry.terms(family, AccessChannel.PROVIDER_API, day, day, List.of());
    }
}
