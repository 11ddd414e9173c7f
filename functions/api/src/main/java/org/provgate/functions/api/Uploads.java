package org.provgate.functions.api;

import java.util.List;
import java.util.Optional;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.http.RequestBody;
import org.provgate.functions.api.Api.Question;
import org.provgate.usecases.operate.GrantUploads;

/// Signs uploads. Nothing is written: a submission begins when its first object arrives.
final class Uploads {

    private final GrantUploads granting;

    Uploads(GrantUploads granting) {
        this.granting = granting;
    }

    Answer grant(Question question) {
        return switch (RequestBody.upload(question.request().body(), GrantUploads.FILES)) {
            case RequestBody.Unfit(String sentence) -> Answer.unfit(sentence);
            case RequestBody.Upload upload -> granted(question, upload);
            case RequestBody.Texts _ -> throw new IllegalStateException("no texts were asked for");
        };
    }

    private Answer granted(Question question, RequestBody.Upload upload) {
        String id = upload.contributor() + "/" + upload.dataset() + "/" + upload.revision();
        Optional<SubmissionName> name = SubmissionName.parse(id).filter(parsed -> !parsed.stray());
        if (name.isEmpty()) {
            return Answer.unfit("contributor, dataset and revision each have 1 to 128 letters, digits, \".\", \"_\" or"
                    + " \"-\", the first a letter, a digit or \"_\"");
        }
        if (!question.caller().sees(name.get())) {
            return Answer.problem(403, "Not yours", "the token uploads for its own contributor alone");
        }
        List<GrantUploads.Wanted> files = upload.files().stream()
                .map(file -> new GrantUploads.Wanted(file.path(), file.bytes(), file.sha256()))
                .toList();
        return switch (granting.grant(name.get(), files)) {
            case GrantUploads.Result.Unfit(String why) -> Answer.unfit(why);
            case GrantUploads.Result.Given(List<GrantUploads.Granted> uploads) -> answer(name.get(), uploads);
        };
    }

    private static Answer answer(SubmissionName name, List<GrantUploads.Granted> uploads) {
        return Answer.json(json -> {
            json.object()
                    .text("submission", name.toString())
                    .number("expiresInSeconds", GrantUploads.LASTS.toSeconds());
            json.array("uploads");
            uploads.forEach(upload -> {
                json.object()
                        .text("path", upload.path())
                        .flag("stored", upload.stored())
                        .text("url", upload.grant().url().toString());
                json.object("headers");
                upload.grant().headers().forEach(json::text);
                json.end().end();
            });
            json.end().end();
        });
    }
}
