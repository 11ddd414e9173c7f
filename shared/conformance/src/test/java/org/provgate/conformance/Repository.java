package org.provgate.conformance;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// A source tree with modules below `shared`, `functions` and `tools`.
record Repository(Path root) {

    /// The one this test runs in.
    static Repository here() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Optional.ofNullable(folder.getParent())
                    .orElseThrow(() -> new IllegalStateException("there is no mvnw above the working folder"));
        }
        return new Repository(folder);
    }

    /// Folders of the modules that the parent pom lists, `/` between names.
    List<String> modules() {
        return texts("module");
    }

    /// Texts of all elements of that name in the parent pom, trimmed.
    List<String> texts(String element) {
        NodeList nodes = pom().getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> nodes.item(index).getTextContent().strip())
                .toList();
    }

    /// Java files of all modules, sorted.
    List<Path> javaFiles() {
        return modules().stream()
                .flatMap(module -> javaFilesBelow(root.resolve(module).resolve("src")))
                .sorted()
                .toList();
    }

    Stream<Path> javaFilesBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The module a class was compiled in, empty for classes that are not ours.
    Optional<String> moduleOf(JavaClass type) {
        String home = root.toUri().getRawPath();
        return type.getSource().map(source -> source.getUri().toString()).flatMap(uri -> {
            int start = uri.indexOf(home);
            int end = uri.indexOf("/target/", Math.max(start, 0));
            return start < 0 || end < start ? Optional.empty() : Optional.of(uri.substring(start + home.length(), end));
        });
    }

    private Document pom() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(root.resolve("pom.xml").toFile());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (ParserConfigurationException | SAXException fault) {
            throw new IllegalStateException("the parent pom is not XML", fault);
        }
    }
}
