package org.sekisho.proof.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A bag in a ZIP file, under one top folder. Nothing is unpacked to disk; memory holds the names, never content. What a
 * ZIP file declares is checked before any of it is unpacked, and nothing is unpacked beyond what it declares.
 */
public final class BagZip implements BagSource {

    private final FileChannel channel;
    private final String folder;
    private final Map<String, ZipRecord> entries;
    private final SortedMap<String, Long> files;

    private BagZip(FileChannel channel, String folder, Map<String, ZipRecord> entries) {
        this.channel = channel;
        this.folder = folder;
        this.entries = entries;
        SortedMap<String, Long> sizes = new TreeMap<>();
        entries.forEach((path, entry) -> sizes.put(path, entry.size()));
        this.files = Collections.unmodifiableSortedMap(sizes);
    }

    /** @throws BagException when the file is no sound ZIP file, exceeds a limit, or holds what no bag may hold */
    public static BagZip open(Path file, BagLimits limits) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            List<ZipRecord> records = ZipArchive.read(channel, limits);
            checkSizes(records, channel.size(), limits);
            String folder = folder(records);
            return new BagZip(channel, folder, byPath(records, folder));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void checkSizes(List<ZipRecord> records, long packed, BagLimits limits) throws BagException {
        long limit = limits.bytes();
        if (packed < limits.bytes() / limits.ratio()) {
            limit = Math.min(limit, Math.max(packed * limits.ratio(), BagLimits.RATIO_MATTERS_FROM));
        }
        long unpacked = 0;
        for (ZipRecord entry : records) {
            if (entry.size() > limit - unpacked) {
                throw new BagException(BagProblem.TOO_LARGE, entry.name());
            }
            unpacked += entry.size();
        }
    }

    private static String folder(List<ZipRecord> records) throws BagException {
        String first = records.isEmpty() ? "" : records.get(0).name();
        int slash = first.indexOf('/');
        if (slash <= 0) {
            throw new BagException(BagProblem.NO_TOP_FOLDER, first);
        }
        return first.substring(0, slash);
    }

    private static Map<String, ZipRecord> byPath(List<ZipRecord> records, String folder) throws BagException {
        Map<String, ZipRecord> entries = new HashMap<>();
        BagPaths paths = new BagPaths();
        for (ZipRecord entry : records) {
            String name = entry.name();
            if (!name.startsWith(folder + "/")) {
                throw new BagException(BagProblem.NO_TOP_FOLDER, name);
            }
            if (entry.isFolder()) {
                paths.addFolder(name.substring(0, name.length() - 1));
            } else {
                paths.addFile(name);
                entries.put(name.substring(folder.length() + 1), entry);
            }
        }
        return entries;
    }

    /** The name of the top folder. */
    public String folder() {
        return folder;
    }

    @Override
    public SortedMap<String, Long> files() {
        return files;
    }

    @Override
    public InputStream open(String path) throws IOException {
        ZipRecord entry = entries.get(path);
        if (entry == null) {
            throw new BagException(BagProblem.MISSING, path);
        }
        return ZipEntryStream.open(channel, entry);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
