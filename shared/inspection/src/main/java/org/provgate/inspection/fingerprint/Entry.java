package org.provgate.inspection.fingerprint;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One entry of the fingerprint data in the compact form that the build writes and the product reads.
///
/// @param fields lists of words by name; what the data leaves out is not there
public record Entry(String kind, Map<String, List<String>> fields) {

    public Entry {
        fields = Map.copyOf(fields);
    }

    public String id() {
        return one("id");
    }

    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /// The word under `field`, or the empty string.
    public String one(String field) {
        List<String> words = all(field);
        return words.isEmpty() ? "" : words.getFirst();
    }

    public boolean yes(String field) {
        return one(field).equals("yes");
    }

    public void write(DataOutput out) throws IOException {
        out.writeUTF(kind);
        out.writeShort(fields.size());
        for (String field : fields.keySet().stream().sorted().toList()) {
            out.writeUTF(field);
            out.writeShort(all(field).size());
            for (String word : all(field)) {
                out.writeUTF(word);
            }
        }
    }

    public static Entry read(DataInput in) throws IOException {
        String kind = in.readUTF();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            String field = in.readUTF();
            List<String> words = new ArrayList<>();
            for (int more = in.readUnsignedShort(); more > 0; more--) {
                words.add(in.readUTF());
            }
            fields.put(field, List.copyOf(words));
        }
        return new Entry(kind, fields);
    }
}
