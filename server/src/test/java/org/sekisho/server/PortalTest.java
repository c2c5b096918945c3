package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

class PortalTest {

    @TempDir
    private Path data;

    /** The process says neither that it is done nor why not, nor does it end. */
    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void aDeploymentThatNeverEndsIsGivenUp() throws IOException {
        Settings settings = new SettingsReader(Map.of("SEKISHO_DATA", data.toString()), data).read();
        Folders folders = Folders.prepare(settings);
        Portal portal = new Portal(settings, folders, Map.of());
        try {
            StartRefusal refusal = assertThrows(StartRefusal.class, () -> portal.deploy(Duration.ofMillis(50)));
            assertEquals(StartError.PORTAL_NOT_READY, refusal.error());
            assertEquals(List.of("deploy", folders.portalLog().toString()), refusal.parameters());
        } finally {
            portal.stop();
        }
    }
}
