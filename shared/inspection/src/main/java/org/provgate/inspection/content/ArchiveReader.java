package org.provgate.inspection.content;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.Rows;
import org.provgate.inspection.text.Excerpt;

/// Archives, member by member. Their rows are those of all members together.
final class ArchiveReader {

    private final Inspection inspection;
    private final ContentReader contents;
    private long rows;
    private boolean tabular;
    private boolean unknown;

    ArchiveReader(Inspection inspection, ContentReader contents) {
        this.inspection = inspection;
        this.contents = contents;
    }

    Rows tar(InputStream in, String where, int nesting) throws IOException {
        TarInput tar = new TarInput(in);
        for (Optional<TarInput.Member> next = tar.next(); next.isPresent(); next = tar.next()) {
            if (next.get().file()) {
                member(next.get().name(), where, tar.content(), nesting);
            }
        }
        return together();
    }

    Rows zip(InputStream in, String where, int nesting) throws IOException {
        ZipInputStream zip = new ZipInputStream(new MemberInput(in), StandardCharsets.UTF_8);
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    member(
                            entry.getName(),
                            where,
                            new MeteredInput(new MemberInput(zip), inspection.budget(), true),
                            nesting);
                    zip.closeEntry();
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException fault) {
            boolean encrypted = String.valueOf(fault.getMessage()).contains("encrypted");
            throw ContentFault.unreadable(
                    encrypted ? "the zip archive is encrypted" : "the zip archive is corrupt or cut off");
        }
        return together();
    }

    /// Keeps an archive's members from closing it.
    private static final class MemberInput extends java.io.FilterInputStream {

        MemberInput(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The archive is read on.
        }
    }

    private void member(String name, String where, InputStream content, int nesting) throws IOException {
        inspection.budget().member();
        if (nesting >= inspection.limits().nesting()) {
            throw new ContentFault(
                    Concern.Kind.EXPANDS_TOO_FAR,
                    "it is packed more than %d times over"
                            .formatted(inspection.limits().nesting()));
        }
        String inside = where + "in " + Excerpt.around(name, 0, name.length()) + ": ";
        Rows counted = contents.read(name, inside, content, nesting + 1).rows();
        inspection.budget().check();
        switch (counted) {
            case Rows.Counted(long count) -> {
                rows += count;
                tabular = true;
            }
            case Rows.Unknown _ -> unknown = true;
            case Rows.NotTabular _ -> {}
        }
        byte[] rest = new byte[1 << 13];
        while (content.read(rest) >= 0) {
            // What a member's reader left over.
        }
    }

    private Rows together() {
        if (unknown) {
            return new Rows.Unknown();
        }
        return tabular ? new Rows.Counted(rows) : new Rows.NotTabular();
    }
}
