package org.provgate.conformance;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// Compiled classes for the rules to look at.
final class Classes {

    private Classes() {}

    /// All classes of all modules that this one has on its class path, tests left out.
    static JavaClasses ofTheRepository() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.provgate");
    }

    /// Compiles one public class or interface into a module's `target/classes` below `root`, seeing what was compiled
    /// there before.
    static void compile(Path root, String module, String name, String source) throws IOException {
        Path file = root.resolve(module).resolve("src").resolve(name.replace('.', '/') + ".java");
        Path classes = root.resolve(module).resolve("target/classes");
        Files.createDirectories(file.getParent());
        Files.createDirectories(classes);
        Files.writeString(file, source);
        List<String> seen = new ArrayList<>(List.of(System.getProperty("java.class.path")));
        try (Stream<Path> folders = Files.walk(root)) {
            folders.filter(folder -> folder.endsWith("target/classes")).forEach(folder -> seen.add(folder.toString()));
        }
        String classPath = String.join(File.pathSeparator, seen);
        List<String> arguments =
                List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", classPath, file.toString());
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IllegalArgumentException("does not compile: " + name);
        }
    }

    static JavaClasses below(Path root) {
        return new ClassFileImporter().importPath(root);
    }
}
