package org.sekisho.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * One jar in place of the server's three hundred. A class that isn't found, and a server asks for thousands of such, is then missed
 * once instead of three hundred times, which is a quarter of what a start computes. As on a class path, of two files with one name
 * the first counts; only lists that are read from every jar are joined. Nothing is compressed: that would cost each start again.
 */
final class ServerJar {

    private static final List<String> JOINED = List.of("META-INF/services/", "META-INF/hk2-locator/");
    private static final String VERSIONS = "META-INF/versions/";

    private final ZipOutputStream target;
    private final Set<String> written = new HashSet<>();
    private final Map<String, StringBuilder> joined = new LinkedHashMap<>();

    private ServerJar(ZipOutputStream target) {
        this.target = target;
    }

    /**
     * Joins jars.
     *
     * @param classPath jars in their order
     * @param leftOut lines that joined lists don't get
     */
    static void write(List<Path> classPath, Predicate<String> leftOut, Path file) throws IOException {
        try (OutputStream content = Files.newOutputStream(file);
                ZipOutputStream target = new ZipOutputStream(content)) {
            target.setMethod(ZipOutputStream.STORED);
            ServerJar jar = new ServerJar(target);
            jar.addManifest();
            for (Path each : classPath) {
                jar.add(each);
            }
            for (Map.Entry<String, StringBuilder> list : jar.joined.entrySet()) {
                String lines = list.getValue()
                        .toString()
                        .lines()
                        .filter(leftOut.negate())
                        .collect(Collectors.joining("\n", "", "\n"));
                jar.put(list.getKey(), lines.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void addManifest() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        manifest.write(text);
        written.add(JarFile.MANIFEST_NAME);
        put(JarFile.MANIFEST_NAME, text.toByteArray());
    }

    private void add(Path jar) throws IOException {
        try (JarFile source = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ)) {
            boolean versions = source.isMultiRelease();
            for (ZipEntry entry : (Iterable<ZipEntry>) source.stream().map(ZipEntry.class::cast)::iterator) {
                String name = entry.getName();
                if (isOfItsJarOnly(name) || (name.startsWith(VERSIONS) && !versions)) {
                    continue;
                }
                try (InputStream content = source.getInputStream(entry)) {
                    if (!entry.isDirectory() && JOINED.stream().anyMatch(name::startsWith)) {
                        joined.computeIfAbsent(name, fresh -> new StringBuilder())
                                .append(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                                .append('\n');
                    } else if (written.add(name)) {
                        begin(name, entry.getSize(), entry.getCrc());
                        content.transferTo(target);
                        target.closeEntry();
                    }
                }
            }
        }
    }

    /** What speaks about the jar and not about what is in it. */
    private static boolean isOfItsJarOnly(String name) {
        return name.endsWith("module-info.class") || name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    private void put(String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        begin(name, content.length, sum.getValue());
        target.write(content);
        target.closeEntry();
    }

    private void begin(String name, long size, long sum) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(size);
        entry.setCompressedSize(size);
        entry.setCrc(sum);
        target.putNextEntry(entry);
    }
}
