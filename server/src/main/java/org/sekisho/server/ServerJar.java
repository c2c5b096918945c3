package org.sekisho.server;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
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
 *
 * <p>What isn't a class but speaks about some stands in a second, small jar: server and Faces look through every entry of a jar with a
 * manifest in search of such files. Of classes that a jar has in versions for several releases of Java the running one's is taken.
 */
final class ServerJar {

    private static final List<String> JOINED = List.of("META-INF/services/", "META-INF/hk2-locator/");
    private static final String VERSIONS = "META-INF/versions/";

    /** What goes into the second jar; with it classes by which the server finds a jar in order to look through it. */
    private static final List<String> LOOKED_THROUGH = List.of(
            "META-INF/",
            "MICRO-INF/",
            "com/sun/appserv/web/taglibs/cache/CacheTag.class",
            "com/sun/faces/spi/InjectionProvider.class",
            "fish/payara/micro/PayaraMicro.class",
            "org/apache/taglibs/standard/Version.class",
            "org/glassfish/jersey/server/mvc/jsp/Include.class");

    private final ZipOutputStream classes;
    private final ZipOutputStream rest;
    private final Set<String> written = new HashSet<>();
    private final Map<String, StringBuilder> joined = new LinkedHashMap<>();

    private ServerJar(ZipOutputStream classes, ZipOutputStream rest) {
        this.classes = classes;
        this.rest = rest;
    }

    /**
     * Joins jars.
     *
     * @param classPath jars in their order
     * @param leftOut lines that joined lists don't get
     * @param classes becomes the jar of classes
     * @param rest becomes the jar of what is looked through
     */
    static void write(List<Path> classPath, Predicate<String> leftOut, Path classes, Path rest) throws IOException {
        try (ZipOutputStream many = stored(classes);
                ZipOutputStream few = stored(rest)) {
            ServerJar jar = new ServerJar(many, few);
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

    /**
     * Writes a jar again without compression.
     *
     * @param changed a jar whose files stand in for those of the same names; it may be the same
     */
    static void store(Path jar, Path changed) throws IOException {
        Path draft = jar.resolveSibling(jar.getFileName() + ".new");
        try (JarFile source = new JarFile(jar.toFile());
                JarFile substitute = new JarFile(changed.toFile());
                ZipOutputStream target = stored(draft)) {
            for (ZipEntry entry : (Iterable<ZipEntry>) source.stream().map(ZipEntry.class::cast)::iterator) {
                ZipEntry other = substitute.getEntry(entry.getName());
                if (other == null || entry.isDirectory()) {
                    copy(source, entry, entry.getName(), target);
                } else {
                    copy(substitute, other, entry.getName(), target);
                }
            }
        }
        Files.move(draft, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static ZipOutputStream stored(Path file) throws IOException {
        ZipOutputStream target = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        target.setMethod(ZipOutputStream.STORED);
        return target;
    }

    private void addManifest() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        manifest.write(text);
        written.add(JarFile.MANIFEST_NAME);
        put(JarFile.MANIFEST_NAME, text.toByteArray());
    }

    private void add(Path jar) throws IOException {
        try (JarFile source = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            for (JarEntry entry : (Iterable<JarEntry>) source.versionedStream()::iterator) {
                String name = entry.getName();
                if (isOfItsJarOnly(name)) {
                    continue;
                }
                if (!entry.isDirectory() && JOINED.stream().anyMatch(name::startsWith)) {
                    try (InputStream content = source.getInputStream(entry)) {
                        joined.computeIfAbsent(name, fresh -> new StringBuilder())
                                .append(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                                .append('\n');
                    }
                } else if (written.add(name)) {
                    copy(source, entry, name, target(name));
                }
            }
        }
    }

    /** What speaks about the jar and not about what is in it. */
    private static boolean isOfItsJarOnly(String name) {
        return name.startsWith(VERSIONS)
                || name.endsWith("module-info.class")
                || name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    private ZipOutputStream target(String name) {
        return LOOKED_THROUGH.stream().anyMatch(name::startsWith) ? rest : classes;
    }

    private static void copy(JarFile source, ZipEntry entry, String name, ZipOutputStream target) throws IOException {
        try (InputStream content = source.getInputStream(entry)) {
            begin(name, entry.getSize(), entry.getCrc(), target);
            content.transferTo(target);
            target.closeEntry();
        }
    }

    private void put(String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipOutputStream target = target(name);
        begin(name, content.length, sum.getValue(), target);
        target.write(content);
        target.closeEntry();
    }

    private static void begin(String name, long size, long sum, ZipOutputStream target) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(size);
        entry.setCompressedSize(size);
        entry.setCrc(sum);
        target.putNextEntry(entry);
    }
}
