package org.provgate.formats.community;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestFault;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.formats.fields.Fault;
import org.provgate.formats.fields.Faults;
import org.provgate.formats.fields.FieldReader;
import org.provgate.formats.fields.Members;
import org.provgate.formats.fields.Need;
import org.provgate.formats.manifest.ManifestBinding;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.SourceText.Notice;

/// Collects what is said about one community document while it is read, and binds it in the end.
public final class CommunityManifest {

    private final ManifestFormat format;
    private final String file;
    private final Faults faults = new Faults();
    private final Faults asked = new Faults();
    private final Faults notices = new Faults();

    public CommunityManifest(ManifestFormat format, String file, List<Notice> notices) {
        this.format = format;
        this.file = file;
        notices.forEach(notice -> this.notices.add(notice.at(), notice.message(), notice.remedy()));
    }

    public String file() {
        return file;
    }

    public void fault(Node node, String message, String remedy) {
        faults.add(node.at(), message, remedy);
    }

    public void notice(Node node, String message, String remedy) {
        notices.add(node.at(), message, remedy);
    }

    /// @param root with the members of a native manifest
    public ManifestReading.Read bind(Mapping root) {
        FieldReader read = new FieldReader(asked, notices);
        Members members = read.membersOf(root, ManifestBinding.MANIFEST);
        Manifest manifest = new ManifestBinding(read, Need.OPTIONAL).bind(format, file, members);
        List<ManifestFault> all = new ArrayList<>();
        faults.inOrder().forEach(fault -> all.add(plain(fault)));
        asked.inOrder().forEach(fault -> all.add(asked(fault)));
        all.sort(Comparator.comparing(ManifestFault::at));
        return new ManifestReading.Read(
                manifest,
                all,
                notices.inOrder().stream().map(CommunityManifest::plain).toList());
    }

    /// What is missing is asked for as this format has it. Steps for a machine are left out: they are written for the
    /// native form.
    private ManifestFault asked(Fault fault) {
        String pointer = fault.at().pointer();
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        return fault.remedy().equals("Add `%s`.".formatted(name))
                ? new ManifestFault(
                        fault.at(),
                        fault.message(),
                        "Add it %s.".formatted(Extension.howTo(format, file, name)),
                        List.of())
                : plain(fault);
    }

    private static ManifestFault plain(Fault fault) {
        return new ManifestFault(fault.at(), fault.message(), fault.remedy(), List.of());
    }
}
