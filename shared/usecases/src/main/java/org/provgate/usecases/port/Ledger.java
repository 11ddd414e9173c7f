package org.provgate.usecases.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.provgate.core.policy.Waiver;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Mark;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.ledger.Watch;

/// What is known of every submission. Every write is conditional: `false` means that somebody was faster and the
/// caller reads again. An outage is an [UncheckedStoreException].
public interface Ledger {

    record Page<T>(List<T> items, String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    Optional<SubmissionRecord> submission(SubmissionName name);

    /// The submission with all its objects and waivers.
    Optional<SubmissionFile> load(SubmissionName name);

    /// The object that stands at the path now.
    Optional<ObjectRecord> object(SubmissionName name, String path);

    /// Every uploaded version of a path, whether it still stands or was superseded.
    List<ObjectRecord> versions(SubmissionName name, String path);

    /// Begins a submission unless it has begun.
    void open(SubmissionRecord record);

    /// A version that stands at its path from now on, where nothing stood.
    boolean add(ObjectRecord arrived);

    /// A version that takes the place of another, which is kept as superseded.
    boolean supersede(ObjectRecord standing, ObjectRecord arrived);

    /// A version that was superseded before it was seen.
    boolean addSuperseded(ObjectRecord late);

    /// Replaces one record by its next revision, in the same standing.
    boolean update(ObjectRecord expected, ObjectRecord next);

    /// Replaces one record by its next revision, as long as the same verdict and state are in force: who still goes by
    /// an older verdict begins nothing any more.
    boolean update(ObjectRecord expected, ObjectRecord next, SubmissionRecord inForce);

    /// Replaces the submission's record by its next revision.
    boolean update(SubmissionRecord expected, SubmissionRecord next);

    /// Appends a verdict and replaces the submission's record, both or neither.
    boolean decide(SubmissionRecord expected, SubmissionRecord next, VerdictRecord verdict);

    Optional<VerdictRecord> verdict(SubmissionName name, int number);

    /// Every verdict, oldest first.
    List<VerdictRecord> history(SubmissionName name);

    void waive(SubmissionName name, Waiver waiver);

    /// Appends an act and replaces the submission's record, both or neither; a waiver counts with the act that grants
    /// it.
    boolean enter(SubmissionRecord expected, SubmissionRecord next, Act act);

    /// Every act, oldest first.
    List<Act> acts(SubmissionName name);

    /// Submissions that are watched for something and due by `until`, the longest due first.
    Page<SubmissionName> due(Watch.Kind kind, Instant until, String after);

    /// All submissions, in an order that stays the same; of one contributor when one is given.
    Page<SubmissionRecord> list(Optional<String> contributor, String after, int limit);

    /// Into how many shards submissions that bear the same mark are divided.
    int MARK_SHARDS = 16;

    /// What a walk through the ledger meets.
    sealed interface Met {

        record Whole(SubmissionRecord record) implements Met {}

        /// @param key as the ledger has it
        record Damaged(String key, String why) implements Met {}
    }

    /// One of so many parts of all submissions, in an order that stays the same.
    ///
    /// @param part from 0
    Page<Met> part(int part, int of, String after, int limit);

    /// At least the submissions whose verdict in force bears the mark; maybe some whose verdict once did.
    ///
    /// @param shard from 0
    Page<SubmissionName> marked(Mark mark, int shard, String after, int limit);

    /// How many submissions there are, roughly.
    long roughSize();
}
