package org.provgate.embedded;

import com.robothy.s3.core.model.answers.DeleteObjectAns;
import com.robothy.s3.core.model.answers.GetObjectAns;
import com.robothy.s3.core.model.answers.GetObjectTaggingAns;
import com.robothy.s3.core.model.answers.PutObjectAns;
import com.robothy.s3.core.model.answers.UploadPartAns;
import com.robothy.s3.core.model.internal.BucketMetadata;
import com.robothy.s3.core.model.internal.LocalS3Metadata;
import com.robothy.s3.core.model.internal.ObjectMetadata;
import com.robothy.s3.core.model.request.GetObjectOptions;
import com.robothy.s3.core.model.request.PutObjectOptions;
import com.robothy.s3.core.model.request.UploadPartOptions;
import com.robothy.s3.core.service.ObjectService;
import com.robothy.s3.core.storage.Storage;
import com.robothy.s3.core.util.IdUtils;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The library's object operations, each under its bucket's lock, saved before it is answered, told to a listener.
final class VersionedObjects implements ObjectService {

    /// Makes an object's versions outlive this process; empty when the last is gone.
    interface Saved {
        void save(String bucket, String key, Optional<ObjectMetadata> versions);
    }

    private final LocalS3Metadata all;
    private final Storage contents;
    private final Saved saved;
    private final Consumer<ObjectChange> changes;
    private final Map<String, ReentrantReadWriteLock> locks = new ConcurrentHashMap<>();

    VersionedObjects(LocalS3Metadata all, Storage contents, Saved saved, Consumer<ObjectChange> changes) {
        this.all = all;
        this.contents = contents;
        this.saved = saved;
        this.changes = changes;
    }

    @Override
    public LocalS3Metadata localS3Metadata() {
        return all;
    }

    @Override
    public Storage storage() {
        return contents;
    }

    /// Whether a plain read would find the key.
    boolean exists(String bucket, String key) {
        return versions(bucket, key)
                .filter(versions -> !versions.getLatest().isDeleted())
                .isPresent();
    }

    <T> T alone(String bucket, Supplier<T> work) {
        var lock = lock(bucket).writeLock();
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private <T> T together(String bucket, Supplier<T> work) {
        var lock = lock(bucket).readLock();
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public PutObjectAns putObject(String bucket, String key, PutObjectOptions options) {
        return alone(bucket, () -> {
            PutObjectAns put = ObjectService.super.putObject(bucket, key, options);
            changed(ObjectChange.Kind.CREATED, bucket, key, put.getVersionId(), options.getSize());
            return put;
        });
    }

    @Override
    public DeleteObjectAns deleteObject(String bucket, String key) {
        return deleteObject(bucket, key, null);
    }

    /// A version that is gone already is no fault.
    @Override
    public DeleteObjectAns deleteObject(String bucket, String key, @Nullable String version) {
        return alone(bucket, () -> {
            if (version != null
                    && all.getBucketMetadata(bucket).isPresent()
                    && versions(bucket, key)
                            .flatMap(versions -> versions.getVersionedObjectMetadata(version))
                            .isEmpty()) {
                return DeleteObjectAns.builder().versionId(version).build();
            }
            DeleteObjectAns deleted = ObjectService.super.deleteObject(bucket, key, version);
            ObjectChange.Kind kind = version == null ? ObjectChange.Kind.MARKED_DELETED : ObjectChange.Kind.REMOVED;
            changed(kind, bucket, key, deleted.getVersionId(), 0);
            return deleted;
        });
    }

    @Override
    public String putObjectTagging(String bucket, String key, @Nullable String version, String[][] tags) {
        return alone(bucket, () -> {
            String tagged = ObjectService.super.putObjectTagging(bucket, key, version, tags);
            saved.save(bucket, key, versions(bucket, key));
            return tagged;
        });
    }

    @Override
    public String deleteObjectTagging(String bucket, String key, @Nullable String version) {
        return alone(bucket, () -> {
            String cleared = ObjectService.super.deleteObjectTagging(bucket, key, version);
            saved.save(bucket, key, versions(bucket, key));
            return cleared;
        });
    }

    @Override
    public GetObjectTaggingAns getObjectTagging(String bucket, String key, @Nullable String version) {
        return together(bucket, () -> ObjectService.super.getObjectTagging(bucket, key, version));
    }

    @Override
    public GetObjectAns getObject(String bucket, String key, GetObjectOptions options) {
        return together(bucket, () -> ObjectService.super.getObject(bucket, key, options));
    }

    @Override
    public GetObjectAns headObject(String bucket, String key, GetObjectOptions options) {
        return together(bucket, () -> ObjectService.super.headObject(bucket, key, options));
    }

    @Override
    public UploadPartAns uploadPart(String bucket, String key, String upload, Integer part, UploadPartOptions options) {
        return alone(bucket, () -> ObjectService.super.uploadPart(bucket, key, upload, part, options));
    }

    Optional<BucketMetadata> bucket(String bucket) {
        return all.getBucketMetadata(bucket);
    }

    private Optional<ObjectMetadata> versions(String bucket, String key) {
        return bucket(bucket).flatMap(found -> found.getObjectMetadata(key));
    }

    private void changed(ObjectChange.Kind kind, String bucket, String key, @Nullable String version, long size) {
        saved.save(bucket, key, versions(bucket, key));
        String sequencer =
                String.format(Locale.ROOT, "%018X", IdUtils.defaultGenerator().nextId());
        changes.accept(new ObjectChange(kind, bucket, key, version == null ? "null" : version, size, sequencer));
    }

    private ReentrantReadWriteLock lock(String bucket) {
        return locks.computeIfAbsent(bucket, _ -> new ReentrantReadWriteLock());
    }
}
