package org.sekisho.domain.report.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.report.Findings.ANALYST;
import static org.sekisho.domain.report.Findings.BANK;
import static org.sekisho.domain.report.Findings.CHANGED;
import static org.sekisho.domain.report.Findings.CISO;
import static org.sekisho.domain.report.Findings.COLLEAGUE;
import static org.sekisho.domain.report.Findings.CONTENT;
import static org.sekisho.domain.report.Findings.FRIDAY;
import static org.sekisho.domain.report.Findings.OFFICIAL;
import static org.sekisho.domain.report.Findings.REVIEWER;
import static org.sekisho.domain.report.Findings.RIVAL;
import static org.sekisho.domain.report.Findings.RIVAL_REVIEWER;
import static org.sekisho.domain.report.Findings.VAULT;
import static org.sekisho.domain.report.Findings.person;
import static org.sekisho.domain.report.Findings.refuses;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.ApprovalNeeded;
import org.sekisho.domain.agreement.clause.Audience;
import org.sekisho.domain.agreement.clause.ExportClause;
import org.sekisho.domain.agreement.clause.ExportClause.Format;
import org.sekisho.domain.agreement.clause.ExportClause.Material;
import org.sekisho.domain.agreement.clause.ExportClause.Rule;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Findings;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.vault.SealBroken;

/** A rendering leaves only as the export clause says, with the approvals it asks for, of the very bytes. */
class ReleaseTest {

    private static final Rule TO_PEERS = new Rule(
            Role.SECURITY_REVIEWER,
            Material.REPORT,
            Audience.PEER,
            List.of(new ApprovalNeeded(Role.CISO, 1), new ApprovalNeeded(Role.AUTHORITY_REVIEWER, 1)),
            Set.of(Format.JSON, Format.PDF),
            3);
    private static final ExportClause CLAUSE = new ExportClause(List.of(TO_PEERS));
    private static final Recipient RIVALS = new Recipient(RIVAL, OrganisationKind.INSTITUTION, Set.of());

    private final Report report = Findings.triaged(RiskTier.HIGH);
    private final byte[] bytes = rendering().bytes();

    private Rendering rendering() {
        return new Rendering(
                "R-1",
                Optional.of("Bank"),
                "Rival",
                report.label(),
                FRIDAY,
                Set.of(SensitiveMatter.EXPLOIT_CODE),
                CONTENT);
    }

    @Test
    void whomItIsForStandsInALineHoweverManyTheyAre() {
        assertEquals("Rival", rendering().addressee());
        assertEquals("Rival: A", named("A").addressee());
        assertEquals("Rival: A, B (+1)", named("A", "B", "C").addressee());
        assertEquals("Rival: A, B (+3)", named("A", "B", "C", "D", "E").addressee());
        assertTrue(named("A", "B", "C", "D").canonical().contains("[\"A\",\"B\",\"C\",\"D\"]"), "all of them");
    }

    private static Rendering named(String... people) {
        return new Rendering("R-1", Optional.empty(), "Rival", List.of(people), Tlp.RED, FRIDAY, Set.of(), CONTENT);
    }

    private static ReleaseOrder order(Recipient to, Format format) {
        return ReleaseOrder.under(Optional.of(CLAUSE), REVIEWER, to, format, false);
    }

    private Release requested() {
        return new Release(report, order(RIVALS, Format.JSON), bytes, 0, REVIEWER, FRIDAY);
    }

    private Release released() {
        Release release = requested();
        release.approval().approve(CISO, Role.CISO, release.sha256(), report, true, FRIDAY);
        release.approval().approve(OFFICIAL, Role.AUTHORITY_REVIEWER, release.sha256(), report, true, FRIDAY);
        return release;
    }

