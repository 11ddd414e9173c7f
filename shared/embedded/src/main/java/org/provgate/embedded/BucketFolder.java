package org.provgate.embedded;

import com.robothy.s3.core.model.internal.BucketMetadata;
import com.robothy.s3.core.model.internal.LocalS3Metadata;
import com.robothy.s3.core.model.internal.ObjectMetadata;
import com.robothy.s3.core.model.internal.VersionedObjectMetadata;
import com.robothy.s3.core.storage.MetadataStore;
import com.robothy.s3.core.storage.Storage;
import com.robothy.s3.core.util.JsonUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Buckets in a folder: `contents/` holds the bytes of every version under a number, `buckets/NAME/` one small file
/// for the bucket and one for each key, replaced in one step. A crash leaves at most bytes that no key names, or a
/// key that names bytes which were just deleted; both are cleared when the folder is opened.
///
/// Uploads in parts that were not completed do not survive.
final class BucketFolder implements MetadataStore<BucketMetadata> {

    private static final String BUCKET_FILE = "bucket.json";
    private static final String KEY_SUFFIX = ".key.json";
    private static final String UNFINISHED = ".tmp";

    private final Path buckets;
    private final Path contents;

    /// What a key's file holds.
    record KeyFile(String key, ObjectMetadata versions) {}

    private BucketFolder(Path buckets, Path contents) {
        this.buckets = buckets;
        this.contents = contents;
    }

    static BucketFolder open(Path folder) {
        try {
            return new BucketFolder(
                    Files.createDirectories(folder.resolve("buckets")),
                    Files.createDirectories(folder.resolve("contents")));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be made", e);
        }
    }

    Storage contents() {
        return Storage.createPersistent(contents);
    }

    LocalS3Metadata load() {
        LocalS3Metadata all = new LocalS3Metadata();
        Set<Long> held = list(contents).stream()
                .map(file -> Long.valueOf(file.getFileName().toString()))
                .collect(Collectors.toSet());
        Set<Long> orphans = new HashSet<>(held);
        for (Path folder : list(buckets)) {
            if (!Files.exists(folder.resolve(BUCKET_FILE))) {
                continue;
            }
            BucketMetadata bucket = fetch(folder.getFileName().toString());
            for (Path file : list(folder)) {
                String name = file.getFileName().toString();
                if (name.endsWith(UNFINISHED)) {
                    remove(file);
                } else if (name.endsWith(KEY_SUFFIX)) {
                    KeyFile found = JsonUtils.fromJson(file.toFile(), KeyFile.class);
                    found.versions().getVersionedObjectMap().values().removeIf(version -> lost(version, held));
                    if (!found.versions().getVersionedObjectMap().isEmpty()) {
                        bucket.putObjectMetadata(found.key(), found.versions());
                        found.versions()
                                .getVersionedObjectMap()
                                .values()
                                .forEach(version -> orphans.remove(version.getFileId()));
                    }
                }
            }
            all.addBucketMetadata(bucket);
        }
        orphans.forEach(orphan -> remove(contents.resolve(orphan.toString())));
        return all;
    }

    private static boolean lost(VersionedObjectMetadata version, Set<Long> held) {
        return !version.isDeleted() && !held.contains(version.getFileId());
    }

    void save(String bucket, String key, Optional<ObjectMetadata> versions) {
        Path file = buckets.resolve(bucket).resolve(digest(key) + KEY_SUFFIX);
        versions.ifPresentOrElse(found -> replace(file, JsonUtils.toJson(new KeyFile(key, found))), () -> remove(file));
    }

    @Override
    public BucketMetadata fetch(String bucket) {
        return JsonUtils.fromJson(buckets.resolve(bucket).resolve(BUCKET_FILE).toFile(), BucketMetadata.class);
    }

    @Override
    public String store(String name, BucketMetadata bucket) {
        try {
            Files.createDirectories(buckets.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("the bucket " + name + " cannot be kept", e);
        }
        replace(buckets.resolve(name).resolve(BUCKET_FILE), JsonUtils.toJson(withoutObjects(bucket)));
        return name;
    }

    @Override
    public void delete(String name) {
        list(buckets.resolve(name)).forEach(BucketFolder::remove);
        remove(buckets.resolve(name));
    }

    @Override
    public List<BucketMetadata> fetchAll() {
        return list(buckets).stream()
                .map(folder -> fetch(folder.getFileName().toString()))
                .toList();
    }

    private static BucketMetadata withoutObjects(BucketMetadata bucket) {
        BucketMetadata settings = new BucketMetadata();
        settings.setBucketName(bucket.getBucketName());
        settings.setCreationDate(bucket.getCreationDate());
        settings.setRegion(bucket.getRegion());
        settings.setVersioningEnabled(bucket.getVersioningEnabled());
        bucket.getTagging().ifPresent(settings::setTagging);
        bucket.getAcl().ifPresent(settings::setAcl);
        bucket.getPolicy().ifPresent(settings::setPolicy);
        bucket.getReplication().ifPresent(settings::setReplication);
        bucket.getEncryption().ifPresent(settings::setEncryption);
        bucket.getPublicAccessBlock().ifPresent(settings::setPublicAccessBlock);
        return settings;
    }

    private static void replace(Path file, String json) {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            Files.writeString(unfinished, json);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be written", e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be removed", e);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
        }
    }

    private static String digest(String key) {
        try {
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
