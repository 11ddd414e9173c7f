package org.provgate.conformance;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Who may see whom, as `docs/architecture.md` draws it.
record Directions(Repository repository) {

    /// Packages of core, lowest first: each sees only those before it. Packages of one row do not see each other.
    static final List<List<String>> CORE = List.of(
            List.of("claim"),
            List.of("facts", "license"),
            List.of("finding", "signing"),
            List.of("manifest"),
            List.of("registry", "policy"),
            List.of("submission"),
            List.of("rule"),
            List.of("rulebook", "condition"),
            List.of("verdict"));

    private static final List<String> BELOW_USECASES =
            List.of("shared/core", "shared/conditions", "shared/registry", "shared/formats", "shared/inspection");

    private static final List<String> BELOW_AWS = and(BELOW_USECASES, "shared/usecases");

    private static final List<String> SHIPPED = and(BELOW_AWS, "shared/aws");

    /// The servers of one machine: seen by tools, and by tests alone elsewhere.
    private static final String EMBEDDED = "shared/embedded";

    /// What each module of `shared` sees besides itself. Nothing that ships sees the testkit.
    private static final Map<String, List<String>> SHARED = Map.of(
            "shared/core",
            List.of(),
            "shared/conditions",
            List.of("shared/core"),
            "shared/registry",
            List.of("shared/core"),
            "shared/formats",
            List.of("shared/core"),
            "shared/inspection",
            List.of("shared/core", "shared/registry"),
            "shared/usecases",
            BELOW_USECASES,
            "shared/aws",
            BELOW_AWS,
            EMBEDDED,
            List.of(),
            "shared/testkit",
            SHIPPED,
            "shared/conformance",
            SHIPPED);

    private static List<String> and(List<String> modules, String another) {
        return Stream.concat(modules.stream(), Stream.of(another)).toList();
    }

    static boolean areSaidFor(String module) {
        return SHARED.containsKey(module) || module.startsWith("functions/") || module.startsWith("tools/");
    }

    static boolean allow(String from, String to) {
        if (from.equals(to)) {
            return true;
        }
        if (from.startsWith("functions/")) {
            return SHIPPED.contains(to);
        }
        if (from.startsWith("tools/")) {
            return SHIPPED.contains(to)
                    || to.equals(EMBEDDED)
                    || to.startsWith("functions/")
                    || to.startsWith("tools/");
        }
        return SHARED.getOrDefault(from, List.of()).contains(to);
    }

    ArchCondition<JavaClass> keptBetweenModules() {
        return new ArchCondition<>("see only modules below their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String from = repository.moduleOf(type).orElse("");
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    Optional<String> to = repository.moduleOf(dependency.getTargetClass());
                    if (to.isPresent() && !allow(from, to.get())) {
                        events.add(violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    static ArchCondition<JavaClass> keptInsideCore() {
        return new ArchCondition<>("see only packages of core before their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String from = packageOfCore(type);
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String to = packageOfCore(dependency.getTargetClass());
                    if (!from.isEmpty() && !to.isEmpty() && !to.equals(from) && row(to) >= row(from)) {
                        events.add(violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /// The first name after `org.provgate.core`, empty outside core.
    static String packageOfCore(JavaClass type) {
        String[] names = type.getBaseComponentType().getPackageName().split("\\.", -1);
        return names.length > 3 && type.getBaseComponentType().getPackageName().startsWith("org.provgate.core.")
                ? names[3]
                : "";
    }

    /// Its place in [#CORE], -1 when it has none.
    static int row(String packageOfCore) {
        for (int row = 0; row < CORE.size(); row++) {
            if (CORE.get(row).contains(packageOfCore)) {
                return row;
            }
        }
        return -1;
    }

    DescribedPredicate<JavaClass> in(String... modules) {
        List<String> prefixes = List.of(modules);
        return DescribedPredicate.describe(
                "are in " + String.join(" or ", modules),
                type -> repository
                        .moduleOf(type)
                        .filter(module -> prefixes.stream().anyMatch(prefix -> (module + "/").startsWith(prefix)))
                        .isPresent());
    }

    /// Programs that the build runs; they lie in packages named `build` and never ship.
    static DescribedPredicate<JavaClass> buildPrograms() {
        return DescribedPredicate.describe(
                "are build programs",
                type -> List.of(type.getPackageName().split("\\.", -1)).contains("build"));
    }
}