    @Test
    void whatTheClauseNoLongerForeseesDoesntLeave() {
        Release release = requested();
        release.requireForeseen(Optional.of(CLAUSE));
        release.requireForeseen(Optional.of(rule(Set.of(Format.JSON), List.of(new ApprovalNeeded(Role.CISO, 1)))));
        refuses(ReleaseError.RULE_CHANGED, () -> release.requireForeseen(Optional.empty()));
        refuses(
                ReleaseError.RULE_CHANGED,
                () -> release.requireForeseen(Optional.of(rule(Set.of(Format.PDF), TO_PEERS.approvals()))));
        refuses(
                ReleaseError.RULE_CHANGED,
                () -> release.requireForeseen(
                        Optional.of(rule(Set.of(Format.JSON), List.of(new ApprovalNeeded(Role.CISO, 2))))));
    }

    private static ExportClause rule(Set<Format> formats, List<ApprovalNeeded> approvals) {
        return new ExportClause(List.of(new Rule(
                Role.SECURITY_REVIEWER, Material.REPORT, Audience.PEER, approvals, formats, TO_PEERS.limitPerDay())));
    }

    @Test
    void whatNoRuleNamesDoesntLeave() {
        Recipient vendor = new Recipient(UUID.randomUUID(), OrganisationKind.IT_VENDOR, Set.of());
        refuses(ReleaseError.NOT_FORESEEN, () -> order(vendor, Format.JSON));
        refuses(
                ReleaseError.NOT_FORESEEN,
                () -> ReleaseOrder.under(Optional.of(CLAUSE), ANALYST, RIVALS, Format.JSON, false));
        refuses(
                ReleaseError.NOT_FORESEEN,
                () -> ReleaseOrder.under(Optional.empty(), REVIEWER, RIVALS, Format.JSON, false));
        refuses(ReleaseError.FORMAT_NOT_FORESEEN, () -> order(RIVALS, Format.CSAF));
    }

    @Test
    void onlyItsOwnerReleasesAndNotToItself() {
        ReleaseOrder order = order(RIVALS, Format.JSON);
        refuses(ReleaseError.OWNER_ONLY, () -> new Release(report, order, bytes, 0, RIVAL_REVIEWER, FRIDAY));
        refuses(ReleaseError.OWNER_ONLY, () -> new Release(report, order, bytes, 0, ANALYST, FRIDAY));
        Recipient self = new Recipient(BANK, OrganisationKind.INSTITUTION, Set.of());
        refuses(
                ReleaseError.TO_ONESELF,
                () -> new Release(report, order(self, Format.JSON), bytes, 0, REVIEWER, FRIDAY));
    }

    @Test
    void aDayHasItsLimit() {
        ReleaseOrder order = order(RIVALS, Format.JSON);
        new Release(report, order, bytes, 2, REVIEWER, FRIDAY);
        refuses(ReleaseError.DAY_LIMIT, () -> new Release(report, order, bytes, 3, REVIEWER, FRIDAY));
    }

    @Test
    void redGoesToPeopleByNameOnly() {
        report.label(REVIEWER, Tlp.RED);
        refuses(ReleaseError.PEOPLE_NEEDED, this::requested);
        Recipient named = new Recipient(RIVAL, OrganisationKind.INSTITUTION, Set.of(RIVAL_REVIEWER.requirePerson()));
        Release release = new Release(report, order(named, Format.JSON), bytes, 0, REVIEWER, FRIDAY);
        release.approval().approve(CISO, Role.CISO, release.sha256(), report, true, FRIDAY);
        release.approval().approve(OFFICIAL, Role.AUTHORITY_REVIEWER, release.sha256(), report, true, FRIDAY);
        release.receipt().requireReader(RIVAL_REVIEWER);
        Actor other = person(RIVAL, OrganisationKind.INSTITUTION, Role.CISO);
        refuses(ReleaseError.RECIPIENT_ONLY, () -> release.receipt().requireReader(other));
    }

