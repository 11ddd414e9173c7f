package org.provgate.embedded;

import com.robothy.netty.http.HttpRequest;
import com.robothy.netty.http.HttpRequestHandler;
import com.robothy.netty.http.HttpResponse;
import com.robothy.s3.core.model.answers.GetObjectAns;
import com.robothy.s3.core.model.answers.PutObjectAns;
import com.robothy.s3.core.model.request.CreateMultipartUploadOptions;
import com.robothy.s3.core.model.request.GetObjectOptions;
import com.robothy.s3.core.model.request.PutObjectOptions;
import com.robothy.s3.core.model.request.Range;
import com.robothy.s3.core.model.request.UploadPartOptions;
import com.robothy.s3.rest.utils.RequestUtils;
import com.robothy.s3.rest.utils.ResponseUtils;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Answers the requests that the library answers wrongly or not at all, and passes on the others: tags in headers and
/// on copies, writes that must not replace, parts that are copies, listings of versions, checksums.
final class S3Requests {

    private static final int LONGEST_KEY = 1024;

    private final VersionedObjects objects;
    private final VersionListing listing;

    S3Requests(VersionedObjects objects) {
        this.objects = objects;
        this.listing = new VersionListing(objects);
    }

    void handle(HttpRequest request, HttpResponse answer, HttpRequestHandler usual) throws Exception {
        try {
            switch (UploadBody.of(request)) {
                case UploadBody.Whole(HttpRequest plain) -> {
                    try {
                        route(plain, answer, usual);
                    } finally {
                        release(plain.getBody());
                    }
                }
                case UploadBody.Broken(String code, String message) ->
                    fault(answer, HttpResponseStatus.BAD_REQUEST, code, message);
            }
        } finally {
            release(request.getBody());
        }
    }

    /// The library never does.
    private static void release(ByteBuf body) {
        if (body != null && body.refCnt() > 0) {
            body.release(body.refCnt());
        }
    }

    private void route(HttpRequest request, HttpResponse answer, HttpRequestHandler usual) throws Exception {
        Optional<String> bucket = request.parameter("bucket");
        Optional<String> key = request.parameter("key");
        if (bucket.isEmpty() || objects.bucket(bucket.get()).isEmpty()) {
            usual.handle(request, answer);
        } else if (key.isEmpty()) {
            if (request.getMethod().equals(HttpMethod.GET) && has(request, "versions")) {
                listing.list(request, answer, bucket.get());
            } else {
                usual.handle(request, answer);
                Xml.mend(answer.getBody());
            }
        } else if (key.get().getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
            fault(answer, HttpResponseStatus.BAD_REQUEST, "KeyTooLongError", "Your key is too long");
        } else {
            object(request, answer, usual, bucket.get(), key.get());
        }
    }

    private void object(HttpRequest request, HttpResponse answer, HttpRequestHandler usual, String bucket, String key)
            throws Exception {
        Optional<CopySource> source = request.header("x-amz-copy-source").map(CopySource::parse);
        boolean put = request.getMethod().equals(HttpMethod.PUT);
        boolean post = request.getMethod().equals(HttpMethod.POST);
        if (put && has(request, "partNumber")) {
            if (source.isPresent()) {
                copyPart(request, answer, bucket, key, source.get());
            } else {
                usual.handle(request, answer);
            }
        } else if (put && !has(request, "tagging") && !has(request, "acl") && !isSetting(request)) {
            writeUnlessThere(
                    request,
                    answer,
                    bucket,
                    key,
                    () -> source.ifPresentOrElse(
                            from -> copy(request, answer, bucket, key, from), () -> put(request, answer, bucket, key)));
        } else if (post && has(request, "uploads")) {
            begin(request, answer, bucket, key);
        } else if (post && has(request, "uploadId")) {
            writeUnlessThere(request, answer, bucket, key, () -> passed(request, answer, usual));
        } else {
            usual.handle(request, answer);
        }
    }

    private static boolean isSetting(HttpRequest request) {
        return has(request, "retention") || has(request, "legal-hold") || has(request, "object-lock");
    }

