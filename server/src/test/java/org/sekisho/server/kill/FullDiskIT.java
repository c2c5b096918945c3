package org.sekisho.server.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.server.DemoPortal;
import org.sekisho.server.RestCaller;
import org.sekisho.server.SekishoProcess;
import org.sekisho.server.SmallDisk;
import org.sekisho.server.TrailChecks;

/**
 * A disk without room: what was acknowledged is there afterwards, nothing was acknowledged that isn't, and the trail goes on where it
 * was. Where a machine doesn't let a process mount a disk of its own, it is skipped.
 */
class FullDiskIT {

    /** In memory, which it takes as it fills. Server, database, and the demo need about 700 MiB. */
    private static final SmallDisk DISK = new SmallDisk(1280);

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Test
    void thePortalGoesOnByItselfWhenThereIsRoomAgain() throws Exception {
        assumeTrue(SmallDisk.isPossible(folder), "This machine doesn't let a process mount a disk of its own");
        try (DemoPortal portal = DemoPortal.startOn(DISK, "full-disk")) {
            RestCaller coordinator = RestCaller.signIn(portal, "coordinator@sekisho.example");
            Map<String, RestCaller> parties = Remarks.signIn(portal);
            String agreement = new Negotiated(coordinator, parties).open("Commented while the disk is full");
            String key = coordinator.get("trail/log").string("fingerprint");
            Path before = TrailChecks.saveCheckpoint(portal, folder.resolve("before"));

            Remarks remarks = new Remarks(agreement, parties);
            remarks.begin(threads);
            Path filler = SmallDisk.fill(portal);
            remarks.awaitOneThatIsNotTaken();
            // The database dies over it too, and can't recover until there is room.
            ProcessHandle database = portal.process().database();
            database.destroyForcibly();
            portal.process().awaitLine("is full");
            assertFalse(database.isAlive());
            assertTrue(portal.process().portal().isAlive(), "the portal waits");

            Files.delete(filler);
            remarks.finish();
            remarks.assertEachIsThereOnce(coordinator);
            Path after = TrailChecks.saveCheckpoint(portal, folder.resolve("after"));
            for (JsonObject event :
                    coordinator.get("trail/events?limit=100").array("items").objects()) {
                String id = event.string("id");
                SekishoProcess.await("it is in the log: " + id, () -> TrailChecks.isProven(coordinator, id));
            }
            assertEquals(0, TrailChecks.verify(portal, before, "--key", key), "the log still grows from before");
            assertEquals(0, TrailChecks.verify(portal, after, "--key", key));
        } finally {
            threads.shutdownNow();
        }
    }
}
