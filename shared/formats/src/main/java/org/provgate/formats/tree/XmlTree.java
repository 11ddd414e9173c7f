package org.provgate.formats.tree;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.provgate.formats.tree.SourceText.Notice;

/// Reads one XML document. Document types are refused, and with them every entity but the five that XML has; nothing
/// outside the document is ever opened.
public final class XmlTree {

    private final SourceText source;
    private final XmlCursor cursor;
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private final List<Notice> notices;
    private @Nullable XmlElement root;

    /// How many elements are open that belong to another namespace.
    private int foreign;

    private int values;

    private XmlTree(SourceText source) {
        this.source = source;
        this.cursor = new XmlCursor(source.text());
        this.notices = new ArrayList<>(source.notices());
    }

    /// The document as a tree of that shape; empty when its root is another.
    public static Optional<TreeReading> read(SourceText source, XmlShape shape) {
        XmlTree tree = new XmlTree(source);
        try {
            XmlElement root = tree.parse();
            if (!shape.takes(root)) {
                return Optional.empty();
            }
            return Optional.of(new TreeReading.Read(new XmlToTree(source, shape).of(root), List.copyOf(tree.notices)));
        } catch (BrokenTree broken) {
            return Optional.of(broken.in(source));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("nothing outside the document is opened");
        });
        return factory;
    }

    private XmlElement parse() throws BrokenTree {
        Optional<BrokenTree> documentType = cursor.documentType();
        if (documentType.isPresent()) {
            throw documentType.get();
        }
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(source.text()));
            encoding(reader);
            while (reader.hasNext()) {
                take(reader, reader.next());
            }
        } catch (XMLStreamException _) {
            throw explained();
        }
        if (root == null) {
            throw explained();
        }
        return root;
    }

    private BrokenTree explained() {
        XmlElement innermost = open.peek();
        return cursor.explain(
                Optional.ofNullable(innermost),
                innermost == null ? 0 : source.lineAt(innermost.offset()),
                root != null && innermost == null);
    }

    private void encoding(XMLStreamReader reader) {
        String declared = reader.getCharacterEncodingScheme();
        if (declared != null && !declared.toUpperCase(Locale.ROOT).startsWith("UTF-")) {
            notices.add(new Notice(
                    source.at(0, ""),
                    "The XML declaration says %s, and the file is read as UTF-8".formatted(Shown.code(declared)),
                    "Save it as UTF-8."));
        }
    }

    private void take(XMLStreamReader reader, int event) throws BrokenTree {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin(reader);
            case XMLStreamConstants.END_ELEMENT -> {
                cursor.close();
                if (foreign > 0) {
                    foreign--;
                } else {
                    open.pop();
                }
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                XmlElement innermost = open.peek();
                if (innermost != null && foreign == 0) {
                    innermost.add(reader.getText());
                }
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw explained();
            default -> {
                // Comments and instructions say nothing.
            }
        }
    }

    private void begin(XMLStreamReader reader) throws BrokenTree {
        int offset = cursor.open();
        if (open.size() + foreign >= TreeLimits.DEPTH) {
            throw new BrokenTree(offset, "Elements are nested deeper than %d levels".formatted(TreeLimits.DEPTH));
        }
        values += 1 + reader.getAttributeCount();
        if (values > TreeLimits.NODES) {
            throw new BrokenTree(offset, "The file has more than %,d values".formatted(TreeLimits.NODES));
        }
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        if (foreign > 0 || (root != null && !root.namespace().equals(namespace))) {
            if (foreign == 0) {
                notices.add(new Notice(
                        source.at(offset, ""),
                        "The element %s is of another namespace and is not read"
                                .formatted(Shown.code(reader.getLocalName())),
                        "Write what the manifest needs in elements of the document's own namespace."));
            }
            foreign++;
            return;
        }
        XmlElement element = new XmlElement(namespace, reader.getLocalName(), offset, cursor.content());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeNamespace(i) == null) {
                String name = reader.getAttributeLocalName(i);
                element.attributes().put(name, cursor.attribute(offset, name, reader.getAttributeValue(i)));
            }
        }
        XmlElement parent = open.peek();
        if (parent == null) {
            root = element;
        } else {
            parent.add(element);
        }
        open.push(element);
    }
}
