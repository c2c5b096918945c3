package org.sekisho.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Libraries of the portal in which no class registers itself with the server by an annotation of Jakarta EE. Within the portal, the server would read
 * and partly load each of their classes at each start, in search of such, and they would be parsed anew each time, since the archive
 * of shared classes holds only what stands on the class path. So there they go; the portal sees them as before. Libraries of entities
 * stay, since their classes are woven when the portal loads them, but aren't searched: the server passes over a library beside which
 * it believes to see an unpacked one, named after its rule.
 */
final class PlainLibraries {

    /** What all of them begin with, so that a class is searched once. */
    private static final byte[] COMMON = bytes("Ljakarta/");

    /** Beginnings of the names of registering annotations, as they stand in a class file, after the common part. */
    private static final List<byte[]> SERVED = Stream.of(
                    "annotation/sql/",
                    "ejb/",
                    "enterprise/context/",
                    "faces/annotation/",
                    "faces/component/FacesComponent;",
                    "faces/component/behavior/FacesBehavior;",
                    "faces/convert/FacesConverter;",
                    "faces/event/NamedEvent;",
                    "faces/render/Faces",
                    "faces/validator/FacesValidator;",
                    "inject/Named;",
                    "jws/",
                    "servlet/annotation/",
                    "websocket/server/",
                    "ws/rs/ApplicationPath;",
                    "ws/rs/Path;",
                    "ws/rs/ext/Provider;")
            .map(PlainLibraries::bytes)
            .toList();

    /** Likewise of entities: for them the persistence provider looks itself, in the libraries that the persistence unit names. */
    private static final List<byte[]> STORED = Stream.of(
                    "persistence/Converter;",
                    "persistence/Embeddable;",
                    "persistence/Entity;",
                    "persistence/MappedSuperclass;")
            .map(PlainLibraries::bytes)
            .toList();

    private static final String LIBRARIES = "WEB-INF/lib";

    private PlainLibraries() {}

    /**
     * Moves them, or copies them where the portal needs the file.
     *
     * @param portal the unpacked portal
     * @param folder where they go; it isn't there yet
     * @return where each is now, in the order of their names
     */
    static List<Path> take(Path portal, Path folder) throws IOException {
        PrivateFiles.folder(folder);
        Path all = portal.resolve(LIBRARIES);
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        List<Path> libraries;
        try (Stream<Path> files = Files.list(all)) {
            libraries = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        List<Path> plain = new ArrayList<>();
        for (Path library : libraries) {
            String name = library.getFileName().toString();
            if (registers(library, SERVED)) {
                continue;
            }
            boolean stored = registers(library, STORED);
            if (stored || isProgram(library)) {
                String unpacked = (LIBRARIES + "/" + name).replaceAll("[/ ]", "__");
                PrivateFiles.folder(portal.resolve(unpacked.replace(".jar", "_jar")));
            }
            if (!stored) {
                plain.add(
                        isProgram(library)
                                ? Files.copy(library, folder.resolve(name))
                                : Files.move(library, folder.resolve(name)));
            }
        }
        return plain;
    }

    /** Whether it is one of ours that can be run by itself, as the verifier, which the portal hands out as it is: its file stays. */
    private static boolean isProgram(Path library) throws IOException {
        if (!library.getFileName().toString().startsWith("sekisho-")) {
            return false;
        }
        try (JarFile jar = new JarFile(library.toFile())) {
            return jar.getManifest() != null
                    && jar.getManifest().getMainAttributes().containsKey(Attributes.Name.MAIN_CLASS);
        }
    }

    private static boolean registers(Path library, List<byte[]> annotations) throws IOException {
        try (JarFile jar = new JarFile(library.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) jar.stream().map(ZipEntry.class::cast)::iterator) {
                if (entry.getName().endsWith(".class")) {
                    try (InputStream content = jar.getInputStream(entry)) {
                        if (names(content.readAllBytes(), annotations)) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }
    }

    private static boolean names(byte[] content, List<byte[]> annotations) {
        for (int start = 0; start < content.length; start++) {
            int after = start + COMMON.length;
            if (content[start] == COMMON[0]
                    && stands(COMMON, content, start)
                    && annotations.stream().anyMatch(name -> stands(name, content, after))) {
                return true;
            }
        }
        return false;
    }

    private static boolean stands(byte[] name, byte[] content, int start) {
        if (start + name.length > content.length) {
            return false;
        }
        for (int index = 0; index < name.length; index++) {
            if (content[start + index] != name[index]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
