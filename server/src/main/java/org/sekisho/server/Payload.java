package org.sekisho.server;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The files that {@code sekisho.jar} carries: the server, the portal, PostgreSQL for each platform. */
final class Payload implements AutoCloseable {

    static final String SERVER = "payload/payara-micro.jar";
    static final String PORTAL = "payload/portal.war";

    private final JarFile jar;

    Payload(Path jar) throws IOException {
        this.jar = new JarFile(jar.toFile());
    }

    /** The payload of the jar this class was loaded from. */
    static Payload ofThisProgram() throws IOException {
        try {
            return new Payload(Path.of(Payload.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean has(String name) {
        return jar.getEntry(name) != null;
    }

    InputStream open(String name) throws IOException {
        return jar.getInputStream(entry(name));
    }

    /** Entries of this program whose names begin so, folders left out. */
    Iterable<String> names(String prefix) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(prefix))
                .sorted()::iterator;
    }

    /** Changes when the entry's content does. From the directory of the jar, so that a start doesn't read hundreds of megabytes. */
    String fingerprint(String name) throws IOException {
        ZipEntry entry = entry(name);
        return HexFormat.of().toHexDigits((int) entry.getCrc()) + HexFormat.of().toHexDigits((int) entry.getSize());
    }

    private ZipEntry entry(String name) throws IOException {
        ZipEntry entry = jar.getEntry(name);
        if (entry == null) {
            throw new FileNotFoundException(name);
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
