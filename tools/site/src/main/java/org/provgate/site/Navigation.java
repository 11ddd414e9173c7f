package org.provgate.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/// What stands beside each page: the readers of `docs/README.md`, and for each the pages that its row names.
///
/// @param groups in the order of the table; what no row names comes last
record Navigation(List<Group> groups) {

    private static final Path INDEX = Path.of("docs", "README.md");

    /// @param reader whom the pages are for
    record Group(String reader, List<Page> pages) {}

    /// Call it before links are led elsewhere.
    static Navigation of(Map<Path, Page> pages) {
        List<Group> groups = new ArrayList<>();
        Set<Path> placed = new LinkedHashSet<>(List.of(INDEX));
        Page index = pages.get(INDEX);
        if (index != null) {
            for (TableBlock table : index.tables()) {
                for (Node row : rows(table)) {
                    List<Page> named = new ArrayList<>();
                    for (Path file : linked(row)) {
                        Page page = pages.get(file);
                        if (page != null && placed.add(file)) {
                            named.add(page);
                        }
                    }
                    if (!named.isEmpty()) {
                        groups.add(new Group(Page.textOf(row.getFirstChild()), named));
                    }
                }
            }
        }
        List<Page> others = pages.values().stream()
                .filter(page -> !placed.contains(page.file()) && isOfNoFolder(page.file()))
                .toList();
        if (!others.isEmpty()) {
            groups.add(new Group("the project", others));
        }
        return new Navigation(List.copyOf(groups));
    }

    /// Pages of a folder below `docs` are reached through the page that stands for the folder.
    private static boolean isOfNoFolder(Path file) {
        return file.getNameCount() <= 2 || file.endsWith("README.md");
    }

    private static List<Node> rows(TableBlock table) {
        List<Node> rows = new ArrayList<>();
        table.accept(new AbstractVisitor() {
            @Override
            public void visit(org.commonmark.node.CustomNode node) {
                if (node instanceof TableRow) {
                    rows.add(node);
                }
                visitChildren(node);
            }
        });
        return rows;
    }

    private static List<Path> linked(Node row) {
        List<Path> files = new ArrayList<>();
        row.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                Path file = INDEX.resolveSibling(link.getDestination()).normalize();
                files.add(link.getDestination().endsWith("/") ? file.resolve("README.md") : file);
            }
        });
        return files;
    }
}
