package org.provgate.usecases.operate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.provgate.core.claim.Word;
import org.provgate.usecases.ledger.Rulings;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.port.Ledger;

/// Counts submissions as they stand. A large hub is counted in parts, and parts add up.
public final class SurveySubmissions {

    /// Submissions listed at once.
    private static final int PAGE = 50;

    /// Submissions looked at in one call.
    private static final int LOOK_AT = 500;

    private static final String ACCEPTED = "accepted";

    private final Ledger ledger;
    private final ReadSubmission reading;
    private final InstantSource clock;

    public SurveySubmissions(Ledger ledger, ReadSubmission reading, InstantSource clock) {
        this.ledger = ledger;
        this.reading = reading;
        this.clock = clock;
    }

    /// For how long a submission has been as it is.
    public enum Age implements Word {
        DAY(1),
        WEEK(7),
        MONTH(30),
        OLDER(Integer.MAX_VALUE);

        private final Duration upTo;

        Age(int days) {
            this.upTo = Duration.ofDays(days);
        }

        static Age of(Duration duration) {
            for (Age age : values()) {
                if (duration.compareTo(age.upTo) < 0) {
                    return age;
                }
            }
            return OLDER;
        }
    }

    /// Submissions by the outcome of the verdict in force.
    public record Tally(int accepted, int quarantined) {

        static Tally of(String outcome) {
            return outcome.equals(ACCEPTED) ? new Tally(1, 0) : new Tally(0, 1);
        }

        Tally plus(Tally other) {
            return new Tally(accepted + other.accepted, quarantined + other.quarantined);
        }
    }

    /// @param appealed how many of them have an appeal that waits for its answer
    /// @param proposed how many of them have a ruling that waits for a second operator
    public record Standing(SortedMap<Age, Integer> ages, int appealed, int proposed) {
        public Standing {
            ages = Collections.unmodifiableSortedMap(new TreeMap<>(ages));
        }

        static Standing of(Age age, Rulings rulings) {
            return new Standing(
                    new TreeMap<>(Map.of(age, 1)), rulings.appeal() > 0 ? 1 : 0, rulings.proposal() > 0 ? 1 : 0);
        }

        Standing plus(Standing other) {
            SortedMap<Age, Integer> sum = new TreeMap<>(ages);
            other.ages.forEach((age, count) -> sum.merge(age, count, Integer::sum));
            return new Standing(sum, appealed + other.appealed, proposed + other.proposed);
        }
    }

    /// @param codes of findings, each counted once a submission
    /// @param providers of teachers, each counted once a submission
    /// @param days on which the verdicts in force were given
    /// @param looked how many submissions were counted
    /// @param next where the next part begins; empty at the end
    public record Survey(
            SortedMap<State, Standing> states,
            SortedMap<String, Tally> codes,
            SortedMap<String, Tally> providers,
            SortedMap<LocalDate, Tally> days,
            int looked,
            String next) {

        public Survey {
            states = Collections.unmodifiableSortedMap(new TreeMap<>(states));
            codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
            providers = Collections.unmodifiableSortedMap(new TreeMap<>(providers));
            days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
        }
    }

    /// @param contributor whose submissions are counted; empty for everybody's
    /// @param after where the part before ended; empty for the first
    public Survey survey(Optional<String> contributor, String after, BooleanSupplier timeLeft) {
        Instant now = clock.instant();
        Counts counts = new Counts();
        String last = after;
        do {
            Ledger.Page<SubmissionRecord> page = ledger.list(contributor, last, PAGE);
            for (SubmissionRecord record : page.items()) {
                if (!timeLeft.getAsBoolean()) {
                    return counts.survey(last);
                }
                counts.add(reading.of(record), now);
                last = record.name().toString();
            }
            last = page.next();
        } while (!last.isEmpty() && counts.looked < LOOK_AT);
        return counts.survey(last);
    }

    private static final class Counts {

        private final SortedMap<State, Standing> states = new TreeMap<>();
        private final SortedMap<String, Tally> codes = new TreeMap<>();
        private final SortedMap<String, Tally> providers = new TreeMap<>();
        private final SortedMap<LocalDate, Tally> days = new TreeMap<>();
        private int looked;

        void add(ReadSubmission.Reading one, Instant now) {
            SubmissionRecord record = one.record();
            Instant since = record.state().settled()
                    ? one.verdict().map(VerdictRecord::at).orElse(record.began())
                    : record.began();
            Standing standing = Standing.of(Age.of(Duration.between(since, now)), record.rulings());
            states.merge(record.state(), standing, Standing::plus);
            one.verdict().ifPresent(verdict -> {
                Tally tally = Tally.of(verdict.outcome());
                addAll(codes, one.parts().codes(), tally);
                addAll(providers, one.parts().providers(), tally);
                days.merge(LocalDate.ofInstant(verdict.at(), ZoneOffset.UTC), tally, Tally::plus);
            });
            looked++;
        }

        private static void addAll(SortedMap<String, Tally> counts, List<String> names, Tally tally) {
            names.forEach(name -> counts.merge(name, tally, Tally::plus));
        }

        Survey survey(String next) {
            return new Survey(states, codes, providers, days, looked, next);
        }
    }
}
