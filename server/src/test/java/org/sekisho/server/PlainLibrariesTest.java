package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainLibrariesTest {

    @TempDir
    private Path portal;

    @Test
    void onlyLibrariesInWhichNothingRegistersItselfAreMarked() throws IOException {
        library("plain-1.0.jar", "a/B.class", "nothing special");
        library("uses.jar", "a/C.class", "…Ljakarta/inject/Inject;…Ljakarta/persistence/EntityManager;…");
        library("beans.jar", "a/D.class", "…Ljakarta/inject/Inject;…Ljakarta/enterprise/context/ApplicationScoped;…");
        library("entities.jar", "a/E.class", "Ljakarta/persistence/Entity;");
        library("text.jar", "about.txt", "Ljakarta/persistence/Entity;");
        PlainLibraries.mark(portal);
        assertTrue(Files.isDirectory(portal.resolve("WEB-INF__lib__plain-1.0_jar")));
        assertTrue(Files.isDirectory(portal.resolve("WEB-INF__lib__uses_jar")));
        assertTrue(Files.isDirectory(portal.resolve("WEB-INF__lib__text_jar")));
        assertFalse(Files.exists(portal.resolve("WEB-INF__lib__beans_jar")));
        assertFalse(Files.exists(portal.resolve("WEB-INF__lib__entities_jar")));
    }

    @Test
    void aPortalWithoutLibrariesIsLeftAlone() throws IOException {
        PlainLibraries.mark(portal);
        try (var files = Files.list(portal)) {
            assertTrue(files.findAny().isEmpty());
        }
    }

    private void library(String name, String entry, String content) throws IOException {
        Path file = Files.createDirectories(portal.resolve("WEB-INF/lib")).resolve(name);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry(entry));
            jar.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
