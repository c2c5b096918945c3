package org.sekisho.domain.report.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.agreement.access.Refusals.refused;
import static org.sekisho.domain.agreement.access.TestActors.ofBank;
import static org.sekisho.domain.agreement.access.TestActors.ofRival;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.FoundBy;
import org.sekisho.domain.report.Provenance;
import org.sekisho.domain.report.severity.CvssScore;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.ContentStore.Stored;

class IntakeTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final Instant LATER = NOW.plus(Intake.LEASE);
    private static final IntakeProgress SOME = new IntakeProgress(200, 4_000);
    private static final IntakeFailure TRUNCATED = IntakeFailure.of(new Refusal(IntakeError.FILE_TRUNCATED));

    private final Actor analyst = ofBank(Role.ANALYST);
    private final Intake intake = new Intake(
            UUID.randomUUID(),
            analyst,
            new IntakeOrigin(
                    UUID.randomUUID(),
                    new Provenance(2, new FoundBy("lab", "model", "5", "run-1")),
                    SourceFormat.SARIF,
                    Tlp.AMBER),
            new Stored("b".repeat(64), 10, "a".repeat(64), 1),
            NOW);

    @Test
    void everyPairOfTheTransitionTable() {
        Map<IntakeState, EnumSet<IntakeState>> meant = Map.of(
                IntakeState.STAGING, EnumSet.of(IntakeState.PUBLISHED, IntakeState.REFUSED, IntakeState.ABANDONED));
        for (IntakeState from : IntakeState.values()) {
            for (IntakeState to : IntakeState.values()) {
                boolean may = meant.containsKey(from) && meant.get(from).contains(to);
                assertEquals(may, from.canBecome(to), from + " " + to);
            }
        }
    }

    @Test
    void publishedOnceWithCountsThatAddUp() {
        refused(IntakeError.COUNTS_DIFFER, () -> new IntakeTally(3, 1, 1, 0));
        IntakeTally tally = new IntakeTally(3, 1, 1, 1);
        refused(IntakeError.COUNTS_DIFFER, () -> intake.publish(analyst, 1, new FileReading(4, 0), tally, NOW));
        assertEquals(
                "report-import.published",
                intake.publish(analyst, 1, new FileReading(3, 2), tally, NOW).name());
        assertEquals(2, intake.failedRuns());
        assertEquals(tally, intake.tally());
        assertEquals(Optional.of(NOW), intake.endedAt());
        refused(IntakeError.WRONG_STATE, () -> intake.publish(analyst, 1, new FileReading(3, 0), tally, NOW));
        refused(IntakeError.WRONG_STATE, () -> intake.staged(analyst, 1, SOME, NOW));
    }

    @Test
    void itsFileIsHandedOutToItsOperatorAndToThoseWhoSeeWhatIsMasked() {
        assertEquals(
                "report-import.file-handed-out",
                intake.handOut(analyst, "To compare").name());
        intake.handOut(ofBank(Role.SECURITY_REVIEWER), "To compare");
        intake.handOut(ofBank(Role.CISO), "To compare");
        refused(SharedError.NOT_PERMITTED, () -> intake.handOut(ofBank(Role.ANALYST), "To compare"));
    }

    @Test
    void refusedFileKeepsItsCode() {
        intake.refuse(analyst, 1, TRUNCATED, NOW);
        assertEquals(
                "report.file-truncated",
                intake.failure().map(IntakeFailure::code).orElse(""));
        refused(IntakeError.WRONG_STATE, () -> intake.refuse(analyst, 1, TRUNCATED, NOW));
    }

    @Test
    void onlyASilentIntakeIsGivenUp() {
        refused(IntakeError.SAME_FILE_UNDER_WAY, () -> intake.abandon(analyst, LATER.minusMillis(1)));
        intake.staged(analyst, 1, SOME, NOW.plusSeconds(1));
        assertFalse(intake.isBrokenOff(LATER), "a batch renews it");
        intake.abandon(analyst, LATER.plusSeconds(1));
        assertEquals(IntakeState.ABANDONED, intake.state());
    }

    @Test
    void whatRefusedTheFileIsSaidAgainWithItsParameters() {
        IntakeFailure failure =
                IntakeFailure.of(new Refusal(IntakeError.FILE_MALFORMED, Map.of("line", 3, "column", 14)));
        intake.refuse(analyst, 1, failure, NOW);
        Refusal again = intake.failure().map(IntakeFailure::refusal).orElseThrow();
        assertEquals(IntakeError.FILE_MALFORMED.code(), again.code().code());
        assertEquals(Map.of("line", "3", "column", "14"), again.parameters());
    }

    @Test
    void whoeverWasTakenOverFromDoesNothingMore() {
        Actor colleague = ofBank(Role.CISO);
        intake.staged(analyst, 1, SOME, NOW);
        refused(IntakeError.SAME_FILE_UNDER_WAY, () -> intake.takeOver(colleague, NOW));
        intake.takeOver(colleague, LATER);
        assertEquals(colleague.requirePerson(), intake.operator());
        assertEquals(new IntakeProgress(0, 0), intake.progress());
        refused(IntakeError.TAKEN_OVER, () -> intake.staged(analyst, 1, SOME, LATER));
        refused(
                IntakeError.TAKEN_OVER,
                () -> intake.publish(analyst, 1, new FileReading(0, 0), IntakeTally.NONE, LATER));
        refused(IntakeError.TAKEN_OVER, () -> intake.refuse(analyst, 1, TRUNCATED, LATER));
        intake.publish(colleague, 2, new FileReading(0, 0), IntakeTally.NONE, LATER);
    }

    @Test
    void whoeverComesBackAfterTheFileWasSentAgainDoesNothingMore() {
        intake.abandon(ofBank(Role.CISO), LATER);
        refused(IntakeError.TAKEN_OVER, () -> intake.staged(analyst, 1, SOME, LATER));
        refused(
                IntakeError.TAKEN_OVER,
                () -> intake.publish(analyst, 1, new FileReading(0, 0), IntakeTally.NONE, LATER));
        refused(IntakeError.TAKEN_OVER, () -> intake.refuse(analyst, 1, TRUNCATED, LATER));
    }

    @Test
    void anotherOrganisationDoesNothingWithIt() {
        Actor rival = ofRival(Role.ANALYST);
        refused(IntakeError.OTHER_ORGANISATION, () -> intake.staged(rival, 1, SOME, NOW));
        refused(
                IntakeError.OTHER_ORGANISATION,
                () -> intake.publish(rival, 1, new FileReading(0, 0), IntakeTally.NONE, NOW));
        refused(IntakeError.OTHER_ORGANISATION, () -> intake.refuse(rival, 1, TRUNCATED, NOW));
        refused(IntakeError.OTHER_ORGANISATION, () -> intake.abandon(rival, LATER));
    }

    @Test
    void findingReadsBackAsItWasWritten() {
        Finding finding = new FindingDraft(FindingDraft.tool("T", "1", "r"))
                .title("=1+1 \u8106\u5f31\u6027")
                .text("<script>")
                .identifier("CVE-2026-1234")
                .weakness("external/cwe/cwe-079".substring(13))
                .component("c", "1", "pkg:x")
                .location("a", 3, "n")
                .vector("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", Optional.of(new CvssScore(90)))
                .vector("CVSS:3.0/bad", Optional.empty())
                .scoreOnly("security-severity", new CvssScore(80))
                .reference("https://a.example", "s")
                .remedy("Update")
                .exhibit("flow", "1. a")
                .code("a:3", "x")
                .build(Fingerprint.of(SourceFormat.OSV).with("id", "x").build())
                .orElseThrow();
        assertEquals(finding, FindingJson.read(FindingJson.write(finding)));
        assertEquals(2, finding.exhibits().size());
        assertEquals("CWE-79", finding.weaknesses().get(0));
        assertTrue(finding.vectors().get(0).contradicted());
        assertEquals("report.vector-version", finding.vectors().get(1).problem());
    }

    @Test
    void listThatIsTooLongSaysWhatItLeftOut() {
        FindingDraft draft = new FindingDraft(FindingDraft.tool("T", "", "")).title("t");
        for (int i = 0; i < Finding.LIST_LIMIT + 7; i++) {
            draft.identifier("ID-" + i).identifier("ID-0");
        }
        Finding finding = draft.build(Fingerprint.of(SourceFormat.OSV).build()).orElseThrow();
        assertEquals(Finding.LIST_LIMIT, finding.identifiers().size());
        assertEquals(7, finding.leftOut());
    }

    @Test
    void fingerprintDependsOnEveryPartAndItsPlace() {
        assertNotEquals(fingerprint("ab", "c"), fingerprint("a", "bc"));
        assertNotEquals(fingerprint("a", "b"), fingerprint("b", "a"));
        assertEquals(fingerprint("a", "b"), fingerprint("a", "b"));
    }

    private static String fingerprint(String one, String two) {
        return Fingerprint.of(SourceFormat.SARIF)
                .with("rule", one)
                .with("file", two)
                .build()
                .value();
    }
}
