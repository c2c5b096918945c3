package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerJarTest {

    @TempDir
    private Path folder;

    @Test
    void theFirstFileOfANameCountsAndListsAreJoined() throws IOException {
        Path first = jar(
                "first.jar",
                Map.of(
                        "a/Text.txt", "first",
                        "META-INF/services/a.Service", "one",
                        "META-INF/versions/17/a/Text.txt", "not multi-release",
                        "META-INF/SIGNED.SF", "signature",
                        "module-info.class", "module"));
        Path second = jar(
                "second.jar",
                Map.of("a/Text.txt", "second", "a/Other.txt", "other", "META-INF/services/a.Service", "left-out\ntwo"));
        Path classes = folder.resolve("classes.jar");
        Path rest = folder.resolve("rest.jar");
        ServerJar.write(List.of(first, second), "left-out"::equals, classes, rest);
        try (JarFile jar = new JarFile(classes.toFile())) {
            assertEquals("first", text(jar, "a/Text.txt"));
            assertEquals("other", text(jar, "a/Other.txt"));
            assertEquals(List.of("a/Other.txt", "a/Text.txt"), names(jar));
            assertTrue(jar.stream().allMatch(entry -> entry.getMethod() == ZipEntry.STORED));
        }
        try (JarFile jar = new JarFile(rest.toFile())) {
            assertEquals("one\ntwo\n", text(jar, "META-INF/services/a.Service"));
            assertEquals(List.of("META-INF/MANIFEST.MF", "META-INF/services/a.Service"), names(jar));
            assertTrue(jar.stream().allMatch(entry -> entry.getMethod() == ZipEntry.STORED));
        }
    }

    @Test
    void ofSeveralVersionsTheOneForThisJavaIsTaken() throws IOException {
        Path versions = jar(
                "versions.jar",
                Map.of(
                        JarFile.MANIFEST_NAME,
                        "Manifest-Version: 1.0\nMulti-Release: true\n\n",
                        "a/Text.txt",
                        "old",
                        "META-INF/versions/11/a/Text.txt",
                        "new",
                        "META-INF/versions/11/a/Only.txt",
                        "only new",
                        "META-INF/versions/999/a/Text.txt",
                        "far future"));
        Path classes = folder.resolve("classes.jar");
        ServerJar.write(List.of(versions), line -> false, classes, folder.resolve("rest.jar"));
        try (JarFile jar = new JarFile(classes.toFile())) {
            assertEquals("new", text(jar, "a/Text.txt"));
            assertEquals(List.of("a/Only.txt", "a/Text.txt"), names(jar));
        }
    }

    @Test
    void aJarIsWrittenAgainWithoutCompression() throws IOException {
        Path packed = jar("packed.jar", Map.of("a/", "", "a/Text.txt", "text", "a/Other.txt", "other"));
        ServerJar.store(packed, jar("changed.jar", Map.of("a/Text.txt", "changed")));
        try (JarFile jar = new JarFile(packed.toFile())) {
            assertEquals("changed", text(jar, "a/Text.txt"));
            assertEquals("other", text(jar, "a/Other.txt"));
            assertEquals(List.of("a/", "a/Other.txt", "a/Text.txt"), names(jar), "folders can be listed as before");
            assertTrue(jar.stream().allMatch(entry -> entry.getMethod() == ZipEntry.STORED));
        }
    }

    private static List<String> names(JarFile jar) {
        return jar.stream().map(ZipEntry::getName).sorted().toList();
    }

    private static String text(JarFile jar, String name) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private Path jar(String name, Map<String, String> files) throws IOException {
        Path file = folder.resolve(name);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            // The manifest comes first, or it isn't taken for one.
            for (Map.Entry<String, String> each : new TreeMap<>(files).entrySet()) {
                jar.putNextEntry(new JarEntry(each.getKey()));
                jar.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
