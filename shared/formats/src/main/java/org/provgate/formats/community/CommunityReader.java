package org.provgate.formats.community;

import java.util.List;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.SourceText.Notice;

/// Reads one format whose documents are trees of JSON.
public interface CommunityReader {

    ManifestFormat format();

    /// Whether the content is a document of this format, whatever the file is called.
    boolean recognises(Node root);

    /// @param root of a document that [#recognises] took
    ManifestReading read(String file, Node root, List<Notice> notices);
}
