package org.provgate.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {

    private static final Pattern LEADS_TO = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    @TempDir
    private Path folder = Path.of("");

    private static Sources repository() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("mvnw"))) {
            at = Objects.requireNonNull(at.getParent(), "the repository's root");
        }
        return new Sources(at);
    }

    private static Set<String> ways(Path page) throws IOException {
        Set<String> ways = new TreeSet<>();
        Matcher matcher = LEADS_TO.matcher(Files.readString(page));
        while (matcher.find()) {
            ways.add(matcher.group(1));
        }
        return ways;
    }

    private Sources pages(String... namesAndTexts) throws IOException {
        Path root = folder.resolve("repository");
        Files.createDirectories(root.resolve("docs"));
        for (int at = 0; at < namesAndTexts.length; at += 2) {
            Path file = root.resolve(namesAndTexts[at]);
            Files.createDirectories(Objects.requireNonNull(file.getParent(), "below the root"));
            Files.writeString(file, namesAndTexts[at + 1]);
        }
        return new Sources(root);
    }

    private String written(String page) throws IOException {
        return Files.readString(folder.resolve("site").resolve(page));
    }

    @Test
    void everyLinkOfTheProjectsSiteLeadsToAFileOnDisk() throws IOException {
        Path site = folder.resolve("site");

        assertThat(Site.write(repository(), site)).isEmpty();

        try (Stream<Path> written = Files.walk(site)) {
            for (Path page :
                    written.filter(path -> path.toString().endsWith(".html")).toList()) {
                for (String way : ways(page)) {
                    if (way.startsWith("https://") || way.startsWith("mailto:")) {
                        continue;
                    }
                    String[] parts = way.split("#", 2);
                    Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
                    assertThat(target).as("%s in %s", way, page).isRegularFile();
                    if (parts.length > 1) {
                        assertThat(Files.readString(target))
                                .as("%s in %s", way, page)
                                .contains("id=\"" + parts[1] + "\"");
                    }
                }
            }
        }
    }

    @Test
    void everyPageIsReachedFromTheFirst() throws IOException {
        Path site = folder.resolve("site");
        Site.write(repository(), site);
        Set<Path> reached = new HashSet<>();
        Deque<Path> next = new ArrayDeque<>(List.of(site.resolve("index.html")));
        while (!next.isEmpty()) {
            Path page = next.remove();
            if (reached.add(page) && page.toString().endsWith(".html")) {
                for (String way : ways(page)) {
                    if (!way.contains("://")) {
                        next.add(page.resolveSibling(way.split("#", 2)[0]).normalize());
                    }
                }
            }
        }

        try (Stream<Path> written = Files.walk(site)) {
            assertThat(written.filter(path -> path.toString().endsWith(".html")))
                    .allMatch(reached::contains);
        }
    }

    @Test
    void samePagesSameBytes() throws IOException {
        Site.write(repository(), folder.resolve("site"));
        Site.write(repository(), folder.resolve("again"));

        try (Stream<Path> written = Files.walk(folder.resolve("site"))) {
            for (Path file : written.filter(Files::isRegularFile).toList()) {
                assertThat(folder.resolve("again")
                                .resolve(folder.resolve("site").relativize(file)))
                        .hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void aLinkThatLeadsNowhereIsNamedWithItsPage() throws IOException {
        Sources sources = pages(
                "README.md",
                        "# Top\n[a](docs/a.md) [no](docs/b.md) [text](pom.xml) [heading](docs/a.md#nothing)\n![p](p.png)\n",
                "docs/a.md", "# A\n\n## Its parts\n[there](#its-parts) [not](#there)\n",
                "pom.xml", "<project/>");

        assertThat(Site.write(sources, folder.resolve("site")))
                .containsExactly(
                        "README.md leads to docs/a.md#nothing, which has no such heading",
                        "README.md leads to docs/b.md, which is not there",
                        "README.md shows p.png, which is not there",
                        "docs/a.md leads to #there, which has no such heading");
        assertThat(written("files/pom.xml.html")).contains("&lt;project/&gt;");
    }

    @Test
    void markupInAPageIsShownOrDroppedButNeverMeantAsMarkup() throws IOException {
        Sources sources = pages(
                "README.md",
                "# `<script>` & more\n\n<!-- begin x -->\n<script>alert(1)</script>\n\n`<b>` [x](javascript:alert(1))\n");

        Site.write(sources, folder.resolve("site"));

        assertThat(written("index.html"))
                .contains("<title>&lt;script&gt; &amp; more · Provenance Gate</title>")
                .contains("<code>&lt;b&gt;</code>")
                .doesNotContain("<script>alert", "begin x", "href=\"javascript");
        assertThat(written("pages.js")).doesNotContain("<script>");
    }

    @Test
    void pagesStandBesideEachOtherByTheirReader() throws IOException {
        Sources sources = pages(
                "README.md", "# Top\n",
                "docs/README.md",
                        "# Docs\n\n| for | read |\n| --- | --- |\n| cooks | [B](b.md), [the rules](rules/README.md) |\n| all | [A](a.md) |\n",
                "docs/a.md", "# A\n",
                "docs/b.md", "# B\n",
                "docs/rules/README.md", "# Rules\n[one](one.md)\n",
                "docs/rules/one.md", "# One\n");

        Site.write(sources, folder.resolve("site"));

        assertThat(written("docs/a.html").replaceAll("(?s).*<ul id=\"found\" hidden></ul>|</nav>.*", ""))
                .containsSubsequence(
                        "For cooks",
                        ">B<",
                        ">Rules<",
                        "For all",
                        "aria-current=\"page\">A<",
                        "For the project",
                        ">Top<")
                .doesNotContain(">One<");
    }
}
