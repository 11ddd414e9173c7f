package org.provgate.formats.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.provgate.formats.tree.XmlShape.Pointing;

/// Turns the elements of an XML document into the tree that the same document is in JSON.
final class XmlToTree {

    private final SourceText source;
    private final XmlShape shape;
    private final TreeBuilder builder;

    XmlToTree(SourceText source, XmlShape shape) {
        this.source = source;
        this.shape = shape;
        this.builder = new TreeBuilder(source);
    }

    Node of(XmlElement root) throws BrokenTree {
        builder.beginMapping(root.offset());
        for (Map.Entry<String, String> said : shape.said(root).entrySet()) {
            builder.key(said.getKey(), root.offset());
            builder.scalar(said.getValue(), Scalar.Form.QUOTED, root.offset());
        }
        members(root);
        builder.end();
        return builder.root().orElseThrow();
    }

    private void value(XmlElement element) throws BrokenTree {
        if (shape.isList(element.name())) {
            list(element);
        } else if (element.children().isEmpty()
                && (element.attributes().isEmpty()
                        || (!element.text().isEmpty()
                                && shape.nameOfText(element.name()).isEmpty()))) {
            text(element);
        } else {
            builder.beginMapping(element.offset());
            members(element);
            builder.end();
        }
    }

    private void text(XmlElement element) throws BrokenTree {
        builder.scalar(element.text(), Scalar.Form.QUOTED, element.textOffset());
    }

    private void list(XmlElement list) throws BrokenTree {
        noText(list);
        builder.beginSequence(list.offset());
        for (XmlElement item : list.children()) {
            if (shape.namesItems(list.name())) {
                builder.beginMapping(item.offset());
                builder.key(item.name(), item.offset());
                if (item.children().isEmpty() && !item.text().isEmpty()) {
                    text(item);
                    attributes(item);
                } else {
                    value(item);
                }
                builder.end();
            } else {
                value(item);
            }
        }
        builder.end();
    }

    private void noText(XmlElement element) throws BrokenTree {
        if (!element.text().isEmpty()) {
            throw new BrokenTree(
                    element.offset(),
                    "A text stands between the elements inside %s".formatted(Shown.code(element.name())));
        }
    }

    private void attributes(XmlElement element) throws BrokenTree {
        for (Map.Entry<String, XmlElement.Attribute> attribute :
                element.attributes().entrySet()) {
            builder.key(attribute.getKey(), attribute.getValue().nameOffset());
            builder.scalar(
                    attribute.getValue().value(),
                    Scalar.Form.QUOTED,
                    attribute.getValue().offset());
        }
    }

    private void members(XmlElement element) throws BrokenTree {
        attributes(element);
        Optional<String> nameOfText = shape.nameOfText(element.name());
        if (element.children().isEmpty() && nameOfText.isPresent()) {
            builder.key(nameOfText.get(), element.offset());
            text(element);
            return;
        }
        noText(element);
        SequencedMap<String, List<XmlElement>> members = new LinkedHashMap<>();
        for (XmlElement child : element.children()) {
            String member = shape.pointing(element.name(), child.name())
                    .map(Pointing::member)
                    .orElseGet(child::name);
            members.computeIfAbsent(member, _ -> new ArrayList<>()).add(child);
        }
        for (Map.Entry<String, List<XmlElement>> member : members.entrySet()) {
            XmlElement first = member.getValue().getFirst();
            builder.key(member.getKey(), first.offset());
            Optional<Pointing> pointing = shape.pointing(element.name(), first.name());
            if (pointing.isPresent()) {
                pointed(pointing.get(), member.getValue());
            } else {
                member(member.getValue());
            }
        }
    }

    private void member(List<XmlElement> elements) throws BrokenTree {
        XmlElement first = elements.getFirst();
        if (elements.size() > 1 && shape.isSingle(first.name())) {
            throw new BrokenTree(
                    elements.get(1).offset(),
                    "The element %s stands twice in one; it is already on line %d"
                            .formatted(Shown.code(first.name()), source.lineAt(first.offset())));
        }
        if (elements.size() == 1 && !shape.isRepeated(first.name())) {
            value(first);
            return;
        }
        builder.beginSequence(first.offset());
        for (XmlElement each : elements) {
            value(each);
        }
        builder.end();
    }

    private void pointed(Pointing pointing, List<XmlElement> elements) throws BrokenTree {
        builder.beginSequence(elements.getFirst().offset());
        for (XmlElement each : elements) {
            XmlElement.Attribute attribute = each.attributes().get(pointing.attribute());
            if (attribute != null) {
                builder.scalar(attribute.value(), Scalar.Form.QUOTED, attribute.offset());
            }
        }
        builder.end();
    }
}
