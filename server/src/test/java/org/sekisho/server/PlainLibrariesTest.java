package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainLibrariesTest {

    @TempDir
    private Path portal;

    @Test
    void onlyLibrariesInWhichNothingRegistersItselfAreTaken() throws IOException {
        library("plain-1.0.jar", "a/B.class", "nothing special");
        library("uses.jar", "a/C.class", "…Ljakarta/inject/Inject;…Ljakarta/persistence/EntityManager;…");
        library("beans.jar", "a/D.class", "…Ljakarta/inject/Inject;…Ljakarta/enterprise/context/ApplicationScoped;…");
        library("entities.jar", "a/E.class", "Ljakarta/persistence/Entity;");
        library("text.jar", "about.txt", "Ljakarta/persistence/Entity;");
        assertEquals(
                List.of(library("plain-1.0.jar"), library("text.jar"), library("uses.jar")),
                PlainLibraries.take(portal, taken()));
        assertEquals(List.of("plain-1.0.jar", "text.jar", "uses.jar"), names(taken()));
        assertEquals(List.of("beans.jar", "entities.jar"), names(portal.resolve("WEB-INF/lib")));
        assertEquals(
                List.of("WEB-INF", "WEB-INF__lib__entities_jar", "taken"), names(portal), "entities aren't searched");
    }

    @Test
    void aProgramIsTakenAndItsFileStays() throws IOException {
        Path file = Files.createDirectories(portal.resolve("WEB-INF/lib")).resolve("sekisho-verify.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "a.Verify");
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
        assertEquals(List.of(library("sekisho-verify.jar")), PlainLibraries.take(portal, taken()));
        assertEquals(List.of("sekisho-verify.jar"), names(portal.resolve("WEB-INF/lib")));
        assertEquals(
                List.of("WEB-INF", "WEB-INF__lib__sekisho-verify_jar", "taken"), names(portal), "it isn't searched");
    }

    @Test
    void aPortalWithoutLibrariesHasNone() throws IOException {
        assertEquals(List.of(), PlainLibraries.take(portal, taken()));
        assertEquals(List.of(), names(taken()));
    }

    private Path taken() {
        return portal.resolve("taken");
    }

    private Path library(String name) {
        return taken().resolve(name);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
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
