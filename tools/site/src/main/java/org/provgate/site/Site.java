package org.provgate.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/// Writes the site. Same pages, same bytes.
public final class Site {

    private static final List<String> OWN = List.of("site.css", "site.js");

    private Site() {}

    /// @param arguments the repository's folder, and the folder that is written; what lies there is replaced file by
    /// file
    public static void main(String... arguments) throws IOException {
        Path target = Path.of(arguments[1]);
        List<String> broken = write(new Sources(Path.of(arguments[0])), target);
        report(broken, target, System.out, System.err);
        if (!broken.isEmpty()) {
            System.exit(1);
        }
    }

    private static void report(List<String> broken, Path target, PrintStream out, PrintStream err) {
        broken.forEach(err::println);
        if (broken.isEmpty()) {
            out.println(target.resolve("index.html"));
        }
    }

    /// @return a sentence for each link that leads nowhere
    static List<String> write(Sources sources, Path target) throws IOException {
        Map<Path, Page> pages = new TreeMap<>();
        for (Path file : sources.pages()) {
            pages.put(file, Page.of(file, sources.text(file)));
        }
        Layout layout = new Layout(Navigation.of(pages));
        Links links = new Links(sources, pages);
        for (Page page : pages.values()) {
            links.lead(page);
            Path address = Address.ofPage(page.file());
            put(target.resolve(address), layout.page(page.title(), address, page.html(), page.headings()));
        }
        for (Path text : new TreeSet<>(links.texts())) {
            Path address = Address.ofText(text);
            String body = "<h1>%s</h1>\n<pre><code>%s</code></pre>\n"
                    .formatted(Layout.escaped(text.toString()), Layout.escaped(links.content(text)));
            put(target.resolve(address), layout.page(text.toString(), address, body, List.of()));
        }
        for (Path picture : links.pictures()) {
            Path to = target.resolve(picture);
            Files.createDirectories(Objects.requireNonNull(to.getParent(), "a folder within the site"));
            Files.write(to, Files.readAllBytes(sources.root().resolve(picture)));
        }
        for (String own : OWN) {
            put(target.resolve(own), resource(own));
        }
        put(target.resolve("pages.js"), index(pages));
        return List.copyOf(links.broken());
    }

    /// What the search field looks through: a script, because a page opened from disk may not fetch.
    private static String index(Map<Path, Page> pages) {
        List<String> entries = new ArrayList<>();
        for (Page page : pages.values()) {
            String address = Address.between(Path.of("index.html"), Address.ofPage(page.file()));
            entries.add(entry(page.title(), "", address));
            for (Page.Section section : page.headings()) {
                entries.add(entry(section.text(), page.title(), address + "#" + section.anchor()));
            }
        }
        return "const PAGES = [\n" + String.join(",\n", entries) + "\n];\n";
    }

    private static String entry(String text, String page, String address) {
        return "  [%s, %s, %s]".formatted(quoted(text), quoted(page), quoted(address));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("<", "\\u003c") + "\"";
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent(), "a folder within the site"));
        Files.writeString(file, text);
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(Site.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
