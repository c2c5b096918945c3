package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.persistence.shared.TestDatabase;

/** Who, may they, whose rows, one transaction, one event: on the deployed portal. */
@ExtendWith(ArquillianExtension.class)
class ChokePointIT {

    @Inject
    private ProbeService probes;

    private final Rows rows = new Rows();
    private Optional<Caller.Binding> binding = Optional.empty();

    /** The product's own archive with the probe in it. The database starts first: the container connects to it. */
    @Deployment
    static WebArchive portal() {
        TestDatabase.get();
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("portal.war")))
                .addClasses(ProbeService.class, Rows.class);
    }

    @BeforeEach
    void signIn() {
        rows.prepare();
        binding = Optional.of(Caller.bind(Caller.request(Optional.of(Tokens.hash(rows.token())), "127.0.0.1")));
    }

    @AfterEach
    void signOut() {
        binding.ifPresent(Caller.Binding::close);
    }

    @Test
    void whatIsDoneIsCommittedTogetherWithItsEvent() {
        UUID id = UUID.randomUUID();
        assertEquals("person:" + rows.person(), probes.write(id));
        assertTrue(rows.exists(id));
        assertEquals(List.of("home.write done probe"), rows.events(id));
        String leaf = rows.leaf(id);
        assertTrue(leaf.contains("\"size\":7"), leaf);
        assertTrue(leaf.contains("\"subject\":\"probe:" + id + "\""), leaf);
        assertFalse(leaf.contains("somebody"), "Personal details stand in the leaf as commitments only");
        assertTrue(rows.isInOutbox(id));
    }

    @Test
    void aRefusalLeavesNothingButItsEvent() {
        UUID id = UUID.randomUUID();
        Refusal refusal = assertThrows(Refusal.class, () -> probes.refuse(id));
        assertEquals(SharedError.CHANGED_MEANWHILE, refusal.code());
        assertFalse(rows.exists(id));
        assertEquals(List.of("home.refuse refused probe"), rows.events(id));
        assertTrue(rows.leaf(id).contains("\"code\":\"shared.changed-meanwhile\""));
    }

    @Test
    void aRefusalThatKeepsIsCommittedAndRecordedAsRefused() {
        UUID id = UUID.randomUUID();
        Refusal refusal = assertThrows(Refusal.class, () -> probes.refuseAndKeep(id));
        assertEquals(SharedError.TOO_MANY_REQUESTS, refusal.code());
        assertTrue(rows.exists(id));
        assertEquals(List.of("home.refuse-and-keep refused probe"), rows.events(id));
    }

    @Test
    void aFailureLeavesNothingButItsEventWhichTellsNoMessage() {
        UUID id = UUID.randomUUID();
        assertThrows(RuntimeException.class, () -> probes.fail(id));
        assertFalse(rows.exists(id));
        assertEquals(List.of("home.fail failed probe"), rows.events(id));
        assertFalse(rows.leaf(id).contains("reach nobody"));
    }

    @Test
    void aCommitThatFailsIsRecordedAsFailedAndNothingIsKept() {
        UUID id = UUID.randomUUID();
        assertThrows(RuntimeException.class, () -> probes.failAtTheCommit(id));
        assertFalse(rows.exists(id));
        assertEquals(List.of("home.fail-at-the-commit failed probe"), rows.events(id));
    }

    @Test
    void whoLacksThePermissionIsRefusedBeforeTheUseCaseRuns() {
        UUID id = UUID.randomUUID();
        Refusal refusal = assertThrows(Refusal.class, () -> probes.needsAPermission(id));
        assertEquals(SharedError.NOT_PERMITTED, refusal.code());
        assertFalse(rows.exists(id));
        assertEquals(List.of("organisation.needs-a-permission refused probe"), rows.events(id));
    }

    @Test
    void aSessionThatEndedOpensNothingFromTheNextCallOn() {
        assertEquals(1, probes.seen());
        rows.endSession();
        Refusal refusal = assertThrows(Refusal.class, () -> probes.seen());
        assertEquals(SharedError.NOT_SIGNED_IN, refusal.code());
    }

    @Test
    void nobodyIsRefusedAndTheRefusalIsRecorded() {
        signOut();
        UUID id = UUID.randomUUID();
        Refusal refusal = assertThrows(Refusal.class, () -> probes.write(id));
        assertEquals(SharedError.NOT_SIGNED_IN, refusal.code());
        assertEquals(List.of("home.write refused probe"), rows.events(id));
    }

    @Test
    void aReadThatShowsNothingSensitiveLeavesNoEvent() {
        long before = rows.count();
        probes.seen();
        assertEquals(before, rows.count());
    }

    @Test
    void theLeafIsWhatItsHashSays() {
        UUID id = UUID.randomUUID();
        probes.write(id);
        byte[] leaf = rows.leaf(id).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                rows.leafHash(id), java.util.HexFormat.of().formatHex(org.sekisho.proof.hash.MerkleHash.leaf(leaf)));
    }
}
