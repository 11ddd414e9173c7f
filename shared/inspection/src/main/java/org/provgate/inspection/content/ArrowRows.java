package org.provgate.inspection.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.provgate.core.facts.Concern;

/// Rows of Arrow's stream and file formats, batch after batch, in the order they lie.
///
/// Other readers of a file go by its footer, so the footer must list the batches that were met on the way: else it
/// would
/// lead them to rows that nobody looked into.
final class ArrowRows extends RowsAsJson {

    static final String FILE_MARK = "ARROW1";

    private static final int CONTINUED = -1;
    private static final int LARGEST_HEADER = 1 << 26;
    private static final int LEAST_VERSION = 3;
    private static final int FOLLOWS_LENGTH = 10;
    private static final int ALIGNMENT = 8;

    private static final int SCHEMA = 1;
    private static final int DICTIONARY = 2;
    private static final int RECORDS = 3;

    private final CountedInput in;
    private final Budget budget;
    private final boolean file;
    private final Map<Long, ArrowDictionary> dictionaries = new HashMap<>();
    private final List<Long> batches = new ArrayList<>();
    private Optional<List<ArrowField>> fields = Optional.empty();
    private List<ArrowVector> columns = List.of();
    private long row;
    private long rows;
    private boolean ended;

    /// @param file whether it begins with the mark of the file format
    ArrowRows(InputStream bytes, boolean file, Budget budget) throws IOException {
        this.in = new CountedInput(bytes);
        this.budget = budget;
        this.file = file;
        if (file) {
            ArrowBody.skip(in, ALIGNMENT);
        }
    }

    /// Whether the head is that of a stream: a message that holds a schema.
    static boolean begins(byte[] head, int length) {
        try {
            if (length < 3 * Integer.BYTES || FlatTable.int32(head, 0) != CONTINUED) {
                return false;
            }
            int size = FlatTable.int32(head, Integer.BYTES);
            int from = 2 * Integer.BYTES;
            if (size <= 0 || size > LARGEST_HEADER) {
                return false;
            }
            byte[] header = Arrays.copyOfRange(head, from, Math.min(length, from + size));
            return FlatTable.root(header).int8(1) == SCHEMA;
        } catch (ContentFault _) {
            return false;
        }
    }

