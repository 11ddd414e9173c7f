package org.provgate.proof;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.provgate.core.facts.Digests;

/// The libraries that this program, and with it the whole gate, runs on: each with what it is for, under which licence
/// it comes, and the digest of the very file.
final class Dependencies {

    private static final Pattern PARENT = Pattern.compile("<parent>(.*?)</parent>", Pattern.DOTALL);
    private static final Pattern LICENSE =
            Pattern.compile("<license>.*?<name>(.*?)</name>.*?</license>", Pattern.DOTALL);

    private static final int MOST_PARENTS = 8;

    private Dependencies() {}

    /// @param licenses as the library itself names them
    /// @param file its name, with what tells builds for different machines apart
    record Library(String group, String artifact, String version, String file, List<String> licenses, String sha256) {

        Library {
            licenses = List.copyOf(licenses);
        }

        String name() {
            return group + ":" + artifact;
        }
    }

    /// @param classPath as the JVM has it; what lies outside a repository of Maven's layout is ours
    static List<Library> of(String classPath) throws IOException {
        SortedMap<String, Library> libraries = new TreeMap<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            Path file = Path.of(entry);
            Optional<Library> library = entry.endsWith(".jar") ? library(file) : Optional.empty();
            if (library.isPresent() && !library.get().group().equals("org.provgate")) {
                libraries.put(library.get().name() + ":" + library.get().file(), library.get());
            }
        }
        return List.copyOf(libraries.values());
    }

    private static Optional<Library> library(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.exists(file)) {
            return Optional.empty();
        }
        int parts = folder.getNameCount();
        String version = folder.getName(parts - 1).toString();
        String artifact = folder.getName(parts - 2).toString();
        Optional<Path> root = root(folder, artifact, version);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        Path below = root.get().relativize(folder);
        String group = below.subpath(0, below.getNameCount() - 2).toString().replace(File.separatorChar, '.');
        return Optional.of(new Library(
                group,
                artifact,
                version,
                String.valueOf(file.getFileName()),
                licenses(root.get(), group, artifact, version),
                Digests.sha256(Files.readAllBytes(file)).hex()));
    }

    /// The repository that the folder of an artifact lies in: its description says the group, or its parent does.
    private static Optional<Path> root(Path folder, String artifact, String version) throws IOException {
        Path pom = folder.resolve(artifact + "-" + version + ".pom");
        if (!Files.exists(pom)) {
            return Optional.empty();
        }
        String text = Files.readString(pom).replaceAll("(?s)<!--.*?-->", "");
        Matcher parent = PARENT.matcher(text);
        String above = parent.find() ? parent.group(1) : "";
        String own = element(
                text.replaceAll("(?s)<(parent|dependencies|dependencyManagement|build|profiles)>.*?</\\1>", ""),
                "groupId");
        String group = own.isEmpty() ? element(above, "groupId") : own;
        Path tail = Path.of(group.replace('.', '/'), artifact, version);
        return folder.endsWith(tail)
                ? Optional.of(Path.of("/").resolve(folder.subpath(0, folder.getNameCount() - tail.getNameCount())))
                : Optional.empty();
    }

    /// Those of the library's own description, or of the nearest description above it that names some.
    private static List<String> licenses(Path root, String group, String artifact, String version) throws IOException {
        String at = group;
        String name = artifact;
        String of = version;
        for (int i = 0; i < MOST_PARENTS; i++) {
            Path pom =
                    root.resolve(at.replace('.', '/')).resolve(name).resolve(of).resolve(name + "-" + of + ".pom");
            if (!Files.exists(pom)) {
                return List.of();
            }
            String text = Files.readString(pom).replaceAll("(?s)<!--.*?-->", "");
            List<String> named = new ArrayList<>();
            LICENSE.matcher(text)
                    .results()
                    .forEach(one -> named.add(one.group(1).strip().replaceAll("\\s+", " ")));
            if (!named.isEmpty()) {
                return named;
            }
            Matcher parent = PARENT.matcher(text);
            if (!parent.find()) {
                return List.of();
            }
            at = element(parent.group(1), "groupId");
            name = element(parent.group(1), "artifactId");
            of = element(parent.group(1), "version");
        }
        return List.of();
    }

    private static String element(String text, String name) {
        Matcher found =
                Pattern.compile("<" + name + ">\\s*(.*?)\\s*</" + name + ">").matcher(text);
        return found.find() ? found.group(1) : "";
    }

    /// Lines of a table: words, a tab, words.
    static SortedMap<String, String> table(Path file) throws IOException {
        SortedMap<String, String> rows = new TreeMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.filter(line -> line.indexOf('\t') > 0 && !line.startsWith("#"))
                    .forEach(line ->
                            rows.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1)));
        }
        return rows;
    }
}
