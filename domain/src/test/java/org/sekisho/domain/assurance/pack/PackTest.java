package org.sekisho.domain.assurance.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.assurance.Audit.AUDITOR;
import static org.sekisho.domain.assurance.Audit.BANKER;
import static org.sekisho.domain.assurance.Audit.COLLEAGUE;
import static org.sekisho.domain.assurance.Audit.COORDINATOR;
import static org.sekisho.domain.assurance.Audit.FIRM;
import static org.sekisho.domain.assurance.Audit.NOVEMBER;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Audit;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.assurance.certificate.CertificateTurn;
import org.sekisho.domain.assurance.certificate.TestCertificates;
import org.sekisho.domain.assurance.engagement.Conclusion;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.shared.Subject;

class PackTest {

    private static final Instant LEASE = NOVEMBER.plusSeconds(30);
    private static final BuiltPack BUILT = new BuiltPack(
            "ab/cd",
            1_000,
            "12".repeat(32),
            "34".repeat(32),
            "SHA256:x",
            Optional.of(new ProvenTrail(9, 2)),
            Optional.empty());

    private static final Map<PackState, Set<PackState>> TABLE = Map.of(
            PackState.QUEUED, Set.of(PackState.BUILDING),
            PackState.BUILDING, Set.of(PackState.READY, PackState.FAILED),
            PackState.FAILED, Set.of(PackState.QUEUED),
            PackState.READY, Set.of());

    private final Engagement engagement = Audit.in(EngagementState.REPORTING);
    private final EntryList.Fixed list = list();

