package org.provgate.embedded;

import com.robothy.s3.core.model.internal.BucketMetadata;
import com.robothy.s3.core.model.internal.LocalS3Metadata;
import com.robothy.s3.core.service.BucketService;
import com.robothy.s3.core.service.InMemoryBucketService;
import com.robothy.s3.core.service.manager.LocalS3ServicesInvocationHandler;
import com.robothy.s3.core.storage.MetadataStore;
import com.robothy.s3.core.storage.Storage;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The buckets and the objects of one server.
record Stores(BucketService buckets, VersionedObjects objects) {

    static Stores open(Keep keep, Consumer<ObjectChange> changes) {
        return switch (keep) {
            case Keep.InMemory _ -> {
                LocalS3Metadata all = new LocalS3Metadata();
                yield new Stores(
                        buckets(all, null),
                        new VersionedObjects(all, Storage.createInMemory(), (_, _, _) -> {}, changes));
            }
            case Keep.InFolder(var path) -> {
                BucketFolder folder = BucketFolder.open(path);
                LocalS3Metadata all = folder.load();
                yield new Stores(
                        buckets(all, folder), new VersionedObjects(all, folder.contents(), folder::save, changes));
            }
        };
    }

    /// @param saved the library's own sign for "nowhere" is null
    private static BucketService buckets(LocalS3Metadata all, @Nullable MetadataStore<BucketMetadata> saved) {
        BucketService inMemory = InMemoryBucketService.create(all);
        return (BucketService) Proxy.newProxyInstance(
                BucketService.class.getClassLoader(),
                new Class<?>[] {BucketService.class},
                new LocalS3ServicesInvocationHandler<>(
                        inMemory, name -> all.getBucketMetadata(name).orElseThrow(), saved));
    }
}
