package org.provgate.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// One Markdown file, read.
///
/// @param file relative to the repository
/// @param title its first heading, else its name
/// @param headings in their order, without the title
record Page(Path file, Node document, String title, List<Section> headings) {

    private static final List<org.commonmark.Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());

    /// @param anchor what an address ends in after `#`
    record Section(int level, String text, String anchor) {}

    static Page of(Path file, String markdown) {
        Node document = Parser.builder().extensions(EXTENSIONS).build().parse(markdown);
        List<Node> markup = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        IdGenerator anchors = IdGenerator.builder().build();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlBlock block) {
                markup.add(block);
            }

            @Override
            public void visit(HtmlInline inline) {
                markup.add(inline);
            }

            @Override
            public void visit(Heading heading) {
                String text = textOf(heading);
                sections.add(new Section(heading.getLevel(), text, anchors.generateId(text)));
                visitChildren(heading);
            }
        });
        // Marks that commands write between; pages hold no other markup.
        markup.forEach(Node::unlink);
        Optional<Section> first = sections.stream().findFirst();
        return new Page(
                file,
                document,
                first.map(Section::text).orElse(file.toString()),
                sections.stream().skip(1).toList());
    }

    /// As GitHub makes them, so that links work there, too.
    boolean hasAnchor(String anchor) {
        return headings.stream().anyMatch(section -> section.anchor().equals(anchor));
    }

    /// The tables of the page, in their order.
    List<TableBlock> tables() {
        List<TableBlock> tables = new ArrayList<>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableBlock table) {
                tables.add(table);
            }
        }
        return tables;
    }

    /// Texts are escaped; wide tables scroll by themselves.
    String html() {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .build()
                .render(document)
                .replace("<table>", "<div class=\"table\"><table>")
                .replace("</table>", "</table></div>");
    }

    /// Without marks of any kind.
    static String textOf(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString().strip();
    }
}
