package org.sekisho.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The files of the keys that sign checkpoints over the trail. */
final class TrailKeyFiles {

    private static final String IN_FORCE = "trail.pem";
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    private final Path folder;

    /** @param keys the folder of all keys */
    TrailKeyFiles(Path keys) {
        folder = keys.resolve("signing");
    }

    /**
     * Puts the key in force aside, under the second in which it was made.
     *
     * @return where it is kept now
     * @throws StartRefusal where there is none yet
     */
    Path retire() throws IOException {
        Path key = folder.resolve(IN_FORCE);
        if (Files.notExists(key)) {
            throw new StartRefusal(StartError.TRAIL_KEY_MISSING, key.toString());
        }
        String made = SECOND.format(Files.getLastModifiedTime(key).toInstant());
        return Files.move(key, folder.resolve("trail-" + made + ".pem"), StandardCopyOption.ATOMIC_MOVE);
    }
}
