package org.sekisho.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The built jar with a portal in it that no server can deploy. */
final class BrokenPortal {

    /** What the server says about it. */
    static final String REASON = "org.sekisho.web.NoSuchListener";

    private static final String ANNOTATIONS = "WEB-INF/lib/jackson-annotations";

    private static final String DESCRIPTOR =
            """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <listener><listener-class>%s</listener-class></listener>
            </web-app>
            """;

    private BrokenPortal() {}

    static Path of(Path jar, Path copy) throws IOException {
        Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + copy.toUri()), Map.of())) {
            Path portal = inside.getPath(Payload.PORTAL);
            byte[] whole = Files.readAllBytes(portal);
            try (OutputStream content = Files.newOutputStream(portal);
                    ZipInputStream source = new ZipInputStream(new ByteArrayInputStream(whole));
                    ZipOutputStream war = new ZipOutputStream(content)) {
                // The server itself needs these: it has none of its own.
                for (ZipEntry each = source.getNextEntry(); each != null; each = source.getNextEntry()) {
                    if (each.getName().startsWith(ANNOTATIONS)) {
                        war.putNextEntry(new ZipEntry(each.getName()));
                        source.transferTo(war);
                    }
                }
                war.putNextEntry(new ZipEntry("WEB-INF/web.xml"));
                war.write(DESCRIPTOR.formatted(REASON).getBytes(StandardCharsets.UTF_8));
            }
        }
        return copy;
    }
}