    @Override
    boolean next(JsonBytes to) throws IOException {
        while (row == rows && !ended) {
            ended = !message();
        }
        if (ended) {
            return false;
        }
        to.mark('{');
        List<ArrowField> named = fields.orElseThrow();
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                to.mark(',');
            }
            to.key(named.get(i).name());
            columns.get(i).write(row, to);
        }
        to.mark('}');
        to.mark('\n');
        row++;
        return true;
    }

    /// Reads one message; `false` at the end of all.
    private boolean message() throws IOException {
        long begins = in.count();
        byte[] four = in.readNBytes(Integer.BYTES);
        if (four.length == 0 && !file && fields.isPresent()) {
            return false;
        }
        int size = FlatTable.int32(four, 0);
        if (size == CONTINUED) {
            size = FlatTable.int32(in.readNBytes(Integer.BYTES), 0);
        }
        if (size == 0) {
            end();
            return false;
        }
        if (size < 0 || size > LARGEST_HEADER) {
            throw FlatTable.corrupt();
        }
        byte[] header = in.readNBytes(size);
        if (header.length < size) {
            throw FlatTable.corrupt();
        }
        FlatTable message = FlatTable.root(header);
        int version = message.int16(0);
        if (version < LEAST_VERSION) {
            throw new ContentFault(Concern.Kind.NOT_INSPECTED, "its Arrow data is older than version 4");
        }
        long length = message.int64(3);
        FlatTable content = message.table(2).orElseThrow(FlatTable::corrupt);
        if (length < 0) {
            throw FlatTable.corrupt();
        }
        switch (message.int8(1)) {
            case SCHEMA -> schema(content, length);
            case DICTIONARY -> dictionary(content, length, version);
            case RECORDS -> {
                batches.add(begins);
                records(content, length, version);
            }
            default -> throw new ContentFault(Concern.Kind.NOT_INSPECTED, "it has Arrow messages of an unknown kind");
        }
        return true;
    }

    private void schema(FlatTable schema, long length) throws IOException {
        if (fields.isPresent()) {
            throw FlatTable.corrupt();
        }
        List<ArrowField> columns = ArrowField.of(schema);
        columns.forEach(this::declare);
        fields = Optional.of(columns);
        ArrowBody.skip(in, length);
    }

    private void declare(ArrowField field) {
        field.coded().ifPresent(coded -> dictionaries.put(coded.id(), new ArrowDictionary(field.decoded())));
        field.children().forEach(this::declare);
    }

    private void dictionary(FlatTable batch, long length, int version) throws IOException {
        ArrowDictionary dictionary = dictionaries.get(batch.int64(0));
        FlatTable table = batch.table(1).orElseThrow(FlatTable::corrupt);
        if (dictionary == null) {
            throw FlatTable.corrupt();
        }
        if (batch.int8(2) == 0) {
            dictionary.clear();
        }
        ArrowBatch values = new ArrowBatch(table, version == LEAST_VERSION, dictionaries);
        List<ArrowBatch.Planned> planned = values.plan(List.of(dictionary.field()));
        values.body().load(in, length, budget);
        dictionary.add(
                values.rows(),
                ArrowBatch.vectors(planned).getFirst(),
                values.body().kept());
        long all =
                dictionaries.values().stream().mapToLong(ArrowDictionary::bytes).sum();
        if (all > ArrowBody.LARGEST) {
            throw new ContentFault(
                    Concern.Kind.NOT_INSPECTED,
                    "its dictionaries have more than %d bytes of text".formatted(ArrowBody.LARGEST));
        }
    }

    private void records(FlatTable table, long length, int version) throws IOException {
        ArrowBatch batch = new ArrowBatch(table, version == LEAST_VERSION, dictionaries);
        columns = List.of();
        List<ArrowBatch.Planned> planned = batch.plan(fields.orElseThrow(FlatTable::corrupt));
        batch.body().load(in, length, budget);
        columns = ArrowBatch.vectors(planned);
        row = 0;
        rows = batch.rows();
    }

    /// Nothing may lie behind the last batch but the footer of a file.
    private void end() throws IOException {
        byte[] rest = in.readNBytes(LARGEST_HEADER);
        if (!file && rest.length == 0) {
            return;
        }
        int mark = rest.length - FOLLOWS_LENGTH + Integer.BYTES;
        boolean marked = file
                && rest.length > FOLLOWS_LENGTH
                && new String(rest, mark, FILE_MARK.length(), StandardCharsets.US_ASCII).equals(FILE_MARK)
                && FlatTable.int32(rest, mark - Integer.BYTES) == rest.length - FOLLOWS_LENGTH;
        if (!marked) {
            throw ContentFault.unreadable(
                    file ? "the Arrow footer is missing or corrupt" : "something follows the end of the Arrow stream");
        }
        FlatTable footer = FlatTable.root(rest);
        FlatTable.Vector blocks = footer.vector(3, 3 * Long.BYTES);
        List<Long> listed = new ArrayList<>();
        for (int i = 0; i < blocks.count(); i++) {
            listed.add(FlatTable.int64(rest, blocks.at() + i * 3 * Long.BYTES));
        }
        if (!listed.equals(batches)) {
            throw ContentFault.unreadable("the Arrow footer lists other batches than those before it");
        }
    }

    /// Knows how far it was read.
    private static final class CountedInput extends InputStream {

        private final InputStream in;
        private long count;

        CountedInput(InputStream in) {
            this.in = in;
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = in.read(bytes, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
