package org.provgate.formats.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// An element of an XML document and where it stands. Comments and instructions are left out, attributes of a
/// namespace too.
public final class XmlElement {

    private final String namespace;
    private final String name;
    private final int offset;
    private final int textOffset;
    private final SequencedMap<String, Attribute> attributes = new LinkedHashMap<>(4);
    private final List<XmlElement> children = new ArrayList<>(2);
    private final StringBuilder text = new StringBuilder();

    /// @param offset of the value's first character
    record Attribute(String value, int nameOffset, int offset) {}

    /// @param offset of the tag
    /// @param textOffset where the first character behind the tag stands that is no space
    XmlElement(String namespace, String name, int offset, int textOffset) {
        this.namespace = namespace;
        this.name = name;
        this.offset = offset;
        this.textOffset = textOffset;
    }

    public String namespace() {
        return namespace;
    }

    /// Without the prefix.
    public String name() {
        return name;
    }

    public List<XmlElement> children() {
        return Collections.unmodifiableList(children);
    }

    /// The characters directly inside, without the space around them.
    public String text() {
        return text.toString().strip();
    }

    int offset() {
        return offset;
    }

    int textOffset() {
        return textOffset;
    }

    SequencedMap<String, Attribute> attributes() {
        return attributes;
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void add(String characters) {
        text.append(characters);
    }
}