    @Test
    void nobodyReadsItBeforeTheLastApproval() {
        Release release = requested();
        refuses(ReleaseError.RECIPIENT_ONLY, () -> release.receipt().requireReader(RIVAL_REVIEWER));
        assertEquals(
                "release.approved",
                release.approval()
                        .approve(CISO, Role.CISO, release.sha256(), report, true, FRIDAY)
                        .name());
        refuses(ReleaseError.RECIPIENT_ONLY, () -> release.receipt().requireReader(RIVAL_REVIEWER));
        assertEquals(
                List.of(new ApprovalNeeded(Role.AUTHORITY_REVIEWER, 1)),
                release.approval().missing());
        assertEquals(
                "release.released",
                release.approval()
                        .approve(OFFICIAL, Role.AUTHORITY_REVIEWER, release.sha256(), report, true, FRIDAY)
                        .name());
        assertEquals(ReleaseState.RELEASED, release.state());
        release.receipt().requireReader(RIVAL_REVIEWER);
    }

    @Test
    void onlyWhomTheRuleAsksApproves() {
        Release release = requested();
        String hash = release.sha256();
        ReleaseApprovals approval = release.approval();
        refuses(
                ReleaseError.APPROVAL_NOT_ASKED,
                () -> approval.approve(COLLEAGUE, Role.SECURITY_REVIEWER, hash, report, true, FRIDAY));
        Actor rivalCiso = person(RIVAL, OrganisationKind.INSTITUTION, Role.CISO);
        refuses(
                ReleaseError.APPROVAL_NOT_ASKED,
                () -> approval.approve(rivalCiso, Role.CISO, hash, report, true, FRIDAY));
        Actor tied = person(BANK, OrganisationKind.INSTITUTION, Role.CISO, RIVAL);
        refuses(ReleaseError.APPROVER_TIED, () -> approval.approve(tied, Role.CISO, hash, report, true, FRIDAY));
        Actor official = person(Findings.UNIT, OrganisationKind.AUTHORITY, Role.AUTHORITY_REVIEWER, BANK);
        refuses(
                ReleaseError.APPROVAL_NOT_ASKED,
                () -> approval.approve(official, Role.AUTHORITY_REVIEWER, hash, report, true, FRIDAY));
        approval.approve(CISO, Role.CISO, hash, report, true, FRIDAY);
        refuses(ReleaseError.APPROVED_ALREADY, () -> approval.approve(CISO, Role.CISO, hash, report, true, FRIDAY));
        Actor second = person(BANK, OrganisationKind.INSTITUTION, Role.CISO);
        refuses(ReleaseError.APPROVALS_COMPLETE, () -> approval.approve(second, Role.CISO, hash, report, true, FRIDAY));
    }

    @Test
    void nobodyApprovesWhatTheyAskedFor() {
        UUID self = UUID.randomUUID();
        Actor both = Actor.person(
                self, BANK, OrganisationKind.INSTITUTION, Set.of(BANK), Set.of(Role.SECURITY_REVIEWER, Role.CISO));
        Release release = new Release(report, order(RIVALS, Format.JSON), bytes, 0, both, FRIDAY);
        assertEquals(Optional.empty(), release.approval().askedOf(both));
        refuses(ReleaseError.APPROVER_ASKED, () -> release.approval()
                .approve(both, Role.CISO, release.sha256(), report, true, FRIDAY));
        assertEquals(Optional.of(Role.CISO), release.approval().askedOf(CISO));
    }

    @Test
    void anApprovalCoversTheVeryBytes() {
        Release release = requested();
        refuses(ReleaseError.RENDERING_CHANGED, () -> release.approval()
                .approve(CISO, Role.CISO, "0".repeat(64), report, true, FRIDAY));
        report.revise(ANALYST, report.current().sha256(), CHANGED, FRIDAY);
        refuses(ReleaseError.REPORT_CHANGED, () -> release.approval()
                .approve(CISO, Role.CISO, release.sha256(), report, true, FRIDAY));
    }

    @Test
    void aStricterLabelStopsIt() {
        Release release = requested();
        report.label(REVIEWER, Tlp.AMBER_STRICT);
        refuses(ReleaseError.REPORT_CHANGED, () -> release.approval()
                .approve(CISO, Role.CISO, release.sha256(), report, true, FRIDAY));
    }

