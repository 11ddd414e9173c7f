package org.provgate.formats.tree;

import java.util.Optional;
import java.util.SequencedMap;

/// How the elements of a format's XML form become the tree that its JSON form is.
public interface XmlShape {

    /// Whether a document with that root is of the format. Elements of other namespaces than the root's are left out.
    boolean takes(XmlElement root);

    /// What the JSON form has as members of the root, and the XML form says in its own way.
    SequencedMap<String, String> said(XmlElement root);

    /// Whether the children of elements of that name are the items of a list.
    boolean isList(String name);

    /// Whether each item of that list is a mapping that has the item under its name.
    boolean namesItems(String list);

    /// Whether elements of that name are the items of a list that has no element of its own.
    boolean isRepeated(String name);

    /// Whether a mapping has one element of that name at most.
    boolean isSingle(String name);

    /// What the text of an element is called that has attributes too; empty where attributes say nothing.
    Optional<String> nameOfText(String name);

    /// Whether a child stands for no more than what an attribute of it names.
    Optional<Pointing> pointing(String parent, String child);

    /// A list of the values of one attribute of several elements.
    record Pointing(String member, String attribute) {}
}
