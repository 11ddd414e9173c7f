package org.provgate.conformance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchRule;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What no class may do, wherever it lies.
record HouseRules(Directions directions) {

    /// Each rule with the fact it keeps true.
    Map<String, ArchRule> all() {
        return Map.ofEntries(
                Map.entry("time comes in as a parameter", noClasses().should().accessTargetWhere(readsTheClock())),
                Map.entry(
                        "only programs and functions take the system's clock",
                        noClasses()
                                .that(not(directions.in("functions/", "tools/")))
                                .should()
                                .accessTargetWhere(takesTheSystemsClock())),
                Map.entry(
                        "nothing sleeps",
                        noClasses()
                                .that(not(directions.in("tools/proof/")))
                                .should()
                                .accessTargetWhere(calls("sleep"))),
                Map.entry(
                        "no stack trace goes to wherever it likes",
                        noClasses()
                                .should()
                                .accessTargetWhere(calls("printStackTrace").and(withoutParameters()))),
                Map.entry(
                        "only programs print stack traces",
                        noClasses()
                                .that(not(directions.in("tools/")))
                                .should()
                                .accessTargetWhere(calls("printStackTrace"))),
                Map.entry(
                        "only programs print and exit",
                        noClasses()
                                .that(not(directions.in("tools/").or(Directions.buildPrograms())))
                                .should()
                                .accessTargetWhere(printsOrExits())),
                Map.entry(
                        "core sees the JDK and JSpecify alone",
                        classes()
                                .that(directions.in("shared/core/"))
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage("java..", "org.jspecify..", "org.provgate.core..")),
                Map.entry(
                        "core sees no file, no network and no log",
                        noClasses().that(directions.in("shared/core/")).should().dependOnClassesThat(reachOutside())),
                Map.entry(
                        "JSON and YAML libraries are seen by formats and by the embedded servers alone",
                        confined(
                                List.of("tools.jackson", "com.fasterxml.jackson", "org.snakeyaml", "com.networknt"),
                                "shared/formats/",
                                "shared/embedded/")),
                Map.entry(
                        "the expression language is seen by conditions alone",
                        confined(List.of("dev.cel", "com.google.common", "org.antlr"), "shared/conditions/")),
                Map.entry(
                        "the AWS SDK is seen by the adapters, and by what runs them on one machine",
                        confined(
                                List.of("software.amazon.awssdk"),
                                "shared/aws/",
                                "shared/embedded/",
                                "tools/local/",
                                "tools/proof/")),
                Map.entry(
                        "the Lambda runtime is seen by functions and by what runs them",
                        confined(
                                List.of("com.amazonaws.services.lambda"),
                                "shared/aws/",
                                "functions/",
                                "tools/local/",
                                "tools/proof/")));
    }

    private ArchRule confined(List<String> libraries, String... modules) {
        return noClasses()
                .that(not(directions.in(modules).or(Directions.buildPrograms())))
                .should()
                .dependOnClassesThat(describe(
                        "are of " + String.join(" or ", libraries),
                        type -> libraries.stream()
                                .anyMatch(library -> (type.getPackageName() + ".").startsWith(library + "."))));
    }

    /// `now()` and its kin. `now(Clock)` is fine: the clock came in.
    private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
        return describe("reads the clock", access -> {
            String owner = access.getTargetOwner().getFullName();
            return switch (access.getName()) {
                case "now" -> owner.startsWith("java.time.") && !takesClock(access);
                case "currentTimeMillis" -> owner.equals(System.class.getName());
                case JavaConstructor.CONSTRUCTOR_NAME ->
                    owner.equals(Date.class.getName()) && parameters(access).isEmpty();
                default -> false;
            };
        });
    }

    private static boolean takesClock(JavaAccess<?> access) {
        List<String> parameters = parameters(access);
        return !parameters.isEmpty() && !parameters.contains(ZoneId.class.getName());
    }

    private static List<String> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget unit
                ? unit.getRawParameterTypes().stream()
                        .map(JavaClass::getFullName)
                        .toList()
                : List.of();
    }

    private static DescribedPredicate<JavaAccess<?>> takesTheSystemsClock() {
        return describe("takes the system's clock", access -> {
            String owner = access.getTargetOwner().getFullName();
            return (owner.equals("java.time.InstantSource") || owner.equals("java.time.Clock"))
                    && access.getName().startsWith("system");
        });
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String method) {
        return describe(
                "calls " + method,
                access -> access.getName().equals(method)
                        && access.getTargetOwner().getPackageName().startsWith("java."));
    }

    private static DescribedPredicate<JavaAccess<?>> printsOrExits() {
        return describe(
                "prints or exits",
                access -> access.getTargetOwner().getFullName().equals(System.class.getName())
                        && Set.of("out", "err", "exit").contains(access.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> withoutParameters() {
        return describe("without parameters", access -> parameters(access).isEmpty());
    }

    /// Streams are fine: a table in core may be a resource of its own.
    private static DescribedPredicate<JavaClass> reachOutside() {
        List<String> packages =
                List.of("java.nio.file", "java.nio.channels", "java.net.http", "java.sql", "java.util.logging");
        List<String> types = List.of(
                "java.io.File",
                "java.io.FileInputStream",
                "java.io.FileOutputStream",
                "java.io.FileReader",
                "java.io.FileWriter",
                "java.io.PrintStream",
                "java.io.RandomAccessFile",
                "java.lang.System$Logger",
                "java.net.Socket",
                "java.net.URL");
        return describe(
                "reach outside",
                type -> packages.contains(type.getPackageName()) || types.contains(type.getFullName()));
    }
}
