package org.provgate.embedded;

import com.robothy.netty.http.HttpRequest;
import com.robothy.netty.http.HttpResponse;
import com.robothy.s3.core.model.internal.ObjectMetadata;
import com.robothy.s3.core.model.internal.VersionedObjectMetadata;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Lists the versions of a bucket in pages. The place where a page ends may be gone when the next is asked for.
final class VersionListing {

    private static final int MOST = 1000;

    private final VersionedObjects objects;

    VersionListing(VersionedObjects objects) {
        this.objects = objects;
    }

    private record Question(String prefix, String delimiter, String key, String version, int most, boolean encoded) {

        static Question of(HttpRequest request) {
            return new Question(
                    request.parameter("prefix").orElse(""),
                    request.parameter("delimiter").orElse(""),
                    request.parameter("key-marker").orElse(""),
                    request.parameter("version-id-marker").orElse(""),
                    Math.clamp(
                            request.parameter("max-keys").map(Integer::parseInt).orElse(MOST), 0, MOST),
                    request.parameter("encoding-type").filter("url"::equals).isPresent());
        }

        UnaryOperator<String> written() {
            return encoded ? UrlText::encoded : UnaryOperator.identity();
        }

        /// The folder in which the key is counted, when a delimiter is asked for.
        Optional<String> folder(String found) {
            int end = delimiter.isEmpty() ? -1 : found.indexOf(delimiter, prefix.length());
            return end < 0 ? Optional.empty() : Optional.of(found.substring(0, end + delimiter.length()));
        }
    }

    void list(HttpRequest request, HttpResponse answer, String bucket) {
        Question question = Question.of(request);
        NavigableMap<String, ObjectMetadata> keys =
                objects.bucket(bucket).orElseThrow().getObjectMap();
        Page page = new Page(question);
        String from = question.key().compareTo(question.prefix()) > 0 ? question.key() : question.prefix();
        for (Map.Entry<String, ObjectMetadata> entry : keys.tailMap(from, true).entrySet()) {
            if (!entry.getKey().startsWith(question.prefix()) || !page.add(entry.getKey(), entry.getValue())) {
                break;
            }
        }
        Xml.answer(answer, HttpResponseStatus.OK, page.document(bucket));
    }

    private static final class Page {

        private final Question question;
        private final UnaryOperator<String> written;
        private final Xml xml = new Xml("ListVersionsResult");
        private final SortedSet<String> folders = new TreeSet<>();
        private int count;
        private String lastKey = "";
        private String lastVersion = "";
        private boolean truncated;

        Page(Question question) {
            this.question = question;
            this.written = question.written();
        }

        /// Whether there is room for more.
        boolean add(String key, ObjectMetadata object) {
            boolean atMarker = key.equals(question.key());
            if (atMarker && question.version().isEmpty()) {
                return true;
            }
            Optional<String> folder = question.folder(key);
            if (folder.isPresent()) {
                boolean told = folders.contains(folder.get()) || question.key().startsWith(folder.get());
                return told || counted(key, "", () -> folders.add(folder.get()));
            }
            // The library's order, newest first; a copy, since versions may go while it is read.
            NavigableMap<String, VersionedObjectMetadata> versions = new TreeMap<>(object.getVersionedObjectMap());
            for (var version : versions.entrySet()) {
                boolean before = atMarker && version.getKey().compareTo(question.version()) >= 0;
                if (!before && !counted(key, version.getKey(), () -> version(key, version, versions.firstKey()))) {
                    return false;
                }
            }
            return true;
        }

        private boolean counted(String key, String version, Runnable write) {
            if (count == question.most()) {
                truncated = true;
                return false;
            }
            count++;
            lastKey = key;
            lastVersion = version;
            write.run();
            return true;
        }

        private void version(String key, Map.Entry<String, VersionedObjectMetadata> version, String latest) {
            VersionedObjectMetadata held = version.getValue();
            xml.nested(held.isDeleted() ? "DeleteMarker" : "Version", item -> {
                item.text("Key", written.apply(key))
                        .text("VersionId", version.getKey())
                        .text("IsLatest", String.valueOf(version.getKey().equals(latest)))
                        .text(
                                "LastModified",
                                Instant.ofEpochMilli(held.getCreationDate()).toString());
                if (!held.isDeleted()) {
                    item.text("ETag", held.getEtag())
                            .text("Size", String.valueOf(held.getSize()))
                            .text("StorageClass", "STANDARD");
                }
            });
        }

        String document(String bucket) {
            folders.forEach(folder -> xml.nested("CommonPrefixes", item -> item.text("Prefix", written.apply(folder))));
            xml.text("Name", bucket)
                    .text("Prefix", written.apply(question.prefix()))
                    .text("KeyMarker", written.apply(question.key()))
                    .text("VersionIdMarker", question.version())
                    .text("MaxKeys", String.valueOf(question.most()))
                    .text("IsTruncated", String.valueOf(truncated));
            if (!question.delimiter().isEmpty()) {
                xml.text("Delimiter", written.apply(question.delimiter()));
            }
            if (question.encoded()) {
                xml.text("EncodingType", "url");
            }
            if (truncated) {
                xml.text("NextKeyMarker", written.apply(lastKey));
                if (!lastVersion.isEmpty()) {
                    xml.text("NextVersionIdMarker", lastVersion);
                }
            }
            return xml.end();
        }
    }
}