    static Stream<Arguments> pairs() {
        return Stream.of(PackState.values())
                .flatMap(from -> Stream.of(PackState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyPairIsAsTheTableSaysAndTheVerbsAgree(PackState from, PackState to) {
        boolean allowed = TABLE.getOrDefault(from, Set.of()).contains(to);
        assertEquals(allowed, from.canBecome(to));
        Pack pack = in(from);
        assertEquals(from, pack.state());
        if (allowed) {
            become(pack, to);
            assertEquals(to, pack.state());
        } else {
            assertThrows(org.sekisho.domain.shared.Refusal.class, () -> become(pack, to));
            assertEquals(from, pack.state());
        }
    }

    @Test
    void onlyAnAuditorOfTheTeamRequestsAPack() {
        Refused.with(SharedError.NOT_FOUND, () -> new Pack(COLLEAGUE, engagement, list, 9, Optional.empty(), NOVEMBER));
        Refused.with(
                SharedError.NOT_FOUND, () -> new Pack(COORDINATOR, engagement, list, 9, Optional.empty(), NOVEMBER));
        Refused.with(SharedError.NOT_FOUND, () -> new Pack(BANKER, engagement, list, 9, Optional.empty(), NOVEMBER));
        Engagement closed = Audit.in(EngagementState.CLOSED);
        Refused.with(
                AssuranceError.AUDITOR_MAY_NOT, () -> new Pack(AUDITOR, closed, list, 9, Optional.empty(), NOVEMBER));
    }

    @Test
    void requestFixesListLabelAndTrailPosition() {
        Pack pack = pack();
        DomainEvent event = pack.requested();
        assertEquals(list.sha256(), event.details().get("listSha256"));
        assertEquals(131_978L, event.details().get("trailPosition"));
        assertEquals(2L, event.details().get("entries"));
        assertEquals(300L, event.details().get("bytes"));
        assertEquals(Tlp.AMBER_STRICT, pack.label());
        assertEquals(FIRM, pack.organisation());
        assertTrue(pack.name().startsWith("AUD-2026-Q2-"));
        List<PackEntry> rows = pack.entriesOf(list);
        assertEquals(List.of(0, 1), rows.stream().map(PackEntry::position).toList());
        assertEquals("data/evidence/a.pdf", rows.get(0).path());
        assertEquals(new Subject("evidence", new UUID(0, 1)), rows.get(0).source());
        EntryList other = new EntryList(Tlp.AMBER);
        other.add(entry("data/other.txt", 1, Tlp.AMBER));
        assertThrows(IllegalArgumentException.class, () -> pack.entriesOf(other.fix()));
    }

    @Test
    void packIsBuiltToItsEnd() {
        Pack pack = pack();
        DomainEvent begun = pack.claim("node-1", LEASE, NOVEMBER);
        assertEquals(1L, begun.details().get("attempt"));
        pack.progress(1, 1, 100, LEASE.plusSeconds(30));
        assertEquals(new BuildProgress(1, 2, 100, 300, 0, 0), pack.progress());
        Refused.with(AssuranceError.PACK_INCOMPLETE, () -> pack.complete(1, BUILT, NOVEMBER));
        pack.progress(1, 2, 300, LEASE);
        pack.complete(1, BUILT, NOVEMBER);
        assertEquals(Optional.of(BUILT), pack.built());
        assertEquals(Optional.empty(), pack.lease().node());
        assertEquals(Optional.of(NOVEMBER), pack.endedAt());
    }

    @Test
    void twoNodesDoNotBuildOnePack() {
        Pack pack = pack();
        pack.claim("node-1", LEASE, NOVEMBER);
        Refused.with(AssuranceError.PACK_LEASE_LOST, () -> pack.claim("node-2", LEASE, LEASE.minusMillis(1)));
        assertEquals(1, pack.lease().attempt());
    }

    @Test
    void anotherNodeGoesOnAfterADeath() {
        Pack pack = pack();
        pack.claim("node-1", LEASE, NOVEMBER);
        pack.progress(1, 1, 100, LEASE);
        pack.claim("node-2", LEASE.plusSeconds(30), LEASE);
        assertEquals(Optional.of("node-2"), pack.lease().node());
        assertEquals(new BuildProgress(0, 2, 0, 300, 0, 0), pack.progress());
        pack.progress(2, 2, 300, LEASE.plusSeconds(60));
        pack.complete(2, BUILT, LEASE);
    }

    @Test
    void nodeThatSleptThroughItsLeaseIsRefused() {
        Pack pack = pack();
        pack.claim("node-1", LEASE, NOVEMBER);
        pack.claim("node-1", LEASE.plusSeconds(30), LEASE);
        Refused.with(AssuranceError.PACK_LEASE_LOST, () -> pack.progress(1, 1, 100, LEASE));
        Refused.with(AssuranceError.PACK_LEASE_LOST, () -> pack.complete(1, BUILT, LEASE));
        Refused.with(AssuranceError.PACK_LEASE_LOST, () -> pack.fail(1, SharedError.UNAVAILABLE, LEASE));
        pack.progress(2, 1, 100, LEASE);
    }

    @Test
    void nodeWhoseLeaseRanOutGoesOnWhileNobodyTookThePack() {
        Pack pack = pack();
        pack.claim("node-1", LEASE, NOVEMBER);
        pack.progress(1, 2, 300, LEASE.plusSeconds(90));
        Refused.with(AssuranceError.PACK_LEASE_LOST, () -> pack.claim("node-2", LEASE, LEASE.plusSeconds(60)));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "3, 0", "0, -1", "0, 301"})
    void progressStaysWithinTheList(int files, long bytes) {
        Pack pack = pack();
        pack.claim("node-1", LEASE, NOVEMBER);
        assertThrows(IllegalArgumentException.class, () -> pack.progress(1, files, bytes, LEASE));
    }

    @Test
    void packThatKillsEveryNodeIsGivenUp() {
        Pack pack = pack();
        Instant now = NOVEMBER;
        for (int attempt = 1; attempt <= Lease.MOST_ATTEMPTS; attempt++) {
            assertFalse(pack.isAbandoned(now));
            pack.claim("node-" + attempt, now.plusSeconds(30), now);
            now = now.plusSeconds(30);
        }
        Instant end = now;
        Refused.with(AssuranceError.PACK_LEASE_LOST, () -> pack.abandon(end.minusSeconds(1)));
        Refused.with(AssuranceError.PACK_ATTEMPTS_USED, () -> pack.claim("node-9", end.plusSeconds(30), end));
        assertTrue(pack.isAbandoned(end));
        pack.abandon(end);
        assertEquals(PackState.FAILED, pack.state());
        assertEquals("assurance.pack-attempts-used", pack.failure());
    }

    @Test
    void retriedPackHasTheSameListAndLetsNobodyFromBeforeIn() {
        Pack pack = in(PackState.FAILED);
        assertEquals("shared.unavailable", pack.failure());
        Refused.with(SharedError.NOT_FOUND, () -> pack.retry(COORDINATOR, engagement, NOVEMBER));
        pack.retry(AUDITOR, engagement, NOVEMBER);
        assertEquals("", pack.failure());
        assertEquals(list.sha256(), pack.listSha256());
        pack.claim("node-2", LEASE, NOVEMBER);
        Refused.with(AssuranceError.PACK_LEASE_LOST, () -> pack.progress(1, 1, 1, LEASE));
        pack.progress(2, 1, 1, LEASE);
    }

    @Test
    void aPackIsEncryptedForTheCertificateThatWasInUseAtItsRequest() {
        CertificateTurn turn =
                CertificateTurn.give(AUDITOR, engagement, TestCertificates.read("p256"), Optional.empty(), NOVEMBER);
        Pack pack = new Pack(AUDITOR, engagement, list, 9, Optional.of(turn), NOVEMBER);
        assertEquals(Optional.of(turn.id()), pack.certificate());
        assertEquals(turn.sha256().orElseThrow(), pack.requested().details().get("certificateSha256"));
        pack.claim("node-1", LEASE, NOVEMBER);
        pack.progress(1, 2, 300, LEASE);
        assertThrows(IllegalArgumentException.class, () -> pack.complete(1, BUILT, NOVEMBER));
        BuiltPack encrypted = new BuiltPack(
                BUILT.blob(),
                BUILT.size(),
                BUILT.sha256(),
                BUILT.tagManifestSha256(),
                BUILT.keyFingerprint(),
                BUILT.trail(),
                Optional.of(Envelope.of(new byte[] {48, 1, 0})));
        pack.complete(1, encrypted, NOVEMBER);
        assertEquals(Optional.of(encrypted), pack.built());
        PackDownload download = pack.download(AUDITOR, engagement, 0, 999, NOVEMBER);
        assertEquals(turn.sha256().orElseThrow(), download.begun(pack).details().get("certificateSha256"));
    }

    @Test
    void aPackIsNotEncryptedOnceTheCertificateIsWithdrawn() {
        CertificateTurn given =
                CertificateTurn.give(AUDITOR, engagement, TestCertificates.read("p256"), Optional.empty(), NOVEMBER);
        CertificateTurn withdrawn = CertificateTurn.withdraw(AUDITOR, engagement, Optional.of(given), NOVEMBER);
        Pack pack = new Pack(AUDITOR, engagement, list, 9, Optional.of(withdrawn), NOVEMBER);
        assertEquals(Optional.empty(), pack.certificate());
    }

    @Test
    void provingIsToldBeforeTheWritingAndKeepsTheLease() {
        Pack pack = in(PackState.BUILDING);
        pack.proved(1, 1_000, 2_500, LEASE.plusSeconds(30));
        assertEquals(new BuildProgress(0, 2, 0, 300, 1_000, 2_500), pack.progress());
        assertFalse(pack.lease().isOver(LEASE.plusSeconds(10)));
        assertThrows(IllegalArgumentException.class, () -> pack.proved(1, 2, 1, LEASE));
        Refused.with(AssuranceError.PACK_LEASE_LOST, () -> pack.proved(2, 1, 2, LEASE));
        pack.fail(1, SharedError.UNAVAILABLE, NOVEMBER);
        pack.retry(AUDITOR, engagement, NOVEMBER);
        assertEquals(new BuildProgress(0, 2, 0, 300, 0, 0), pack.progress());
    }

    @Test
    void downloadIsRecordedWithItsRange() {
        Pack pack = in(PackState.READY);
        PackDownload download = pack.download(AUDITOR, engagement, 500, 999, NOVEMBER);
        assertEquals(500, download.firstByte());
        assertEquals(AUDITOR.requirePerson(), download.person());
        assertEquals(FIRM, download.organisation());
        assertEquals("pack.download-begun", download.begun(pack).name());
        assertEquals(999L, download.begun(pack).details().get("lastByte"));
    }

    @ParameterizedTest
    @CsvSource({"-1, 10", "10, 9", "0, 1000"})
    void rangeOutsideThePackIsRefused(long first, long last) {
        Pack pack = in(PackState.READY);
        Refused.with(AssuranceError.PACK_RANGE, () -> pack.download(AUDITOR, engagement, first, last, NOVEMBER));
    }

    @Test
    void packIsDownloadedOnlyWhenReadyAndOnlyByTheTeamWhileTheEngagementIsOpen() {
        for (PackState state : Set.of(PackState.QUEUED, PackState.BUILDING, PackState.FAILED)) {
            Refused.with(AssuranceError.PACK_NOT_READY, () -> in(state).download(AUDITOR, engagement, 0, 0, NOVEMBER));
        }
        Pack pack = in(PackState.READY);
        Refused.with(SharedError.NOT_FOUND, () -> pack.download(BANKER, engagement, 0, 0, NOVEMBER));
        Refused.with(SharedError.NOT_FOUND, () -> pack.download(COLLEAGUE, engagement, 0, 0, NOVEMBER));
        engagement.close(AUDITOR, Conclusion.UNMODIFIED, 0, NOVEMBER);
        Refused.with(AssuranceError.AUDITOR_MAY_NOT, () -> pack.download(AUDITOR, engagement, 0, 0, NOVEMBER));
    }

    @Test
    void anotherEngagementCannotBeTakenForItsOwn() {
        Pack pack = in(PackState.READY);
        Engagement other = Audit.in(EngagementState.REPORTING);
        assertThrows(IllegalArgumentException.class, () -> pack.download(AUDITOR, other, 0, 0, NOVEMBER));
    }

    private Pack in(PackState state) {
        Pack pack = pack();
        if (state != PackState.QUEUED) {
            become(pack, PackState.BUILDING);
        }
        if (state == PackState.READY || state == PackState.FAILED) {
            become(pack, state);
        }
        return pack;
    }

    private void become(Pack pack, PackState to) {
        switch (to) {
            case QUEUED -> pack.retry(AUDITOR, engagement, NOVEMBER);
            case BUILDING -> pack.claim("node-1", LEASE, NOVEMBER);
            case READY -> {
                pack.progress(pack.lease().attempt(), 2, 300, LEASE);
                pack.complete(pack.lease().attempt(), BUILT, NOVEMBER);
            }
            case FAILED -> pack.fail(pack.lease().attempt(), SharedError.UNAVAILABLE, NOVEMBER);
        }
    }

    private Pack pack() {
        return new Pack(AUDITOR, engagement, list, 131_978, Optional.empty(), NOVEMBER);
    }

    private static EntryList.Fixed list() {
        EntryList entries = new EntryList(Tlp.AMBER);
        entries.add(entry("data/grants/grants.csv", 200, Tlp.AMBER));
        entries.add(entry("data/evidence/a.pdf", 100, Tlp.AMBER_STRICT));
        return entries.fix();
    }

    private static EntryList.Entry entry(String path, long size, Tlp label) {
        return new EntryList.Entry(path, "ab".repeat(32), size, 1, new Subject("evidence", new UUID(0, 1)), label);
    }
}
