package org.sekisho.server.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.verify.Main;
import org.sekisho.server.AuditorsCertificate;
import org.sekisho.server.DemoPortal;
import org.sekisho.server.RestCaller;
import org.sekisho.server.SekishoProcess;
import org.sekisho.server.browser.BrowserTests;
import org.sekisho.server.browser.Language;
import org.sekisho.server.browser.Visitor;
import org.sekisho.server.browser.Visitors;

/** SIGKILL at bad moments: what was acknowledged is there, what was begun comes to its end, and nothing is done twice. */
@BrowserTests
@TestInstance(Lifecycle.PER_CLASS)
class KillIT {

    private static final int AGREEMENTS = 4;
    private static final int ENOUGH = 4;
    /** Large enough that a pack takes a while, so that the kill comes in its midst. */
    private static final int EVIDENCE_LINES = 4_000_000;

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private boolean uploaded;

    @Test
    void signaturesThatWereAcknowledgedOutliveTheServer(DemoPortal portal) throws Exception {
        RestCaller coordinator = RestCaller.signIn(portal, "coordinator@sekisho.example");
        Map<String, RestCaller> parties = Remarks.signIn(portal);
        Negotiated negotiated = new Negotiated(coordinator, parties);
        Map<String, JsonObject> signings = new LinkedHashMap<>();
        for (int i = 0; i < AGREEMENTS; i++) {
            String agreement = negotiated.readyToSign("Signed while the server dies, " + i);
            String hash = coordinator
                    .get("agreements/" + agreement)
                    .array("versions")
                    .objects()
                    .get(0)
                    .string("contentHash");
            signings.put(
                    agreement,
                    JsonObject.builder()
                            .put("hash", hash)
                            .put("password", DemoPortal.PASSWORD)
                            .build());
        }
        AtomicInteger acknowledged = new AtomicInteger();
        List<Future<Set<String>>> signing = new ArrayList<>();
        for (RestCaller party : parties.values()) {
            signing.add(threads.submit(() -> sign(party, signings, acknowledged)));
        }
        SekishoProcess.await("signatures arrive", () -> acknowledged.get() >= ENOUGH);
        killServer(portal);
        Set<String> signed = new TreeSet<>();
        for (Future<Set<String>> each : signing) {
            signed.addAll(each.get());
        }
        assertTrue(signed.size() < AGREEMENTS * parties.size(), "the kill came too late");

        portal.restart();
        Set<String> kept = new TreeSet<>();
        for (String agreement : signings.keySet()) {
            kept.addAll(signatures(coordinator, agreement));
        }
        assertTrue(kept.containsAll(signed), "acknowledged " + signed + ", kept " + kept);

        for (RestCaller party : parties.values()) {
            sign(party, signings, acknowledged);
        }
        for (String agreement : signings.keySet()) {
            SekishoProcess.await("in force", () -> "IN_FORCE".equals(state(coordinator, "agreements/" + agreement)));
            assertEquals(parties.size(), signatures(coordinator, agreement).size(), "each party once");
        }
    }

    @Test
    void aPackIsCompletedAfterTheServerDiedOverIt(DemoPortal portal, Visitors visitors) throws Exception {
        RestCaller auditor = RestCaller.signIn(portal, "auditor@audit.example");
        String pack = diedOver(portal, auditor, audit(auditor, visitors));
        Path file = folder.resolve("pack.zip");
        auditor.download(pack + "/content", file);
        assertVerifies(file, auditor.get(pack).string("keyFingerprint"));
    }

    @Test
    void anEncryptedPackIsCompletedAfterTheServerDiedOverIt(DemoPortal portal, Visitors visitors) throws Exception {
        RestCaller auditor = RestCaller.signIn(portal, "auditor@audit.example");
        String audit = audit(auditor, visitors);
        AuditorsCertificate certificate = AuditorsCertificate.make(folder);
        auditor.post(
                audit + "/certificates",
                JsonObject.builder()
                        .put("certificate", Files.readString(certificate.file()))
                        .build());
        String pack = diedOver(portal, auditor, audit);
        auditor.download(pack + "/content", folder.resolve("pack.zip.enc"));
        auditor.download(pack + "/envelope", folder.resolve("pack.zip.p7m"));
        assertVerifies(certificate.decrypt("pack"), auditor.get(pack).string("keyFingerprint"));
        // The portal is everybody's: others take packs that they can open.
        auditor.post(audit + "/certificates/withdraw", JsonObject.builder().build());
    }

