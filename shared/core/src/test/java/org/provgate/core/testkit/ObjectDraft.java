package org.provgate.core.testkit;

import java.util.ArrayList;
import java.util.List;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.Coverage;
import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.core.facts.Sha256;
import org.provgate.core.facts.Strength;

/// Facts of one object in the making. Untouched: 100 rows of JSON lines, wholly read, without a sign of anybody.
public final class ObjectDraft {

    private final String path;
    private long bytes = 4_200;
    private Sha256 sha256;
    private String mediaType = "application/jsonl";
    private Rows rows = new Rows.Counted(100);
    private boolean complete = true;
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Concern> concerns = new ArrayList<>();

    private ObjectDraft(String path) {
        this.path = path;
        this.sha256 = Digests.of(path);
    }

    public static ObjectDraft object(String path) {
        return new ObjectDraft(path);
    }

    public ObjectDraft bytes(long count) {
        bytes = count;
        return this;
    }

    public ObjectDraft content(String text) {
        sha256 = Digests.of(text);
        return this;
    }

    public ObjectDraft mediaType(String type) {
        mediaType = type;
        return this;
    }

    public ObjectDraft rows(long count) {
        rows = new Rows.Counted(count);
        return this;
    }

    public ObjectDraft notTabular() {
        rows = new Rows.NotTabular();
        return this;
    }

    public ObjectDraft rowsUnknown() {
        rows = new Rows.Unknown();
        return this;
    }

    public ObjectDraft partlyRead() {
        complete = false;
        return this;
    }

    public ObjectDraft concern(Concern.Kind kind, String detail) {
        concerns.add(new Concern(kind, detail, 1));
        return this;
    }

    public ObjectDraft concern(Concern.Kind kind, String detail, long line) {
        concerns.add(new Concern(kind, detail, line));
        return this;
    }

    public ObjectDraft sign(Maker maker, Strength strength, String fingerprint, long rowsWithIt) {
        evidence.add(new Evidence(maker, strength, fingerprint, rowsWithIt, rowsWithIt, 17, "as " + fingerprint));
        return this;
    }

    public ObjectDraft sign(String provider, Strength strength, String fingerprint, long rowsWithIt) {
        return sign(new Maker.Provider(provider), strength, fingerprint, rowsWithIt);
    }

    public ObjectFacts build() {
        long read = rows instanceof Rows.Counted(long count) ? count : 100;
        return new ObjectFacts(
                path,
                bytes,
                sha256,
                mediaType,
                rows,
                new Coverage(complete ? bytes : bytes / 2, read, complete),
                evidence,
                concerns,
                1);
    }
}
