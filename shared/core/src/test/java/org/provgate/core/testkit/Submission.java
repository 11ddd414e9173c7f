package org.provgate.core.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.Sha256;
import org.provgate.core.manifest.ManifestFault;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.submission.ChecksumList;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.submission.SubmissionFacts.Identity;
import org.provgate.core.submission.SubmissionName;
import org.provgate.core.submission.Upstream;

/// A submission in the making, and the case it comes to under a policy. Without objects it stores what the default
/// manifest names.
public final class Submission {

    public static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final ManifestReading reading;
    private final List<ObjectDraft> objects = new ArrayList<>();
    private final List<Upstream> upstream = new ArrayList<>();
    private final NavigableMap<String, ChecksumList> lists = new TreeMap<>();
    private PolicyDraft policy = PolicyDraft.policy();
    private LocalDate today = TODAY;
    private Identity identity = new Identity.Folder();
    private final FewModels registry = new FewModels();

    private Submission(ManifestReading reading) {
        this.reading = reading;
    }

    public static Submission with(ManifestDraft manifest) {
        return new Submission(new ManifestReading.Read(manifest.build(), List.of(), List.of()));
    }

    public static Submission with(ManifestDraft manifest, List<ManifestFault> faults, List<ManifestFault> notices) {
        return new Submission(new ManifestReading.Read(manifest.build(), faults, notices));
    }

    public static Submission read(ManifestReading reading) {
        return new Submission(reading);
    }

    public Submission stores(ObjectDraft... drafts) {
        objects.addAll(List.of(drafts));
        return this;
    }

    /// Objects with nothing particular about them.
    public Submission stores(String... paths) {
        for (String path : paths) {
            objects.add(ObjectDraft.object(path));
        }
        return this;
    }

    /// A checksum list with the default digests of these paths.
    public Submission lists(String list, String... paths) {
        NavigableMap<String, Sha256> digests = new TreeMap<>();
        for (String path : paths) {
            digests.put(path, Digests.of(path));
        }
        return lists(list, digests);
    }

    public Submission lists(String list, NavigableMap<String, Sha256> digests) {
        NavigableMap<String, Place> places = new TreeMap<>();
        digests.keySet().forEach(path -> places.put(path, Place.line(list, places.size() + 1)));
        lists.put(list, new ChecksumList(list, digests, places, List.of()));
        objects.add(ObjectDraft.object(list).mediaType("text/plain").notTabular());
        return this;
    }

    public Submission under(PolicyDraft draft) {
        policy = draft;
        return this;
    }

    /// Under this name, where it would otherwise be a folder.
    public Submission as(String contributor, String dataset, String revision) {
        identity = new Identity.Known(new SubmissionName(contributor, dataset, revision));
        return this;
    }

    /// In a hub where a source of it stands like that.
    public Submission derivingFrom(Upstream source) {
        upstream.add(source);
        return this;
    }

    public Submission on(LocalDate day) {
        today = day;
        return this;
    }

    public SubmissionFacts facts() {
        List<ObjectDraft> all = new ArrayList<>(objects);
        if (all.isEmpty()) {
            all.add(ObjectDraft.object("data/train.jsonl"));
        }
        reading.foundIn()
                .ifPresent(file -> all.add(
                        ObjectDraft.object(file).mediaType("application/yaml").notTabular()));
        return new SubmissionFacts(
                        "harbours",
                        identity,
                        reading,
                        SubmissionFacts.byPath(
                                all.stream().map(ObjectDraft::build).toList()),
                        lists,
                        List.of())
                .derivingFrom(upstream);
    }

    public CaseFile caseFile() {
        return CaseFile.open(facts(), policy.build(), registry, today);
    }
}