    @Test
    void anEmbargoStopsIt() {
        Release release = requested();
        refuses(ReleaseError.UNDER_EMBARGO, () -> release.approval()
                .approve(CISO, Role.CISO, release.sha256(), report, false, FRIDAY));
    }

    @Test
    void oneNoEndsIt() {
        Release release = requested();
        release.approval().approve(CISO, Role.CISO, release.sha256(), report, true, FRIDAY);
        assertEquals(
                "release.declined",
                release.approval()
                        .decline(OFFICIAL, Role.AUTHORITY_REVIEWER, "Too early.", VAULT, FRIDAY)
                        .name());
        assertEquals(Optional.of("Too early."), release.reason(VAULT));
        refuses(ReleaseError.WRONG_STATE, () -> release.withdraw(REVIEWER, FRIDAY));
    }

    @Test
    void theRecipientConfirmsOncePerPerson() {
        Release release = released();
        assertFalse(release.receipt().isDestructionOutstanding());
        release.receipt().received(RIVAL_REVIEWER, FRIDAY);
        refuses(ReleaseError.CONFIRMED_ALREADY, () -> release.receipt().received(RIVAL_REVIEWER, FRIDAY));
        refuses(ReleaseError.RECIPIENT_ONLY, () -> release.receipt().received(REVIEWER, FRIDAY));
        refuses(ReleaseError.WRONG_STATE, () -> release.receipt().destroyed(RIVAL_REVIEWER, FRIDAY));
    }

    @Test
    void aRecallWaitsForItsDestruction() {
        Release release = released();
        refuses(ReleaseError.OWNER_ONLY, () -> release.recall(RIVAL_REVIEWER, "Wrong recipient", VAULT, FRIDAY));
        release.recall(REVIEWER, "Wrong recipient", VAULT, FRIDAY);
        assertTrue(release.receipt().isDestructionOutstanding());
        refuses(ReleaseError.RECIPIENT_ONLY, () -> release.receipt().requireReader(RIVAL_REVIEWER));
        release.receipt().destroyed(RIVAL_REVIEWER, FRIDAY);
        assertFalse(release.receipt().isDestructionOutstanding());
    }

    @Test
    void aRecallWaitsForEveryoneNamed() {
        Actor other = person(RIVAL, OrganisationKind.INSTITUTION, Role.CISO);
        Recipient named = new Recipient(
                RIVAL, OrganisationKind.INSTITUTION, Set.of(RIVAL_REVIEWER.requirePerson(), other.requirePerson()));
        Release release = new Release(report, order(named, Format.JSON), bytes, 0, REVIEWER, FRIDAY);
        release.approval().approve(CISO, Role.CISO, release.sha256(), report, true, FRIDAY);
        release.approval().approve(OFFICIAL, Role.AUTHORITY_REVIEWER, release.sha256(), report, true, FRIDAY);
        release.recall(REVIEWER, "Superseded", VAULT, FRIDAY);
        release.receipt().destroyed(other, FRIDAY);
        assertTrue(release.receipt().isDestructionOutstanding());
        release.receipt().destroyed(RIVAL_REVIEWER, FRIDAY);
        assertFalse(release.receipt().isDestructionOutstanding());
    }

    @Test
    void whatLeftIsKeptByteByByte() {
        Release release = requested();
        ReleasedContent kept = release.keep(bytes, VAULT);
        assertArrayEquals(bytes, kept.open(release, VAULT));
        refuses(ReleaseError.RENDERING_CHANGED, () -> release.keep(new byte[] {1}, VAULT));
        assertThrows(SealBroken.class, () -> new ReleasedContent(release, new byte[] {1}, VAULT).open(release, VAULT));
    }

    @Test
    void aRenderingTellsForWhomItIsAndUnderWhichLabel() {
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertTrue(text.contains("\"recipient\":\"Rival\""), text);
        assertTrue(text.contains("\"label\":\"TLP:AMBER\""), text);
        assertTrue(text.contains("\"masked\":[\"EXPLOIT_CODE\"]"), text);
        assertTrue(text.contains("\"source\":\"Bank\""), text);
    }
}
