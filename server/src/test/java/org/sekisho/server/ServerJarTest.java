package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        Path merged = folder.resolve("merged.jar");
        ServerJar.write(List.of(first, second), "left-out"::equals, merged);
        try (JarFile jar = new JarFile(merged.toFile())) {
            assertEquals("first", text(jar, "a/Text.txt"));
            assertEquals("other", text(jar, "a/Other.txt"));
            assertEquals("one\ntwo\n", text(jar, "META-INF/services/a.Service"));
            assertNull(jar.getEntry("META-INF/versions/17/a/Text.txt"));
            assertNull(jar.getEntry("META-INF/SIGNED.SF"));
            assertNull(jar.getEntry("module-info.class"));
            assertTrue(jar.isMultiRelease());
            assertTrue(jar.stream().allMatch(entry -> entry.getMethod() == ZipEntry.STORED));
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private Path jar(String name, Map<String, String> files) throws IOException {
        Path file = folder.resolve(name);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> each : files.entrySet()) {
                jar.putNextEntry(new JarEntry(each.getKey()));
                jar.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
