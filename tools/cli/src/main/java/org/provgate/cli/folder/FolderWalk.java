package org.provgate.cli.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.provgate.cli.CannotRunException;

/// Lists a submission's folder without following links out of it and without opening anything.
public final class FolderWalk {

    /// A manifest may name 100,000 files; documents come on top.
    public static final int FILE_LIMIT = 200_000;

    /// What a version control system keeps for itself is no part of a submission.
    private static final String VERSION_CONTROL = ".git";

    private static final char REPLACEMENT = '\uFFFD';

    private FolderWalk() {}

    /// Every file below the folder, by path.
    public static List<FoundFile> of(Path folder) {
        try {
            Path root = folder.toRealPath();
            Visitor visitor = new Visitor(root);
            Files.walkFileTree(root, visitor);
            visitor.found.sort(Comparator.comparing(FoundFile::path));
            return visitor.found;
        } catch (IOException fault) {
            throw new CannotRunException("%s cannot be read: %s".formatted(folder, fault.getMessage()), fault);
        }
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {

        private final Path root;
        private final List<FoundFile> found = new ArrayList<>();

        Visitor(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.endsWith(VERSION_CONTROL) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (found.size() >= FILE_LIMIT) {
                throw new CannotRunException("%s holds more than %,d files".formatted(root, FILE_LIMIT));
            }
            found.add(classify(file, attributes));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException fault) {
            found.add(new FoundFile.Unusable(
                    relative(file),
                    fault instanceof AccessDeniedException
                            ? "reading it is not allowed"
                            : "it cannot be opened (%s)"
                                    .formatted(fault.getClass().getSimpleName())));
            return FileVisitResult.CONTINUE;
        }

        private FoundFile classify(Path file, BasicFileAttributes attributes) throws IOException {
            String path = relative(file);
            if (path.indexOf(REPLACEMENT) >= 0) {
                return new FoundFile.Unusable(path, "its name is not UTF-8");
            }
            if (attributes.isSymbolicLink()) {
                return link(file, path);
            }
            if (attributes.isOther()) {
                return new FoundFile.Unusable(path, "it is a socket, a pipe or a device");
            }
            return Files.isReadable(file)
                    ? new FoundFile.Regular(path, file, attributes.size())
                    : new FoundFile.Unusable(path, "reading it is not allowed");
        }

        private FoundFile link(Path file, String path) {
            try {
                Path target = file.toRealPath();
                if (!target.startsWith(root)) {
                    return new FoundFile.Unusable(path, "it is a link that leaves the folder");
                }
                return Files.isRegularFile(target)
                        ? new FoundFile.Regular(path, target, Files.size(target))
                        : new FoundFile.Unusable(path, "it is a link to something that is not a file");
            } catch (IOException dangling) {
                return new FoundFile.Unusable(path, "it is a link that leads nowhere");
            }
        }

        private String relative(Path file) {
            StringBuilder path = new StringBuilder();
            for (Path segment : root.relativize(file)) {
                path.append(path.isEmpty() ? "" : "/").append(segment);
            }
            return path.toString();
        }
    }
}
