package org.provgate.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectionsTest {

    private static final Repository REPOSITORY = Repository.here();
    private static final JavaClasses CLASSES = Classes.ofTheRepository();

    @Test
    void everyModuleHasItsDirections() {
        assertThat(REPOSITORY.modules()).allMatch(Directions::areSaidFor, "is said in Directions");
    }

    @Test
    void everyModuleWithCodeIsLookedAt() {
        SortedSet<String> withCode = REPOSITORY.modules().stream()
                .filter(module -> REPOSITORY
                        .javaFilesBelow(REPOSITORY.root().resolve(module).resolve("src/main/java"))
                        .findAny()
                        .isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        SortedSet<String> seen = CLASSES.stream()
                .map(REPOSITORY::moduleOf)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(seen)
                .as("modules with classes here; one that is missing belongs into the pom of shared/conformance")
                .containsAll(withCode)
                .contains("shared/core");
    }

    @Test
    void modulesSeeOnlyWhatLiesBelowThem() {
        classes().should(new Directions(REPOSITORY).keptBetweenModules()).check(CLASSES);
    }

    @Test
    void everyPackageOfCoreHasItsPlace() {
        assertThat(CLASSES.stream().map(Directions::packageOfCore).filter(name -> !name.isEmpty()))
                .isNotEmpty()
                .allMatch(name -> Directions.row(name) >= 0, "has a row in Directions.CORE");
    }

    @Test
    void packagesOfCoreSeeOnlyWhatLiesBelowThem() {
        classes().should(Directions.keptInsideCore()).check(CLASSES);
    }

    @Test
    void functionsNeverSeeEachOther() {
        assertThat(Directions.allow("functions/decide", "functions/place")).isFalse();
        assertThat(Directions.allow("functions/decide", "shared/usecases")).isTrue();
        assertThat(Directions.allow("shared/usecases", "functions/decide")).isFalse();
        assertThat(Directions.allow("functions/decide", "shared/testkit")).isFalse();
    }

    @Test
    void aStepUpBetweenModulesIsSeen(@TempDir Path root) throws IOException {
        Classes.compile(root, "shared/formats", "high.Reader", "package high; public interface Reader {}");
        Classes.compile(root, "shared/core", "low.Model", """
                package low;

                public record Model(Object reader) {
                    public boolean reads() {
                        return reader instanceof high.Reader;
                    }
                }
                """);

        assertThatThrownBy(() -> classes()
                        .should(new Directions(new Repository(root)).keptBetweenModules())
                        .check(Classes.below(root)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("low.Model")
                .hasMessageContaining("high.Reader");
    }

    @Test
    void aStepUpInsideCoreIsSeen(@TempDir Path root) throws IOException {
        Classes.compile(root, "shared/core", "org.provgate.core.facts.Upward", """
                package org.provgate.core.facts;

                public record Upward(org.provgate.core.verdict.Verdict verdict) {}
                """);

        assertThatThrownBy(() -> classes().should(Directions.keptInsideCore()).check(Classes.below(root)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("core.facts.Upward")
                .hasMessageContaining("core.verdict.Verdict");
    }

    @Test
    void aClassIsTracedToItsModule() {
        JavaClass verdict = CLASSES.get("org.provgate.core.verdict.Verdict");

        assertThat(REPOSITORY.moduleOf(verdict)).contains("shared/core");
    }
}
