package org.sekisho.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The built jar with a persistence unit in it that is woven and deployed like any other, and can't be opened. */
final class BrokenUnit {

    /** What the persistence provider says about it. */
    static final String REASON = "org.sekisho.persistence.NoSuchCustomizer";

    private static final String LIBRARY = "WEB-INF/lib/sekisho-persistence.jar";
    private static final String UNIT = "META-INF/persistence.xml";

    private BrokenUnit() {}

    static Path of(Path jar, Path copy) throws IOException {
        Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + copy.toUri()), Map.of())) {
            Path portal = inside.getPath(Payload.PORTAL);
            byte[] broken = changed(
                    Files.readAllBytes(portal),
                    LIBRARY,
                    library -> changed(library, UNIT, unit -> new String(unit, UTF_8)
                            .replace(
                                    "<properties>",
                                    "<properties><property name=\"eclipselink.session.customizer\" value=\"" + REASON
                                            + "\"/>")
                            .getBytes(UTF_8)));
            Files.write(portal, broken);
        }
        return copy;
    }

    /** An archive with one entry changed. */
    private static byte[] changed(byte[] archive, String name, UnaryOperator<byte[]> change) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream to = new ZipOutputStream(whole)) {
            for (ZipEntry each = from.getNextEntry(); each != null; each = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(each.getName()));
                byte[] content = from.readAllBytes();
                to.write(each.getName().equals(name) ? change.apply(content) : content);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return whole.toByteArray();
    }
}
