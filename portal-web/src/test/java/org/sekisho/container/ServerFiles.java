package org.sekisho.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the server writes to disks: its own folders, the portal's, the temporary one, and every file it has open, deleted or not. */
final class ServerFiles {

    private static final int BLOCK = 1024 * 1024;

    private final Instant since;
    private final List<Path> folders;

    /** @param since only what was written from then on */
    ServerFiles(Instant since, Path... more) {
        this.since = since;
        this.folders = new ArrayList<>(List.of(more));
        folders.add(Path.of(System.getProperty("com.sun.aas.instanceRoot")));
        folders.add(Path.of("/proc/self/fd"));
    }

    /** How many bytes were written. */
    long size() {
        return written().stream().mapToLong(ServerFiles::size).sum();
    }

    /** How many bytes the files of one folder have. */
    static long sizeBelow(Path folder) {
        return new ServerFiles(Instant.EPOCH)
                .below(folder, 1).stream().mapToLong(ServerFiles::size).sum();
    }

    /** The files in which the text can be read. */
    List<String> holding(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        return written().stream()
                .filter(file -> holds(file, new String(wanted, StandardCharsets.ISO_8859_1)))
                .map(Path::toString)
                .toList();
    }

    private List<Path> written() {
        List<Path> found = new ArrayList<>();
        folders.forEach(folder -> found.addAll(below(folder, Integer.MAX_VALUE)));
        found.addAll(below(Path.of(System.getProperty("java.io.tmpdir")), 1));
        return found;
    }

    private List<Path> below(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(this::isWritten).toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private boolean isWritten(Path file) {
        try {
            return Files.isRegularFile(file)
                    && !Files.getLastModifiedTime(file).toInstant().isBefore(since);
        } catch (IOException gone) {
            return false;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static boolean holds(Path file, String wanted) {
        try (InputStream content = Files.newInputStream(file)) {
            String before = "";
            for (byte[] block = content.readNBytes(BLOCK); block.length > 0; block = content.readNBytes(BLOCK)) {
                String text = before + new String(block, StandardCharsets.ISO_8859_1);
                if (text.contains(wanted)) {
                    return true;
                }
                before = text.substring(Math.max(0, text.length() - wanted.length()));
            }
            return false;
        } catch (IOException gone) {
            return false;
        }
    }
}
