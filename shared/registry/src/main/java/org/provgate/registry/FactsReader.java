package org.provgate.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
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

/// Reads the compiled facts. Plain loops over plain bytes: lambdas and streams would double the time of a cold start.
final class FactsReader {

    private final byte[] bytes;
    private final String[] pool;
    private int at;

    private FactsReader(byte[] bytes) throws IOException {
        this.bytes = bytes;
        if (bytes.length < 12 || number() != FactsFormat.MAGIC || number() != FactsFormat.VERSION) {
            throw new IOException("these are not compiled facts of layout " + FactsFormat.VERSION);
        }
        pool = new String[number()];
        for (int i = 0; i < pool.length; i++) {
            int length = size();
            pool[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
        }
    }

    static Facts read(byte[] bytes) throws IOException {
        FactsReader in = new FactsReader(bytes);
        try {
            return in.facts();
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new IOException("the compiled facts end early", e);
        }
    }

    private Facts facts() {
        String edition = text();
        Provider[] providers = new Provider[size()];
        for (int i = 0; i < providers.length; i++) {
            providers[i] = provider();
        }
        ModelFamily[] families = new ModelFamily[size()];
        for (int i = 0; i < families.length; i++) {
            families[i] = family();
        }
        Facts.Brand[] brands = new Facts.Brand[size()];
        for (int i = 0; i < brands.length; i++) {
            brands[i] = new Facts.Brand(texts(), texts(), flag());
        }
        Facts.ExactId[] ids = new Facts.ExactId[size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = new Facts.ExactId(text(), text());
        }
        Facts.NamePattern[] patterns = new Facts.NamePattern[size()];
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = new Facts.NamePattern(text(), text(), text());
        }
        KnownDataset[] datasets = new KnownDataset[size()];
        for (int i = 0; i < datasets.length; i++) {
            datasets[i] = dataset();
        }
        return new Facts(
                edition,
                Arrays.asList(providers),
                Arrays.asList(families),
                Arrays.asList(brands),
                Arrays.asList(ids),
                Arrays.asList(patterns),
                Arrays.asList(datasets));
    }

    private Provider provider() {
        return new Provider(text(), text(), texts(), Set.copyOf(texts()), category(), documents(), text());
    }

    private List<TermsDocument> documents() {
        TermsDocument[] documents = new TermsDocument[size()];
        for (int i = 0; i < documents.length; i++) {
            documents[i] = new TermsDocument(text(), text(), text(), channels(), editions());
        }
        return Arrays.asList(documents);
    }

    private Set<TermsChannel> channels() {
        TermsChannel[] channels = new TermsChannel[size()];
        for (int i = 0; i < channels.length; i++) {
            channels[i] = TermsChannel.valueOf(text());
        }
        return Set.of(channels);
    }

    private List<TermsEdition> editions() {
        TermsEdition[] editions = new TermsEdition[size()];
        for (int i = 0; i < editions.length; i++) {
            editions[i] =
                    new TermsEdition(text(), day(), day(), text(), text(), category(), texts(), text(), flag(), text());
        }
        return Arrays.asList(editions);
    }

    private ModelFamily family() {
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
                flag(),
                texts(),
                texts(),
                text());
    }

    private Released released() {
        LocalDate day = day();
        return day.equals(LocalDate.MIN) ? new Released.Unknown() : new Released.On(day);
    }

    private KnownDataset dataset() {
        return new KnownDataset(text(), texts(), text(), teachers(), flag(), text(), flag());
    }

    private List<KnownDataset.Teacher> teachers() {
        KnownDataset.Teacher[] teachers = new KnownDataset.Teacher[size()];
        for (int i = 0; i < teachers.length; i++) {
            teachers[i] = new KnownDataset.Teacher(text(), text());
        }
        return Arrays.asList(teachers);
    }

    private Category category() {
        return Category.valueOf(text());
    }

    private LocalDate day() {
        int day = number();
        return switch (day) {
            case FactsFormat.EVER -> LocalDate.MIN;
            case FactsFormat.NEVER -> LocalDate.MAX;
            default -> LocalDate.ofEpochDay(day);
        };
    }

    private String text() {
        return pool[size()];
    }

    private List<String> texts() {
        String[] texts = new String[size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text();
        }
        return Arrays.asList(texts);
    }

    private boolean flag() {
        return bytes[at++] != 0;
    }

    private int size() {
        return ((bytes[at++] & 0xff) << 8) | (bytes[at++] & 0xff);
    }

    private int number() {
        return (size() << 16) | size();
    }
}
