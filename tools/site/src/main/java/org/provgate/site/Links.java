package org.provgate.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;

/// Leads links of Markdown pages to where their targets stand in the site, and keeps what does not lead anywhere.
final class Links {

    private final Sources sources;

    private final Map<Path, Page> pages;

    private final SortedSet<Path> pictures = new TreeSet<>();

    private final SortedSet<Path> texts = new TreeSet<>();

    private final SortedSet<String> broken = new TreeSet<>();

    /// @param pages by their file
    Links(Sources sources, Map<Path, Page> pages) {
        this.sources = sources;
        this.pages = Map.copyOf(pages);
    }

    /// Files that pages show.
    SortedSet<Path> pictures() {
        return pictures;
    }

    /// Files and folders that pages lead to and that are no pages.
    SortedSet<Path> texts() {
        return texts;
    }

    /// One sentence for each link that leads nowhere.
    SortedSet<String> broken() {
        return broken;
    }

    /// Changes the links of this page.
    void lead(Page page) {
        page.document().accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                link.setDestination(led(page, link.getDestination()));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                Path file = target(page, image.getDestination());
                if (sources.isFile(file)) {
                    pictures.add(file);
                    image.setDestination(Address.between(Address.ofPage(page.file()), file));
                } else {
                    broken.add("%s shows %s, which is not there".formatted(page.file(), image.getDestination()));
                }
            }
        });
    }

    private String led(Page page, String destination) {
        if (destination.contains("://") || destination.startsWith("mailto:")) {
            return destination;
        }
        int hash = destination.indexOf('#');
        String anchor = hash < 0 ? "" : destination.substring(hash + 1);
        Path file = hash == 0 ? page.file() : target(page, hash < 0 ? destination : destination.substring(0, hash));
        Path from = Address.ofPage(page.file());
        Optional<Page> to = Optional.ofNullable(pages.get(file))
                .or(() -> Optional.ofNullable(pages.get(file.resolve("README.md"))));
        if (to.isPresent()) {
            if (!anchor.isEmpty() && !to.get().hasAnchor(anchor)) {
                broken.add("%s leads to %s, which has no such heading".formatted(page.file(), destination));
            }
            String way = Address.between(from, Address.ofPage(to.get().file()));
            return anchor.isEmpty() ? way : way + "#" + anchor;
        }
        if (!sources.isFile(file) && !sources.isFolder(file)) {
            broken.add("%s leads to %s, which is not there".formatted(page.file(), destination));
            return destination;
        }
        texts.add(file);
        return Address.between(from, Address.ofText(file));
    }

    private static Path target(Page page, String destination) {
        return page.file().resolveSibling(destination).normalize();
    }

    /// What a text's page shows: the file, or the names in the folder.
    String content(Path text) throws IOException {
        return sources.isFolder(text) ? sources.listing(text) : sources.text(text);
    }
}
