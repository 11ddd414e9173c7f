package org.provgate.core.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.manifest.Document;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.TeacherModel.StatedTerms;
import org.provgate.core.submission.SubmissionFacts;

/// Documents that a manifest names, held against what lies in the submission.
public sealed interface Papers {

    /// It lies in the submission, and its digest is the stated one.
    record Proven(ObjectFacts document) implements Papers {}

    /// @param why a clause that says what is wanting
    record Unproven(String why) implements Papers {}

    /// An address is not enough: what it leads to can change.
    static Papers proof(Document document, SubmissionFacts facts) {
        Optional<String> path = document.path().value();
        if (path.isEmpty()) {
            return new Unproven("an address alone can change and proves nothing");
        }
        ObjectFacts object = facts.objects().get(path.get());
        if (object == null) {
            return new Unproven("%s is not in the submission".formatted(path.get()));
        }
        Optional<String> digest = document.sha256().value();
        if (digest.isEmpty()) {
            return new Unproven("the manifest does not give the digest of %s".formatted(path.get()));
        }
        return digest.get().equals(object.sha256().hex())
                ? new Proven(object)
                : new Unproven("%s has another digest than the manifest says".formatted(path.get()));
    }

    /// Documents that no rule of their own looks after: accepted copies of terms, and what goes with attestations.
    static Stream<Document> plain(Manifest manifest) {
        Stream<Document> copies = manifest.teachers().listed().stream()
                .flatMap(teacher -> teacher.terms() instanceof StatedTerms.Accepted accepted
                        ? accepted.copy().value().stream()
                        : Stream.empty());
        Stream<Document> attested =
                manifest.attestations().stream().flatMap(attestation -> attestation.document().value().stream());
        return Stream.concat(copies, attested);
    }
}
