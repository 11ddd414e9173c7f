package org.provgate.registry.build;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.provgate.core.registry.Category;
import org.provgate.core.registry.KnownDataset;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Provider;
import org.provgate.core.registry.TermsChannel;
import org.provgate.core.registry.TermsDocument;
import org.provgate.core.registry.TermsEdition;
import org.provgate.registry.Facts;
import org.provgate.registry.FactsFormat;

/// Writes the facts as one compact resource. Same facts, same bytes.
final class FactsWriter {

    private final Map<String, Integer> pool = new LinkedHashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream body = new DataOutputStream(bytes);

    private FactsWriter() {}

    static byte[] write(Facts facts) throws IOException {
        FactsWriter writer = new FactsWriter();
        writer.facts(facts);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(whole);
        out.writeInt(FactsFormat.MAGIC);
        out.writeInt(FactsFormat.VERSION);
        out.writeInt(writer.pool.size());
        for (String text : writer.pool.keySet()) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            if (utf8.length > 0xffff) {
                throw new IOException("a text longer than 65535 bytes: " + text.substring(0, 80));
            }
            out.writeShort(utf8.length);
            out.write(utf8);
        }
        writer.bytes.writeTo(out);
        return whole.toByteArray();
    }

    private void facts(Facts facts) throws IOException {
        text(facts.edition());
        list(facts.providers(), this::provider);
        list(facts.families(), this::family);
        list(facts.brands(), this::brand);
        list(facts.ids(), id -> {
            text(id.id());
            text(id.family());
        });
        list(facts.patterns(), pattern -> {
            text(pattern.family());
            text(pattern.regex());
            text(pattern.hint());
        });
        list(facts.datasets(), this::dataset);
    }

    private void provider(Provider provider) throws IOException {
        text(provider.id());
        text(provider.name());
        texts(provider.aliases());
        texts(List.copyOf(new TreeSet<>(provider.roles())));
        category(provider.defaultCategory());
        list(provider.terms(), this::document);
        text(provider.note());
    }

    private void document(TermsDocument document) throws IOException {
        text(document.id());
        text(document.title());
        text(document.url());
        channels(document.channels());
        list(document.editions(), this::edition);
    }

    private void channels(Set<TermsChannel> channels) throws IOException {
        list(channels.stream().sorted().toList(), channel -> text(channel.name()));
    }

    private void edition(TermsEdition edition) throws IOException {
        text(edition.label());
        day(edition.from());
        day(edition.until());
        text(edition.section());
        text(edition.says());
        category(edition.category());
        texts(edition.conditions());
        text(edition.source());
        body.writeBoolean(edition.verified());
        text(edition.note());
    }

    private void family(ModelFamily family) throws IOException {
        text(family.id());
        text(family.provider());
        texts(family.names());
        texts(family.patterns());
        day(family.releases().day().orElse(LocalDate.MIN));
        text(family.weights());
        text(family.licence());
        texts(family.terms());
        category(family.category());
        texts(family.conditions());
        body.writeBoolean(family.verified());
        texts(family.derivedFrom());
        texts(family.distilledFrom());
        text(family.note());
    }

    private void brand(Facts.Brand brand) throws IOException {
        texts(brand.names());
        texts(brand.families());
        body.writeBoolean(brand.differ());
    }

    private void dataset(KnownDataset dataset) throws IOException {
        text(dataset.id());
        texts(dataset.aliases());
        text(dataset.licence());
        list(dataset.teachers(), teacher -> {
            text(teacher.model());
            text(teacher.role());
        });
        body.writeBoolean(dataset.humanOnly());
        text(dataset.source());
        body.writeBoolean(dataset.verified());
    }

    private void category(Category category) throws IOException {
        text(category.name());
    }

    private void day(LocalDate day) throws IOException {
        if (day.equals(LocalDate.MIN)) {
            body.writeInt(FactsFormat.EVER);
        } else if (day.equals(LocalDate.MAX)) {
            body.writeInt(FactsFormat.NEVER);
        } else {
            body.writeInt(Math.toIntExact(day.toEpochDay()));
        }
    }

    private void text(String text) throws IOException {
        Integer number = pool.putIfAbsent(text, pool.size());
        int index = number == null ? pool.size() - 1 : number;
        if (index > 0xffff) {
            throw new IOException("more than 65536 texts");
        }
        body.writeShort(index);
    }

    private void texts(List<String> texts) throws IOException {
        list(texts, this::text);
    }

    private <T> void list(List<T> list, Item<T> item) throws IOException {
        body.writeShort(list.size());
        for (T each : list) {
            item.write(each);
        }
    }

    @FunctionalInterface
    private interface Item<T> {
        void write(T item) throws IOException;
    }
}
