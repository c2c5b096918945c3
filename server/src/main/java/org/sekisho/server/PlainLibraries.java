package org.sekisho.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Libraries of the portal in which no class registers itself by an annotation of Jakarta EE. At each start the server would read and
 * partly load every class of every library in search of such. It passes over a library beside which it believes to see an unpacked
 * one, named after its rule; what a library registers in descriptors of its own is found all the same.
 */
final class PlainLibraries {

    /** What all of them begin with, so that a class is searched once. */
    private static final byte[] COMMON = bytes("Ljakarta/");

    /** Beginnings of the names of registering annotations, as they stand in a class file, after the common part. */
    private static final List<byte[]> REGISTERING = Stream.of(
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
                    "persistence/Converter;",
                    "persistence/Embeddable;",
                    "persistence/Entity;",
                    "persistence/MappedSuperclass;",
                    "servlet/annotation/",
                    "websocket/server/",
                    "ws/rs/ApplicationPath;",
                    "ws/rs/Path;",
                    "ws/rs/ext/Provider;")
            .map(PlainLibraries::bytes)
            .toList();

    private static final String LIBRARIES = "WEB-INF/lib";

    private PlainLibraries() {}

    /** @param portal the unpacked portal */
    static void mark(Path portal) throws IOException {
        Path folder = portal.resolve(LIBRARIES);
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> libraries;
        try (Stream<Path> files = Files.list(folder)) {
            libraries = files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
        for (Path library : libraries) {
            if (isPlain(library)) {
                String name = LIBRARIES + "/" + library.getFileName();
                PrivateFiles.folder(portal.resolve(name.replaceAll("[/ ]", "__").replace(".jar", "_jar")));
            }
        }
    }

    private static boolean isPlain(Path library) throws IOException {
        try (JarFile jar = new JarFile(library.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) jar.stream().map(ZipEntry.class::cast)::iterator) {
                if (entry.getName().endsWith(".class")) {
                    try (InputStream content = jar.getInputStream(entry)) {
                        if (registers(content.readAllBytes())) {
                            return false;
                        }
                    }
                }
            }
            return true;
        }
    }

    private static boolean registers(byte[] content) {
        for (int start = 0; start < content.length; start++) {
            int after = start + COMMON.length;
            if (content[start] == COMMON[0]
                    && stands(COMMON, content, start)
                    && REGISTERING.stream().anyMatch(name -> stands(name, content, after))) {
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