    /** Requests a pack, ends the server in its midst, and starts it again; the pack, which has become ready. */
    private static String diedOver(DemoPortal portal, RestCaller auditor, String audit) throws Exception {
        String pack = "packs/"
                + auditor.post(audit + "/packs", JsonObject.builder().build()).string("id");
        SekishoProcess.await("it is being built", () -> !"QUEUED".equals(state(auditor, pack)));
        killServer(portal);

        portal.restart();
        assertNotEquals("READY", state(auditor, pack), "the kill came too late");
        SekishoProcess.await("another node has taken it up and ended it", () -> {
            String now = state(auditor, pack);
            assertNotEquals("FAILED", now);
            return "READY".equals(now);
        });
        assertTrue(auditor.get(pack).integer("size") > EVIDENCE_LINES, "the evidence is in it");
        return pack;
    }

    /** The audit in fieldwork, with so much evidence that a pack of it takes a while. */
    private String audit(RestCaller auditor, Visitors visitors) throws IOException, InterruptedException {
        JsonObject audit =
                auditor.get("audits?state=FIELDWORK").array("items").objects().get(0);
        if (!uploaded) {
            upload(visitors, audit);
            uploaded = true;
        }
        return "audits/" + audit.string("id");
    }

    @Test
    void thePortalOutlivesItsDatabase(DemoPortal portal) throws Exception {
        RestCaller coordinator = RestCaller.signIn(portal, "coordinator@sekisho.example");
        Map<String, RestCaller> parties = Remarks.signIn(portal);
        String agreement = new Negotiated(coordinator, parties).open("Commented while the database dies");
        Remarks remarks = new Remarks(agreement, parties);
        remarks.begin(threads);
        ProcessHandle database = portal.process().database();
        database.destroyForcibly();
        remarks.finish();
        assertFalse(database.isAlive());
        assertTrue(portal.process().portal().isAlive(), "the portal went on");
        remarks.assertEachIsThereOnce(coordinator);
    }

    /** As whoever receives a pack does. */
    private static void assertVerifies(Path pack, String key) throws IOException, InterruptedException {
        Process verifier = new ProcessBuilder(
                        SekishoProcess.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "verify",
                        pack.toString(),
                        "--key",
                        key)
                .redirectErrorStream(true)
                .start();
        String said = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, verifier.waitFor(), said);
    }

    /** Both processes at once, as when a machine loses its power; the database's is left behind. */
    private static void killServer(DemoPortal portal) throws InterruptedException {
        portal.process().portal().destroyForcibly();
        portal.process().kill();
    }

    /** Signs all of them, as long as there is a server; answers which signatures were acknowledged. */
    private static Set<String> sign(RestCaller party, Map<String, JsonObject> signings, AtomicInteger acknowledged)
            throws InterruptedException {
        Set<String> signed = new TreeSet<>();
        try {
            for (Map.Entry<String, JsonObject> each : signings.entrySet()) {
                String path = Negotiated.path(each.getKey(), "sign");
                RestCaller.Answer answer = party.call("POST", path, each.getValue(), Map.of());
                if (answer.isDone()) {
                    acknowledged.incrementAndGet();
                    signed.addAll(signatures(answer.body()));
                }
            }
        } catch (IOException killed) {
            // What was in flight may be done or not.
        }
        return signed;
    }

    private static List<String> signatures(RestCaller caller, String agreement)
            throws IOException, InterruptedException {
        return signatures(caller.get("agreements/" + agreement));
    }

    private static List<String> signatures(JsonObject agreement) {
        return agreement.array("signatures").objects().stream()
                .map(each -> agreement.string("id") + " " + each.string("organisation") + " " + each.string("state"))
                .toList();
    }

    private static String state(RestCaller caller, String path) {
        try {
            return caller.get(path).string("state");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** By the page, as a bank does it. */
    private void upload(Visitors visitors, JsonObject audit) throws IOException {
        Path file = folder.resolve("access.log");
        try (Writer lines = Files.newBufferedWriter(file)) {
            for (int i = 0; i < EVIDENCE_LINES; i++) {
                lines.write("line " + i + " of what the gate let through\n");
            }
        }
        Visitor reviewer = visitors.signedIn("security@aoba.example", Language.ENGLISH);
        reviewer.open("/audit-upload?audit=" + audit.string("id"));
        reviewer.page().setDefaultTimeout(SekishoProcess.PATIENCE_MILLIS);
        reviewer.page().setInputFiles("#file", file);
        reviewer.page().fill("#evidenceTitle", "Access log of the lab");
        reviewer.page().selectOption("#section", "TRAINING");
        reviewer.page().fill("#periodFirst", audit.string("periodFirst"));
        reviewer.page().fill("#periodLast", audit.string("periodFirst"));
        reviewer.page().click("#do");
        reviewer.page().waitForURL(url -> url.contains("/audit-evidence"));
    }
}