    private static void passed(HttpRequest request, HttpResponse answer, HttpRequestHandler usual) {
        try {
            usual.handle(request, answer);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void writeUnlessThere(HttpRequest request, HttpResponse answer, String bucket, String key, Runnable write) {
        if (request.header("if-none-match").filter("*"::equals).isEmpty()) {
            write.run();
            return;
        }
        boolean written = objects.alone(bucket, () -> {
            if (objects.exists(bucket, key)) {
                return false;
            }
            write.run();
            return true;
        });
        if (!written) {
            fault(
                    answer,
                    HttpResponseStatus.PRECONDITION_FAILED,
                    "PreconditionFailed",
                    "At least one of the pre-conditions you specified did not hold");
        }
    }

    private void put(HttpRequest request, HttpResponse answer, String bucket, String key) {
        ByteBuf body = request.getBody();
        PutObjectAns put = objects.putObject(
                bucket,
                key,
                PutObjectOptions.builder()
                        .contentType(request.header("content-type").orElse("binary/octet-stream"))
                        .size(body.readableBytes())
                        .content(new ByteBufInputStream(body))
                        .contentMd5(request.header("content-md5").orElse(null))
                        .tagging(HeaderTags.of(request))
                        .userMetadata(RequestUtils.extractUserMetadata(request))
                        .build());
        ResponseUtils.addCommonHeaders(answer.status(HttpResponseStatus.OK).putHeader("content-length", 0));
        ResponseUtils.addETag(answer, put.getEtag());
        version(answer, put);
    }

    private void copy(HttpRequest request, HttpResponse answer, String bucket, String key, CopySource source) {
        GetObjectAns from = objects.getObject(
                source.bucket(),
                source.key(),
                GetObjectOptions.builder().versionId(source.versionOrNull()).build());
        boolean newMetadata = isReplace(request, "x-amz-metadata-directive");
        String[][] tags = isReplace(request, "x-amz-tagging-directive")
                ? HeaderTags.of(request)
                : objects.getObjectTagging(source.bucket(), source.key(), source.versionOrNull())
                        .getTagging();
        PutObjectAns put;
        try (InputStream content = from.getContent()) {
            put = objects.putObject(
                    bucket,
                    key,
                    PutObjectOptions.builder()
                            .contentType(
                                    newMetadata
                                            ? request.header("content-type").orElse("binary/octet-stream")
                                            : from.getContentType())
                            .size(from.getSize())
                            .content(content)
                            .tagging(tags)
                            .userMetadata(
                                    newMetadata ? RequestUtils.extractUserMetadata(request) : from.getUserMetadata())
                            .build());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        version(answer, put);
        copied(answer, from, "CopyObjectResult", put.getEtag(), Instant.ofEpochMilli(put.getCreationDate()));
    }

    private void copyPart(HttpRequest request, HttpResponse answer, String bucket, String key, CopySource source)
            throws IOException {
        GetObjectAns from = objects.getObject(
                source.bucket(),
                source.key(),
                GetObjectOptions.builder()
                        .versionId(source.versionOrNull())
                        .range(request.header("x-amz-copy-source-range")
                                .map(Range::parse)
                                .orElse(null))
                        .build());
        try (InputStream content = from.getContent()) {
            String etag = objects.uploadPart(
                            bucket,
                            key,
                            request.parameter("uploadId").orElse(""),
                            Integer.valueOf(request.parameter("partNumber").orElse("")),
                            UploadPartOptions.builder()
                                    .contentLength(from.getSize())
                                    .data(content)
                                    .build())
                    .getEtag();
            copied(answer, from, "CopyPartResult", etag, Instant.ofEpochMilli(from.getLastModified()));
        }
    }

    private static void copied(HttpResponse answer, GetObjectAns from, String element, String etag, Instant modified) {
        if (from.getVersionId() != null) {
            answer.putHeader("x-amz-copy-source-version-id", from.getVersionId());
        }
        Xml.answer(
                answer,
                HttpResponseStatus.OK,
                new Xml(element)
                        .text("LastModified", modified.toString())
                        .text("ETag", etag)
                        .end());
    }

    private void begin(HttpRequest request, HttpResponse answer, String bucket, String key) {
        String upload = objects.createMultipartUpload(
                bucket,
                key,
                CreateMultipartUploadOptions.builder()
                        .contentType(request.header("content-type").orElse("binary/octet-stream"))
                        .tagging(HeaderTags.of(request))
                        .userMetadata(RequestUtils.extractUserMetadata(request))
                        .build());
        Xml.answer(
                answer,
                HttpResponseStatus.OK,
                new Xml("InitiateMultipartUploadResult")
                        .text("Bucket", bucket)
                        .text("Key", key)
                        .text("UploadId", upload)
                        .end());
    }

    private static boolean isReplace(HttpRequest request, String directive) {
        return request.header(directive).filter("REPLACE"::equals).isPresent();
    }

    static boolean has(HttpRequest request, String parameter) {
        return request.parameters(parameter).isPresent();
    }

    private static void version(HttpResponse answer, PutObjectAns put) {
        Optional.ofNullable(put.getVersionId()).ifPresent(version -> answer.putHeader("x-amz-version-id", version));
    }

    static void fault(HttpResponse answer, HttpResponseStatus status, String code, String message) {
        Xml.answer(
                answer,
                status,
                new Xml("Error").text("Code", code).text("Message", message).end());
    }

    /// Tags as `a=b&c=d` in a header, URL-encoded.
    private static final class HeaderTags {

        private HeaderTags() {}

        static String[][] of(HttpRequest request) {
            Map<String, String> tags =
                    UrlText.pairs(request.header("x-amz-tagging").orElse(""));
            return tags.entrySet().stream()
                    .map(tag -> new String[] {tag.getKey(), tag.getValue()})
                    .toArray(String[][]::new);
        }
    }
}
