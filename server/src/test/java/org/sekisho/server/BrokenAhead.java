package org.sekisho.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The built jar, with something in it that is done ahead of the deployment and can't be. */
final class BrokenAhead {

    /** What Java says about it. */
    static final String REASON = "java.lang.ClassFormatError";

    private static final String AHEAD = "org/sekisho/server/portal/DeploymentEvents.class";

    private BrokenAhead() {}

    static Path of(Path jar, Path copy) throws IOException {
        Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + copy.toUri()), Map.of())) {
            Files.write(inside.getPath(AHEAD), "no class".getBytes(US_ASCII));
        }
        return copy;
    }
}
