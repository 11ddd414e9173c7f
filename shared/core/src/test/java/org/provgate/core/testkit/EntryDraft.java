package org.provgate.core.testkit;

import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.FileEntry.Target;

/// An entry of a manifest's file list in the making. Empty texts stand for nothing said.
public final class EntryDraft {

    private enum Form {
        PATH,
        GLOB
    }

    private final Form form;
    private final String name;
    private String digestOrList;
    private long bytes = -1;
    private long rows = -1;
    private String mediaType = "";
    private String license = "";
    private String sources = "writers";
    private String teachers = "";

    private EntryDraft(Form form, String name, String digestOrList) {
        this.form = form;
        this.name = name;
        this.digestOrList = digestOrList;
    }

    /// With the digest that an object of this path has by default.
    public static EntryDraft file(String path) {
        return new EntryDraft(Form.PATH, path, Digests.of(path).hex());
    }

    public static EntryDraft glob(String pattern, String checksums) {
        return new EntryDraft(Form.GLOB, pattern, checksums);
    }

    public EntryDraft sha256(String digest) {
        digestOrList = digest;
        return this;
    }

    public EntryDraft bytes(long count) {
        bytes = count;
        return this;
    }

    public EntryDraft rows(long count) {
        rows = count;
        return this;
    }

    public EntryDraft mediaType(String type) {
        mediaType = type;
        return this;
    }

    public EntryDraft license(String spdx) {
        license = spdx;
        return this;
    }

    /// Ids with commas between them, or `none`.
    public EntryDraft sources(String ids) {
        sources = ids;
        return this;
    }

    public EntryDraft teachers(String ids) {
        teachers = ids;
        return this;
    }

    FileEntry at(Place at) {
        Target target = switch (form) {
            case PATH -> new Target.Path(name, at.child("path"), Fields.text(digestOrList, at.child("sha256")));
            case GLOB -> new Target.Glob(name, at.child("glob"), Fields.text(digestOrList, at.child("checksums")));
        };
        return new FileEntry(
                at,
                target,
                number(bytes, at.child("bytes")),
                number(rows, at.child("rows")),
                Fields.text(mediaType, at.child("mediaType")),
                Field.absent(at.child("split")),
                Fields.text(license, at.child("license")),
                Fields.references(sources, at.child("sources")),
                Fields.references(teachers, at.child("teachers")),
                Field.absent(at.child("description")));
    }

    private static Field<Long> number(long value, Place at) {
        return value < 0 ? Field.absent(at) : Field.stated(value, at);
    }
}
