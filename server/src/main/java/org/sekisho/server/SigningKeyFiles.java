package org.sekisho.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The files of the keys that can be replaced: of that which signs checkpoints over the trail, and of that which signs documents. */
final class SigningKeyFiles {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    private final Path folder;

    /** @param keys the folder of all keys */
    SigningKeyFiles(Path keys) {
        folder = keys.resolve("signing");
    }

    /**
     * Puts the trail's key in force aside.
     *
     * @return where it is kept now
     * @throws StartRefusal where there is none yet
     */
    Path retireTrail() throws IOException {
        return retire("trail", StartError.TRAIL_KEY_MISSING);
    }

    /**
     * Puts the key of documents aside, with its certificate.
     *
     * @return where it is kept now
     * @throws StartRefusal where there is none yet
     */
    Path retireDocuments() throws IOException {
        return retire("documents", StartError.DOCUMENT_KEY_MISSING);
    }

    /** Under the second in which it was made, so that their names tell their order. */
    private Path retire(String name, StartError missing) throws IOException {
        Path key = folder.resolve(name + ".pem");
        if (Files.notExists(key)) {
            throw new StartRefusal(missing, key.toString());
        }
        String made = SECOND.format(Files.getLastModifiedTime(key).toInstant());
        return Files.move(key, folder.resolve(name + "-" + made + ".pem"), StandardCopyOption.ATOMIC_MOVE);
    }
}
