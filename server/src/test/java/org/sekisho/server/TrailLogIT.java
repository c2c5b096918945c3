package org.sekisho.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.proof.hash.ConsistencyProof;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.LogProof;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.note.VerifierKey;

/** The trail of a running portal, as somebody sees it who trusts neither it nor its database: with the verifier and a witness of their own. */
class TrailLogIT {

    private static final String WITNESS = "witness.example/1";
    private static final String COORDINATOR = "coordinator@sekisho.example";
    /** Of a log that doesn't matter: a witness wants one to begin with. */
    private static final String ANY_LOG = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final int FOUND = 200;
    private static final int NOT_FOUND = 404;

    @TempDir
    private Path folder;

    @Test
    void othersVerifyAndCosignWhatThePortalSigns() throws Exception {
        int port = PortCheck.free();
        String witness = witnessKey(port);
        try (DemoPortal portal =
                DemoPortal.start("trail-log", Map.of("SEKISHO_WITNESSES", witness + " http://127.0.0.1:" + port))) {
            SekishoProcess.await(
                    "a checkpoint is signed",
                    () -> TrailChecks.checkpoint(portal).status() == FOUND);
            RestCaller coordinator = RestCaller.signIn(portal, COORDINATOR);
            JsonObject log = coordinator.get("trail/log");
            Path first = save(portal, "first");
            configure(port, log.string("verifierKey"));
            try (SekishoProcess running = startWitness().awaitLine("+")) {
                SekishoProcess.await(
                        "it is cosigned",
                        () -> TrailChecks.checkpoint(portal).text().contains("— " + WITNESS + " "));
                SignedNote cosigned =
                        SignedNote.parse(TrailChecks.checkpoint(portal).text().getBytes(UTF_8));
                assertEquals(
                        1, cosigned.verify(List.of(VerifierKey.parse(witness))).size());
                assertTrue(running.output().contains(witness));
            }
            assertEquals(0, TrailChecks.verify(portal, first, "--key", log.string("fingerprint")));

            Path oldKey = Files.write(
                    folder.resolve("old.pem"),
                    TrailChecks.get(portal, "/trail/key.pem").bytes());
            portal.process().terminate();
            rotate(portal);
            portal.restart();
            RestCaller again = RestCaller.signIn(portal, COORDINATOR);
            long before = size(first);
            SekishoProcess.await("the log goes on", () -> sizeNow(portal) > before);
            JsonObject now = again.get("trail/log");
            SekishoProcess.await(
                    "the new key signs too", () -> !isNew(TrailChecks.checkpoint(portal), now.string("verifierKey"))
                            .isEmpty());
            assertEquals(
                    List.of(log.string("verifierKey")),
                    now.array("retiringKeys").strings());
            // Whoever knows the old key follows to the new one: both signed the same checkpoints.
            assertEquals(0, TrailChecks.verify(portal, first, "--trail-key-file", oldKey.toString()));
            Path second = save(portal, "second");
            assertEquals(0, TrailChecks.verify(portal, second, "--key", now.string("fingerprint")));
            assertProven(again, now.string("verifierKey"));
            assertGrown(again, first, second);
            assertEntriesAreNotForEverybody(portal);
        }
    }

    /** The keys among these that signed; none where they didn't. */
    private static List<VerifierKey> isNew(TrailChecks.Fetched checkpoint, String key) {
        try {
            return SignedNote.parse(checkpoint.bytes()).verify(List.of(VerifierKey.parse(key)));
        } catch (NoteException notYet) {
            return List.of();
        }
    }

    private static void rotate(DemoPortal portal) throws IOException, InterruptedException {
        try (SekishoProcess rotating = SekishoProcess.start(
                Path.of(System.getProperty("sekisho.jar", "target/sekisho.jar")),
                Map.of("SEKISHO_DATA", portal.data().toString()),
                "rotate-trail-key")) {
            assertEquals(0, rotating.awaitEnd(), rotating.output());
        }
    }

