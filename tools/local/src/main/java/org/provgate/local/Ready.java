package org.provgate.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.provgate.aws.s3.BucketNames;
import org.provgate.formats.report.JsonStream;

/// What a person or a program needs to know of a gate that runs.
///
/// @param token of an operator
/// @param secondToken of another operator, for policies that want two
/// @param contributorToken of the contributor [#CONTRIBUTOR]
public record Ready(
        URI console, URI api, URI s3, BucketNames buckets, String token, String secondToken, String contributorToken) {

    /// Whose submissions the contributor's token shows.
    public static final String CONTRIBUTOR = "demo";

    /// Any other pair is taken as well: the endpoint of one machine checks none.
    public static final String ACCESS_KEY_ID = "provgatelocal";

    public static final String SECRET_ACCESS_KEY = "provgate-local-only";

    /// One line of JSON, without the line feed.
    public String json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            JsonStream.write(bytes, JsonStream.Layout.ONE_LINE, this::document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    private void document(JsonStream json) {
        json.object()
                .text("console", console.toString())
                .text("api", api.toString())
                .text("s3", s3.toString());
        json.object("buckets")
                .text("dataset", buckets.dataset())
                .text("quarantine", buckets.quarantine())
                .text("report", buckets.report())
                .end();
        json.object("credentials")
                .text("accessKeyId", ACCESS_KEY_ID)
                .text("secretAccessKey", SECRET_ACCESS_KEY)
                .end();
        json.text("token", token).text("secondToken", secondToken);
        json.object("contributorToken")
                .text("contributor", CONTRIBUTOR)
                .text("token", contributorToken)
                .end();
        json.end();
    }

    /// The same for people.
    public String text() {
        return """
                console      %s#token=%s
                api          %s
                s3           %s
                buckets      %s (upload here), %s, %s
                credentials  AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s AWS_DEFAULT_REGION=us-east-1
                upload       aws --endpoint-url %s s3 cp --recursive FOLDER s3://%s/CONTRIBUTOR/DATASET/REVISION/
                token        %s
                second       %s (another operator, where the policy wants two)
                contributor  %s (sees and submits what is below %s/)
                """.formatted(
                        console,
                        token,
                        api,
                        s3,
                        buckets.dataset(),
                        buckets.quarantine(),
                        buckets.report(),
                        ACCESS_KEY_ID,
                        SECRET_ACCESS_KEY,
                        s3,
                        buckets.dataset(),
                        token,
                        secondToken,
                        contributorToken,
                        CONTRIBUTOR);
    }
}
