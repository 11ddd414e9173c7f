package org.provgate.proof.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every regular expression that a class of ours keeps, against texts that drive bad ones mad.
class OwnPatternsTest {

    private static final int LENGTH = 10_000;

    /// A search tries every beginning, so that many patterns take the square of the length, which whoever calls them
    /// bounds; `RunawayTest` tries that as a whole. What grows faster does not end at this length either.
    private static final int SEARCHED = 1_000;

    private static final long LONGEST_NANOS = 3_000_000_000L;

    @Test
    void noPatternOfOursRunsAway() throws IOException {
        SortedMap<String, Pattern> patterns = patterns();
        assertThat(patterns).hasSizeGreaterThan(40);
        List<String> slow = new ArrayList<>();
        patterns.forEach((name, pattern) -> {
            for (String text : texts(pattern.pattern())) {
                long begun = System.nanoTime();
                int found = matches(pattern, text);
                long spent = System.nanoTime() - begun;
                if (spent > LONGEST_NANOS) {
                    slow.add("%s (%s) %d ms on %s…, found %d"
                            .formatted(name, pattern, spent / 1_000_000, text.substring(0, 8), found));
                }
            }
        });
        assertThat(slow).isEmpty();
    }

    /// In both ways, whatever the first says.
    private static int matches(Pattern pattern, String text) {
        boolean whole = pattern.matcher(text).matches();
        boolean somewhere =
                pattern.matcher(text.substring(0, SEARCHED) + "\u0000").find();
        return (whole ? 1 : 0) + (somewhere ? 1 : 0);
    }

    /// Characters of the pattern itself, one by one and in pairs, over and over, with an end that does not fit.
    private static Set<String> texts(String pattern) {
        Set<String> letters = new LinkedHashSet<>(List.of("a", "1", " ", "A", ".", "/", "\n"));
        pattern.chars()
                .filter(c -> c > ' ' && "\\[](){}?*+^$|".indexOf(c) < 0)
                .mapToObj(Character::toString)
                .forEach(letters::add);
        List<String> some = letters.stream().limit(8).toList();
        Set<String> texts = new LinkedHashSet<>();
        for (String first : some) {
            for (String second : some) {
                String pair = first.equals(second) ? first : first + second;
                texts.add(pair.repeat(LENGTH / pair.length()) + "\u0000");
            }
        }
        return texts;
    }

    private static SortedMap<String, Pattern> patterns() throws IOException {
        SortedMap<String, Pattern> patterns = new TreeMap<>();
        for (String name : classNames()) {
            Class<?> type;
            try {
                type = Class.forName(name);
            } catch (ClassNotFoundException | LinkageError absent) {
                continue;
            }
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == Pattern.class) {
                    try {
                        field.setAccessible(true);
                        if (field.get(null) instanceof Pattern pattern) {
                            patterns.put(name + "." + field.getName(), pattern);
                        }
                    } catch (IllegalAccessException impossible) {
                        throw new AssertionError(name, impossible);
                    }
                }
            }
        }
        return patterns;
    }

    private static Set<String> classNames() throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path) && !entry.endsWith("test-classes")) {
                names.addAll(below(path));
            } else if (entry.contains("provgate-") && entry.endsWith(".jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + path.toUri()), Map.of())) {
                    names.addAll(below(jar.getPath("/")));
                }
            }
        }
        return names;
    }

    private static List<String> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder.resolve("org/provgate"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder.resolve("org/provgate"))) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .toList();
        }
    }
}
