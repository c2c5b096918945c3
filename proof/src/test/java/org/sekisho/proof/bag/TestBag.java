package org.sekisho.proof.bag;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a small bag that holds whatever a bag may hold, to be spoilt by tests. */
public final class TestBag {

    private final Map<String, byte[]> files = new TreeMap<>();

    private TestBag() {}

    /** A valid bag with both digests. */
    public static TestBag valid() {
        TestBag bag = new TestBag()
                .put("data/hello.txt", "hello\n")
                .put("data/sub/empty", "")
                .put("data/sub/100%", "percent\n")
                .put("bagit.txt", BagDeclaration.TEXT)
                .put(
                        "bag-info.txt",
                        "Source-Organization: Sekisho\nContact: a line\n\tthat goes on\nPayload-Oxum: 14.3\n")
                .put("keys/other.pem", "key\n");
        return bag.list();
    }

    /** The same with other content, manifests left as they are. */
    public TestBag put(String path, String content) {
        return put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    public TestBag put(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    public TestBag remove(String path) {
        files.remove(path);
        return this;
    }

    /** Writes all manifests anew. */
    public TestBag list() {
        files.keySet().removeIf(path -> path.contains("manifest-"));
        for (BagAlgorithm algorithm : BagAlgorithm.values()) {
            put(algorithm.manifest(), lines(algorithm, true));
        }
        return listTagFiles();
    }

    public TestBag listTagFiles() {
        files.keySet().removeIf(path -> path.startsWith("tagmanifest-"));
        Map<String, String> lists = new LinkedHashMap<>();
        for (BagAlgorithm algorithm : BagAlgorithm.values()) {
            lists.put(algorithm.tagManifest(), lines(algorithm, false));
        }
        lists.forEach(this::put);
        return this;
    }

    private String lines(BagAlgorithm algorithm, boolean payload) {
        StringBuilder lines = new StringBuilder();
        files.forEach((path, content) -> {
            if (path.startsWith("data/") == payload) {
                String digest = HexFormat.of().formatHex(algorithm.start().digest(content));
                lines.append(BagManifest.line(digest, path));
            }
        });
        return lines.toString();
    }

    public Map<String, byte[]> files() {
        return files;
    }

    /** What a file that is there holds. */
    public byte[] content(String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    public String text(String path) {
        return new String(content(path), StandardCharsets.UTF_8);
    }

    /** The bag in memory. */
    public BagSource source() {
        SortedMap<String, Long> sizes = new TreeMap<>();
        files.forEach((path, content) -> sizes.put(path, (long) content.length));
        return new BagSource() {
            @Override
            public SortedMap<String, Long> files() {
                return sizes;
            }

            @Override
            public InputStream open(String path) throws IOException {
                byte[] content = files.get(path);
                if (content == null) {
                    throw new BagException(BagProblem.MISSING, path);
                }
                return new ByteArrayInputStream(content);
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    /** The bag in a folder. */
    public Path writeTo(Path folder) {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path target = folder.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