    /** The latest event, with the proof that REST answers with, by the key alone. */
    private void assertProven(RestCaller coordinator, String key) throws Exception {
        JsonObject row =
                coordinator.get("trail/events?limit=1").array("items").objects().get(0);
        String event = row.string("id");
        byte[] leafHash =
                HexFormat.of().parseHex(coordinator.get("trail/events/" + event).string("leafHash"));
        Path proof = folder.resolve("event.tlog-proof");
        coordinator.download("trail/events/" + event + "/proof", proof);
        VerifierKey verifier = VerifierKey.parse(key);
        Checkpoint covering =
                LogProof.parse(Files.readAllBytes(proof)).verify(leafHash, verifier.name(), List.of(verifier));
        assertTrue(covering.size() > 0);
    }

    /** That the later of two checkpoints continues the earlier, by the proof that REST answers with and nothing else of the portal. */
    private static void assertGrown(RestCaller coordinator, Path first, Path second) throws Exception {
        Checkpoint old = checkpoint(first);
        Checkpoint now = checkpoint(second);
        JsonObject answer = coordinator.get("trail/consistency?from=" + old.size() + "&to=" + now.size());
        List<byte[]> hashes = answer.array("hashes").strings().stream()
                .map(Base64.getDecoder()::decode)
                .toList();
        assertTrue(old.size() < now.size());
        assertTrue(ConsistencyProof.verify(old.size(), old.root(), now.size(), now.root(), hashes));
        byte[] another = old.root().clone();
        another[0] ^= 1;
        assertFalse(ConsistencyProof.verify(old.size(), another, now.size(), now.root(), hashes));
    }

    private void assertEntriesAreNotForEverybody(DemoPortal portal) throws Exception {
        assertEquals(FOUND, TrailChecks.get(portal, "/trail/tile/0/000").status());
        assertEquals(
                NOT_FOUND, TrailChecks.get(portal, "/trail/tile/entries/000").status());
        assertEquals(NOT_FOUND, TrailChecks.get(portal, "/trail/tile/0/0").status());
        assertEquals(NOT_FOUND, TrailChecks.get(portal, "/trail/tile/7/000").status());
        assertArrayEquals(
                Arrays.copyOf(TrailChecks.get(portal, "/trail/tile/0/000").bytes(), 32),
                TrailChecks.get(portal, "/trail/tile/0/000.p/1").bytes());
    }

    /** A witness that knows another log, for its key. */
    private String witnessKey(int port) throws IOException, InterruptedException {
        configure(port, ANY_LOG);
        try (SekishoProcess witness = startWitness().awaitLine(WITNESS + "+")) {
            return witness.output()
                    .lines()
                    .filter(line -> line.startsWith(WITNESS + "+"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private SekishoProcess startWitness() throws IOException {
        return SekishoProcess.start(
                TrailChecks.VERIFIER,
                Map.of(),
                "witness",
                "--config",
                folder.resolve("witness.properties").toString());
    }

    private void configure(int port, String log) throws IOException {
        Files.writeString(
                folder.resolve("witness.properties"),
                """
                port = %d
                state = state
                key = witness.pem
                name = %s
                logs = %s
                """
                        .formatted(port, WITNESS, log));
    }

    private Path save(DemoPortal portal, String name) throws IOException {
        return TrailChecks.saveCheckpoint(portal, folder.resolve(name));
    }

    private static long size(Path checkpoint) throws Exception {
        return checkpoint(checkpoint).size();
    }

    private static Checkpoint checkpoint(Path file) throws Exception {
        return Checkpoint.parse(SignedNote.parse(Files.readAllBytes(file)).text());
    }

    private static long sizeNow(DemoPortal portal) {
        return Long.parseLong(TrailChecks.checkpoint(portal)
                .text()
                .lines()
                .skip(1)
                .findFirst()
                .orElse("0"));
    }
}
