package org.sekisho.persistence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.sekisho.domain.shared.Ids;

/** Files and folders that only the account of the portal may read, and that are on the disk when a method returns. */
final class PrivateFiles {

    private static final FileAttribute<?> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?>[] NONE = {};

    private PrivateFiles() {}

    /** Makes a folder, and those above it, where there is none. */
    static void makeFolder(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            return;
        }
        Path above = absolute.getParent();
        if (above != null) {
            makeFolder(above);
        }
        try {
            Files.createDirectory(absolute, isPosix(absolute.getFileSystem()) ? new FileAttribute<?>[] {FOLDER} : NONE);
        } catch (FileAlreadyExistsException e) {
            // Another thread or node was faster, unless a file is in the way.
            if (!Files.isDirectory(absolute)) {
                throw e;
            }
        }
        if (above != null) {
            force(above);
        }
    }

    /** A new file to write. */
    static FileChannel create(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                isPosix(file.getFileSystem()) ? new FileAttribute<?>[] {FILE} : NONE);
    }

    /**
     * Puts a file in its place with all its content at once, unless there is one: of several processes one wins, and nobody sees
     * half a file. That takes a hard link; a rename would replace the winner's file.
     *
     * @return whether this call made it
     */
    static boolean createWhole(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("No folder to write in: " + file);
        }
        makeFolder(folder);
        Path unfinished = folder.resolve(Ids.next() + ".new");
        try {
            try (FileChannel channel = create(unfinished)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.createLink(file, unfinished);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.deleteIfExists(unfinished);
            force(folder);
        }
    }

    /** Renames within one file system; the folders are on the disk afterwards. */
    static void move(Path from, Path folder, String name) throws IOException {
        makeFolder(folder);
        Files.move(from, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        force(folder);
    }

    /** Puts a folder's list of files on the disk. */
    static void force(Path folder) throws IOException {
        // Windows doesn't open folders, and needs no such thing.
        if (isPosix(folder.getFileSystem())) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean isPosix(FileSystem system) {
        return system.supportedFileAttributeViews().contains("posix");
    }
}
