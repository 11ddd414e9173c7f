package org.provgate.site;

import java.nio.file.Path;
import java.util.List;

/// The frame around what a page says.
record Layout(Navigation navigation) {

    /// @param title the page's, as text
    /// @param address the page's own
    /// @param body HTML
    /// @param sections what stands beside it as its own contents
    String page(String title, Path address, String body, List<Page.Section> sections) {
        String top = Address.between(address, Path.of("")).isEmpty() ? "" : upward(address);
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="%ssite.css">
                </head>
                <body>
                <a class="skip" href="#page">To the page</a>
                <header>
                <a class="name" href="%sindex.html">Provenance Gate</a>
                <label class="search">Find <input id="find" type="search" autocomplete="off" placeholder="a page, a code, a heading" data-top="%s"></label>
                </header>
                <div class="columns">
                <nav aria-label="Pages">
                <ul id="found" hidden></ul>
                %s</nav>
                <main id="page">
                %s</main>
                %s</div>
                <script src="%spages.js"></script>
                <script src="%ssite.js"></script>
                </body>
                </html>
                """.formatted(
                        escaped(title.equals("Provenance Gate") ? title : title + " · Provenance Gate"),
                        top,
                        top,
                        top,
                        pages(address),
                        body,
                        contents(sections),
                        top,
                        top);
    }

    private static String upward(Path address) {
        return "../".repeat(address.getNameCount() - 1);
    }

    private String pages(Path address) {
        StringBuilder html = new StringBuilder();
        for (Navigation.Group group : navigation.groups()) {
            html.append("<h2>For %s</h2>\n<ul>\n".formatted(escaped(group.reader())));
            for (Page page : group.pages()) {
                Path to = Address.ofPage(page.file());
                html.append("<li><a href=\"%s\"%s>%s</a></li>\n"
                        .formatted(
                                escaped(Address.between(address, to)),
                                to.equals(address) ? " aria-current=\"page\"" : "",
                                escaped(page.title())));
            }
            html.append("</ul>\n");
        }
        return html.toString();
    }

    private static String contents(List<Page.Section> sections) {
        StringBuilder html = new StringBuilder();
        for (Page.Section section : sections) {
            if (section.level() <= 3) {
                html.append("<li class=\"level%d\"><a href=\"#%s\">%s</a></li>\n"
                        .formatted(section.level(), escaped(section.anchor()), escaped(section.text())));
            }
        }
        return html.isEmpty()
                ? ""
                : "<aside aria-label=\"On this page\">\n<h2>On this page</h2>\n<ul>\n" + html + "</ul>\n</aside>\n";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
