package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyFilesTest {

    private static final Instant MADE = Instant.parse("2026-11-30T01:02:03.9Z");

    @TempDir
    private Path keys = Path.of("");

    @Test
    void aKeyIsPutAsideUnderTheSecondInWhichItWasMade() throws IOException {
        Path documents = made("documents");
        Path trail = made("trail");
        SigningKeyFiles files = new SigningKeyFiles(keys);
        Path kept = files.retireDocuments();
        assertEquals("documents-20261130010203.pem", kept.getFileName().toString());
        assertEquals("documents", Files.readString(kept));
        assertFalse(Files.exists(documents));
        // The other key stays in force.
        assertEquals("trail", Files.readString(trail));
        assertEquals(
                "trail-20261130010203.pem", files.retireTrail().getFileName().toString());
    }

    @Test
    void whereThereIsNoKeyNothingIsRotated() {
        SigningKeyFiles files = new SigningKeyFiles(keys);
        assertEquals(
                StartError.DOCUMENT_KEY_MISSING,
                assertThrows(StartRefusal.class, files::retireDocuments).error());
        assertEquals(
                StartError.TRAIL_KEY_MISSING,
                assertThrows(StartRefusal.class, files::retireTrail).error());
    }

    private Path made(String name) throws IOException {
        Path key = Files.createDirectories(keys.resolve("signing")).resolve(name + ".pem");
        Files.writeString(key, name);
        Files.setLastModifiedTime(key, FileTime.from(MADE));
        return key;
    }
}
