package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {

    @TempDir
    private Path folder;

    @Test
    void whoComesSecondIsRefused() {
        Path file = folder.resolve("lock");
        try (DataLock first = DataLock.take(file)) {
            assertTrue(DataLock.isHeld(file));
            StartRefusal refusal = assertThrows(StartRefusal.class, () -> DataLock.take(file));
            assertEquals(StartError.ALREADY_RUNNING, refusal.error());
            assertEquals(folder.toString(), refusal.parameters().get(0), first.toString());
        }
        assertFalse(DataLock.isHeld(file));
        DataLock.take(file).close();
    }

    @Test
    void withoutAFileNobodyHoldsIt() {
        assertFalse(DataLock.isHeld(folder.resolve("none")));
    }
}
