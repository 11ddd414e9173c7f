package org.provgate.usecases.export;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.provgate.core.submission.SubmissionName;
import org.provgate.core.submission.Upstream;
import org.provgate.formats.export.ExportLine;
import org.provgate.formats.export.ExportLine.Case;
import org.provgate.formats.export.ExportLine.Item;
import org.provgate.formats.export.ExportLines;
import org.provgate.formats.report.ReportParts;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.FactsOfSubmission;
import org.provgate.usecases.gate.ReadVerdict;
import org.provgate.usecases.gate.Texts;
import org.provgate.usecases.ledger.KeptText;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.Ledger.Met;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.UncheckedStoreException;

/// Tells everything that decisions rest on, line by line, a part at a time.
public final class ExportFacts {

    /// Submissions that are listed at once.
    private static final int PAGE = 25;

    /// A part ends once it has so many characters.
    private static final int PART = 1_000_000;

    /// The longest text that is told, compressed, in bytes.
    private static final int TEXT_LIMIT = 1 << 20;

    private static final String FROM = "@";

    private final Ledger ledger;
    private final FactsOfSubmission facts;
    private final ReadVerdict verdicts;
    private final Texts texts;

    public ExportFacts(Ledger ledger, ObjectStore store, Engine engine) {
        this.ledger = ledger;
        this.facts = new FactsOfSubmission(engine, store, ledger);
        this.verdicts = new ReadVerdict(store);
        this.texts = new Texts(store);
    }

    /// @param lines as [ExportLines] writes them, without head and end
    /// @param next where the next part begins; empty at the end
    public record Part(List<String> lines, long submissions, long objects, long damaged, String next) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /// Where a part begins: behind a submission, or behind so many objects of one.
    public record Place(String after, Optional<SubmissionName> within, int objects) {

        public static Optional<Place> parse(String text) {
            int from = text.indexOf(FROM);
            if (text.isEmpty()) {
                return Optional.of(new Place("", Optional.empty(), 0));
            }
            if (from < 0) {
                return SubmissionName.parse(text).map(name -> new Place(name.toString(), Optional.empty(), 0));
            }
            boolean number =
                    from > 0 && from < 9 && text.substring(0, from).chars().allMatch(c -> c >= '0' && c <= '9');
            return number
                    ? SubmissionName.parse(text.substring(from + 1))
                            .map(name -> new Place(
                                    name.toString(), Optional.of(name), Integer.parseInt(text.substring(0, from))))
                    : Optional.empty();
        }
    }

    public Part export(Place from, BooleanSupplier timeLeft) {
        Told told = new Told();
        if (from.within().isPresent()) {
            Optional<SubmissionFile> file = ledger.load(from.within().get());
            if (file.isPresent() && !objects(told, file.get(), from.objects())) {
                return told.part();
            }
        }
        String after = from.after();
        do {
            Ledger.Page<Met> page = ledger.part(0, 1, after, PAGE);
            for (Met met : page.items()) {
                boolean all = switch (met) {
                    case Met.Damaged(String key, String why) -> told.damaged(key, why);
                    case Met.Whole(SubmissionRecord record) -> submission(told, record.name());
                };
                if (!all) {
                    return told.part();
                }
                if (met instanceof Met.Whole(SubmissionRecord record)) {
                    after = record.name().toString();
                    if (told.isLong() || !timeLeft.getAsBoolean()) {
                        told.next = after;
                        return told.part();
                    }
                }
            }
            after = page.next();
        } while (!after.isEmpty());
        return told.part();
    }

    /// @return whether all of it was told
    private boolean submission(Told told, SubmissionName name) {
        Optional<SubmissionFile> file;
        String line;
        try {
            file = ledger.load(name);
            if (file.isEmpty()) {
                return true;
            }
            line = ExportLines.write(described(file.get()));
        } catch (UncheckedStoreException outage) {
            throw outage;
        } catch (RuntimeException damage) {
            return told.damaged(name.toString(), String.valueOf(damage.getMessage()));
        }
        told.lines.add(line);
        told.length += line.length();
        told.submissions++;
        return objects(told, file.get(), 0);
    }

    private Case described(SubmissionFile file) {
        SubmissionRecord record = file.record();
        Collection<Upstream> upstream = facts.of(file).upstream().values();
        Optional<ExportLine.Ruling> ruling = record.verdict() == 0
                ? Optional.empty()
                : ledger.verdict(record.name(), record.verdict())
                        .map(verdict -> new ExportLine.Ruling(
                                verdict.number(),
                                verdict.outcome(),
                                ReportParts.read(verdicts.read(verdict).report())
                                        .errors()));
        return new Case(
                record.name(),
                record.state().word(),
                file.current().size(),
                ruling,
                file.waivers(),
                List.copyOf(upstream));
    }

    private boolean objects(Told told, SubmissionFile file, int from) {
        List<ObjectRecord> objects = file.current();
        for (int i = from; i < objects.size(); i++) {
            if (told.isLong()) {
                told.next = i + FROM + file.record().name();
                return false;
            }
            ObjectRecord object = objects.get(i);
            String line = ExportLines.write(
                    new Item(object.submission(), object.upload(), object.facts(), text(object.text())));
            told.lines.add(line);
            told.length += line.length();
            told.objects++;
        }
        return true;
    }

    private ExportLine.Text text(KeptText kept) {
        if (kept instanceof KeptText.None) {
            return new ExportLine.Text.None();
        }
        byte[] gzip = texts.packed(kept);
        return gzip.length > TEXT_LIMIT
                ? new ExportLine.Text.TooLong()
                : new ExportLine.Text.Kept(Base64.getEncoder().encodeToString(gzip));
    }

    private static final class Told {
        private final List<String> lines = new ArrayList<>();
        private long length;
        private long submissions;
        private long objects;
        private long damaged;
        private String next = "";

        boolean isLong() {
            return length > PART;
        }

        boolean damaged(String key, String why) {
            lines.add(ExportLines.write(new ExportLine.Damaged(key, why)));
            damaged++;
            return true;
        }

        Part part() {
            return new Part(lines, submissions, objects, damaged, next);
        }
    }
}
