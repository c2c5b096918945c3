package org.sekisho.proof.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A bag that stands unpacked in a folder. Symbolic links are refused, not followed. */
public final class BagDirectory implements BagSource {

    /** What Java puts for bytes of a name that it can't decode; the file couldn't be opened by such a name. */
    private static final char UNREADABLE = '\ufffd';

    private final Path root;
    private final SortedMap<String, Long> files;

    private BagDirectory(Path root, SortedMap<String, Long> files) {
        this.root = root;
        this.files = Collections.unmodifiableSortedMap(files);
    }

    /** @param root the folder that holds bagit.txt */
    public static BagDirectory open(Path root, BagLimits limits) throws IOException {
        Walk walk = new Walk(root, limits);
        Files.walkFileTree(root, walk);
        return new BagDirectory(root, walk.files);
    }

    @Override
    public SortedMap<String, Long> files() {
        return files;
    }

    @Override
    public InputStream open(String path) throws IOException {
        if (!files.containsKey(path)) {
            throw new BagException(BagProblem.MISSING, path);
        }
        return Files.newInputStream(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void close() {
        // Each file is opened and closed on its own.
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path root;
        private final BagLimits limits;
        private final SortedMap<String, Long> files = new TreeMap<>();
        private final BagPaths paths = new BagPaths();
        private long bytes;

        private Walk(Path root, BagLimits limits) {
            this.root = root;
            this.limits = limits;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String path = root.relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/");
            if (path.indexOf(UNREADABLE) >= 0) {
                throw new BagException(BagProblem.UNREADABLE_NAME, path);
            }
            if (!attributes.isRegularFile()) {
                throw new BagException(BagProblem.NOT_A_FILE, path);
            }
            paths.addFile(path);
            files.put(path, attributes.size());
            bytes += attributes.size();
            if (files.size() > limits.files()) {
                throw new BagException(BagProblem.TOO_MANY_FILES, path);
            }
            if (bytes > limits.bytes()) {
                throw new BagException(BagProblem.TOO_LARGE, path);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
