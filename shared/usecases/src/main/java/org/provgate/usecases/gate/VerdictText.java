package org.provgate.usecases.gate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.provgate.usecases.ledger.VerdictDocument;

/// A verdict's document as bytes: a version, then paths with versions and a flag, then the report.
final class VerdictText {

    private static final int FORM = 1;

    private VerdictText() {}

    static byte[] write(VerdictDocument document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORM);
            out.writeInt(document.covers().size());
            for (var covered : document.covers().entrySet()) {
                out.writeUTF(covered.getKey());
                out.writeUTF(covered.getValue());
                out.writeBoolean(document.withheld().contains(covered.getKey()));
            }
            byte[] report = document.report().getBytes(StandardCharsets.UTF_8);
            out.writeInt(report.length);
            out.write(report);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static VerdictDocument read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int form = in.readInt();
            if (form != FORM) {
                throw new IllegalStateException("a verdict of form " + form + " is newer than this gate");
            }
            NavigableMap<String, String> covers = new TreeMap<>();
            NavigableSet<String> withheld = new TreeSet<>();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                String path = in.readUTF();
                covers.put(path, in.readUTF());
                if (in.readBoolean()) {
                    withheld.add(path);
                }
            }
            byte[] report = in.readNBytes(in.readInt());
            return new VerdictDocument(covers, withheld, new String(report, StandardCharsets.UTF_8));
        } catch (IOException damaged) {
            throw new UncheckedIOException("a verdict in the ledger is damaged", damaged);
        }
    }
}
