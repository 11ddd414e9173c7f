package org.provgate.cli.command;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.provgate.cli.CannotRunException;
import org.provgate.cli.Console;
import org.provgate.cli.folder.ManifestChoice;
import org.provgate.core.claim.Word;

/// Arguments as they are typed, turned into what they mean, or into a sentence.
final class Arguments {

    private Arguments() {}

    static <E extends Enum<E> & Word> E word(Class<E> type, String option, String typed) {
        return Word.parse(type, typed)
                .orElseThrow(() -> new CannotRunException(
                        "%s takes %s, not \"%s\"".formatted(option, String.join(", ", Word.all(type)), typed)));
    }

    static LocalDate day(String option, String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException form) {
            throw new CannotRunException("%s takes a day as YYYY-MM-DD, not \"%s\"".formatted(option, typed), form);
        }
    }

    static Path existing(Console console, String typed) {
        Path path;
        try {
            path = console.path(typed);
        } catch (InvalidPathException form) {
            throw new CannotRunException("\"%s\" is no path on this machine".formatted(typed), form);
        }
        if (!Files.exists(path)) {
            throw new CannotRunException(typed + " does not exist");
        }
        if (!Files.isReadable(path)) {
            throw new CannotRunException(typed + " cannot be read: permission denied");
        }
        return path;
    }

    static Path folder(Console console, String typed) {
        Path folder = existing(console, typed);
        if (!Files.isDirectory(folder)) {
            throw new CannotRunException(typed + " is a file; a submission is a folder");
        }
        return folder;
    }

    /// The manifest is named as the folder names it, when it lies there.
    static ManifestChoice manifest(Console console, Path folder, String typed) {
        Path file = existing(console, typed);
        if (!Files.isRegularFile(file)) {
            throw new CannotRunException(typed + " is not a file; --manifest names one manifest");
        }
        Path from = folder.toAbsolutePath().normalize();
        Path to = file.toAbsolutePath().normalize();
        Path name = to.getFileName();
        String shown = to.startsWith(from) ? from.relativize(to).toString() : name == null ? typed : name.toString();
        return new ManifestChoice.Given(shown, file);
    }

    /// All or nothing: a reader never sees half a report.
    static void write(Path file, String typed, byte[] bytes) {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CannotRunException("%s cannot be written: its folder does not exist".formatted(typed));
        }
        Path name = target.getFileName();
        Path part = folder.resolve(
                ".%s.%d.part".formatted(name, ProcessHandle.current().pid()));
        try {
            Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (Files.exists(target) && Files.getFileStore(target).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(target));
            }
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException otherDisk) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException fault) {
            discard(part);
            throw new CannotRunException("%s cannot be written: %s".formatted(typed, fault.getMessage()), fault);
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException leftBehind) {
            throw new CannotRunException("%s was begun and cannot be removed".formatted(part), leftBehind);
        }
    }
}
