package org.sekisho.ejb.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.sekisho.domain.shared.Settings;

/** The file with the link to set up the first administrator, readable for whoever runs the server and nobody else. */
@ApplicationScoped
class FirstLink {

    private static final String FILE = "first-administrator-link";
    private static final String PATH = "/first-administrator?token=";

    @Inject
    private Settings settings;

    /** Writes the link, in place of one before; whole or not at all. */
    void write(String token) {
        Path file = file();
        try {
            Files.createDirectories(file.getParent(), only("rwx------"));
            Path part = file.resolveSibling(FILE + ".part");
            Files.deleteIfExists(part);
            Files.createFile(part, only("rw-------"));
            Files.writeString(part, settings.publicUrl() + PATH + token + System.lineSeparator());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Removes the file, where there is one. */
    void remove() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Permissions for the owner; where the file system knows none, the folder's own have to do. */
    private static FileAttribute<?>[] only(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private Path file() {
        return settings.keys().resolve(FILE);
    }
}
