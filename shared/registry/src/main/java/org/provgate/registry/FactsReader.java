package org.provgate.registry;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.provgate.core.registry.Category;
import org.provgate.core.registry.KnownDataset;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.ModelFamily.Released;
import org.provgate.core.registry.Provider;
import org.provgate.core.registry.TermsChannel;
import org.provgate.core.registry.TermsDocument;
import org.provgate.core.registry.TermsEdition;

/// Reads the compiled facts.
final class FactsReader {

    private final DataInputStream in;
    private final String[] pool;

    private FactsReader(byte[] bytes) throws IOException {
        in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != FactsFormat.MAGIC || in.readInt() != FactsFormat.VERSION) {
            throw new IOException("these are not compiled facts of layout " + FactsFormat.VERSION);
        }
        pool = new String[in.readInt()];
        for (int i = 0; i < pool.length; i++) {
            pool[i] = in.readUTF();
        }
    }

    static Facts read(byte[] bytes) throws IOException {
        FactsReader reader = new FactsReader(bytes);
        return new Facts(
                reader.text(),
                reader.list(reader::provider),
                reader.list(reader::family),
                reader.list(reader::brand),
                reader.list(() -> new Facts.ExactId(reader.text(), reader.text())),
                reader.list(() -> new Facts.NamePattern(reader.text(), reader.text(), reader.text())),
                reader.list(reader::dataset));
    }

    private Provider provider() throws IOException {
        return new Provider(text(), text(), texts(), Set.copyOf(texts()), category(), list(this::document), text());
    }

    private TermsDocument document() throws IOException {
        return new TermsDocument(text(), text(), text(), channels(), list(this::edition));
    }

    private Set<TermsChannel> channels() throws IOException {
        return Set.copyOf(list(() -> TermsChannel.valueOf(text())));
    }

    private TermsEdition edition() throws IOException {
        return new TermsEdition(
                text(), day(), day(), text(), text(), category(), texts(), text(), in.readBoolean(), text());
    }

    private ModelFamily family() throws IOException {
        return new ModelFamily(
                text(),
                text(),
                texts(),
                texts(),
                released(),
                text(),
                text(),
                texts(),
                category(),
                texts(),
                in.readBoolean(),
                texts(),
                texts(),
                text());
    }

    private Released released() throws IOException {
        LocalDate day = day();
        return day.equals(LocalDate.MIN) ? new Released.Unknown() : new Released.On(day);
    }

    private Facts.Brand brand() throws IOException {
        return new Facts.Brand(texts(), texts(), in.readBoolean());
    }

    private KnownDataset dataset() throws IOException {
        return new KnownDataset(
                text(),
                texts(),
                text(),
                list(() -> new KnownDataset.Teacher(text(), text())),
                in.readBoolean(),
                text(),
                in.readBoolean());
    }

    private Category category() throws IOException {
        return Category.valueOf(text());
    }

    private LocalDate day() throws IOException {
        int day = in.readInt();
        return switch (day) {
            case FactsFormat.EVER -> LocalDate.MIN;
            case FactsFormat.NEVER -> LocalDate.MAX;
            default -> LocalDate.ofEpochDay(day);
        };
    }

    private String text() throws IOException {
        return pool[in.readUnsignedShort()];
    }

    private List<String> texts() throws IOException {
        return list(this::text);
    }

    private <T> List<T> list(Item<T> item) throws IOException {
        int size = in.readUnsignedShort();
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(item.read());
        }
        return list;
    }

    @FunctionalInterface
    private interface Item<T> {
        T read() throws IOException;
    }
}
