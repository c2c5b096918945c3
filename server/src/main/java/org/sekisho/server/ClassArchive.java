package org.sekisho.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The archive of classes that the Java virtual machine shares between runs (AppCDS); it halves the time to start. The first run of a
 * version writes it while it ends in order. It belongs to one Java virtual machine, one server and one portal, and is only ever an
 * aid: one that is missing, cut off or not accepted costs time and nothing else.
 */
final class ClassArchive {

    private static final int NAME_BYTES = 8;

    /** What a run has to do with the archive. */
    private enum Part {
        /** Starts from it. */
        USES,
        /** Writes it while it ends. */
        RECORDS,
        /** Nothing: some options of Java, an agent's for instance, don't go with recording. */
        IGNORES
    }

    private final Path file;
    private final Part part;

    private ClassArchive(Path file, Part part) {
        this.file = file;
        this.part = part;
    }

    /** Finds the archive that fits, and removes those that don't. */
    static ClassArchive of(Folders folders, ServerImage image) throws IOException {
        Path file = folders.runtime().resolve("classes-" + name(image) + ".jsa");
        removeOthers(folders.runtime(), file);
        boolean complete = Files.exists(file)
                && Files.exists(size(file))
                && Files.readString(size(file)).equals(Long.toString(Files.size(file)));
        ClassArchive archive = new ClassArchive(file, complete ? Part.USES : Part.RECORDS);
        if (!complete) {
            archive.remove();
        }
        return archive;
    }

    /** Options of the run: use the archive, or write one at the end. */
    List<String> options() {
        return switch (part) {
            case USES -> List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto");
            case RECORDS -> List.of("-XX:ArchiveClassesAtExit=" + draft());
            case IGNORES -> List.of();
        };
    }

    /** Whether the run writes the archive when it ends, which takes a while. */
    boolean isRecorded() {
        return part == Part.RECORDS;
    }

    /** Whether a run that broke off early may have done so for the archive's sake. */
    boolean isIgnored() {
        return part == Part.IGNORES;
    }

    /** After a run that ended in order: the next one uses what it wrote. */
    void keep() {
        try {
            if (isRecorded() && Files.exists(draft())) {
                Files.move(draft(), file, StandardCopyOption.ATOMIC_MOVE);
                // Written last: without it the archive isn't taken for complete.
                PrivateFiles.write(size(file), Long.toString(Files.size(file)).getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException failure) {
            Log.warn("The archive of classes could not be kept", failure);
        }
    }

    /** After a run that broke off early: one that used an archive is followed by one that writes a new one, any other by one without. */
    ClassArchive discard() throws IOException {
        remove();
        return new ClassArchive(file, part == Part.USES ? Part.RECORDS : Part.IGNORES);
    }

    private void remove() throws IOException {
        Files.deleteIfExists(size(file));
        Files.deleteIfExists(file);
        Files.deleteIfExists(draft());
    }

    private Path draft() {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    private static Path size(Path file) {
        return file.resolveSibling(file.getFileName() + ".size");
    }

    private static String name(ServerImage image) {
        String identity =
                String.join("\n", System.getProperty("java.vm.version"), System.getProperty("java.home"), image.name());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void removeOthers(Path folder, Path file) throws IOException {
        List<Path> others;
        String own = file.getFileName().toString();
        try (Stream<Path> paths = Files.list(folder)) {
            others = paths.filter(path -> path.getFileName().toString().startsWith("classes-"))
                    .filter(path -> !path.getFileName().toString().startsWith(own))
                    .toList();
        }
        for (Path other : others) {
            Files.delete(other);
        }
    }
}
