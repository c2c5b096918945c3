package org.sekisho.domain.report.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.report.Findings.ANALYST;
import static org.sekisho.domain.report.Findings.CISO;
import static org.sekisho.domain.report.Findings.FRIDAY;
import static org.sekisho.domain.report.Findings.OFFICIAL;
import static org.sekisho.domain.report.Findings.REVIEWER;
import static org.sekisho.domain.report.Findings.RIVAL_REVIEWER;
import static org.sekisho.domain.report.Findings.VAULT;
import static org.sekisho.domain.report.Findings.refuses;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.Findings;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.report.embargo.Embargo;
import org.sekisho.domain.shared.Days;

/** A flaw in somebody else's product goes out by its institution's hand, and only forward. */
class DisclosureCaseTest {

    private static final LocalDate TODAY = Days.of(FRIDAY);

    private final Report report = Findings.triaged(RiskTier.HIGH);
    private final DisclosureCase opened = new DisclosureCase(report, REVIEWER, FRIDAY);

    private void told(NotifiedParty party) {
        opened.told(REVIEWER, party, TODAY, "IPA#1234", VAULT, FRIDAY);
    }

    @Test
    void onlyTheInstitutionsSecurityWorksOnIt() {
        for (Actor other : List.of(ANALYST, RIVAL_REVIEWER, OFFICIAL)) {
            refuses(DisclosureError.OWNER_ONLY, () -> new DisclosureCase(report, other, FRIDAY));
            refuses(DisclosureError.OWNER_ONLY, () -> opened.show(other, FRIDAY));
        }
        assertEquals(DisclosureState.PREPARED, new DisclosureCase(report, CISO, FRIDAY).state());
    }

    @Test
    void whoIsToldMovesItOnAndNeverBack() {
        told(NotifiedParty.IPA);
        assertEquals(DisclosureState.NOTIFIED, opened.state());
        told(NotifiedParty.JPCERT_CC);
        assertEquals(DisclosureState.COORDINATED, opened.state());
        told(NotifiedParty.DEVELOPER);
        assertEquals(DisclosureState.COORDINATED, opened.state());
        assertEquals(4, opened.steps().size());
        assertEquals(Optional.of("IPA#1234"), opened.steps().get(1).note(VAULT));
    }

    @Test
    void nobodyIsToldInTheFuture() {
        refuses(
                DisclosureError.DAY_AHEAD,
                () -> opened.told(REVIEWER, NotifiedParty.IPA, TODAY.plusDays(1), "", VAULT, FRIDAY));
    }

    @Test
    void numbersAreThoseOfJvnAndCve() {
        opened.number(REVIEWER, "JVNVU#12345678", List.of("CVE-2026-12345", "CVE-2026-1234"), FRIDAY);
        assertEquals("JVNVU#12345678", opened.jvn());
        assertEquals(List.of("CVE-2026-12345", "CVE-2026-1234"), opened.cves());
        refuses(DisclosureError.JVN_MALFORMED, () -> opened.number(REVIEWER, "JVN#123", List.of(), FRIDAY));
        refuses(DisclosureError.CVE_MALFORMED, () -> opened.number(REVIEWER, "", List.of("CVE-1"), FRIDAY));
    }

    @Test
    void theDayOfPublicationLiesAhead() {
        refuses(
                DisclosureError.DAY_PAST,
                () -> opened.schedule(REVIEWER, TODAY.minusDays(1), Optional.empty(), FRIDAY));
        opened.schedule(REVIEWER, TODAY.plusDays(40), Optional.empty(), FRIDAY);
        assertEquals(Optional.of(TODAY.plusDays(40)), opened.publishOn());
    }

    @Test
    void nothingIsPublishedThatNobodyWasTold() {
        refuses(DisclosureError.WRONG_STATE, () -> opened.publish(REVIEWER, TODAY, Optional.empty(), FRIDAY));
        told(NotifiedParty.DEVELOPER);
        opened.publish(REVIEWER, TODAY, Optional.empty(), FRIDAY);
        assertEquals(DisclosureState.PUBLISHED, opened.state());
        refuses(DisclosureError.WRONG_STATE, () -> told(NotifiedParty.IPA));
        refuses(DisclosureError.WRONG_STATE, () -> opened.withdraw(REVIEWER, "Late", VAULT, FRIDAY));
    }

    @Test
    void itIsShownOnce() {
        assertTrue(opened.shownAt().isEmpty());
        opened.show(CISO, FRIDAY);
        assertEquals(Optional.of(FRIDAY), opened.shownAt());
        refuses(DisclosureError.SHOWN_ALREADY, () -> opened.show(CISO, FRIDAY));
    }

    @Test
    void whatItIsAboutIsSealed() {
        DisclosureContent.Words words = new DisclosureContent.Words("Router 7", "Example", "It answers everybody.");
        assertEquals(words, opened.keep(words, VAULT).open(VAULT));
    }

    @Test
    void onlyWhatSomebodyLookedAtIsDisclosed() {
        Report unseen = Findings.received(RiskTier.HIGH);
        refuses(DisclosureError.REPORT_UNFIT, () -> new DisclosureCase(unseen, REVIEWER, FRIDAY));
        for (ReportState state : ReportState.values()) {
            boolean unfit = List.of(ReportState.RECEIVED, ReportState.REJECTED, ReportState.DUPLICATE)
                    .contains(state);
            assertEquals(!unfit, DisclosureState.mayBegin(state));
        }
    }

    @Test
    void onlyWhoWasToldAnswers() {
        refuses(DisclosureError.NOT_TOLD, () -> answered(TODAY));
        told(NotifiedParty.DEVELOPER);
        refuses(DisclosureError.DAY_AHEAD, () -> answered(TODAY.plusDays(1)));
        refuses(DisclosureError.ANSWER_BEFORE_TOLD, () -> answered(TODAY.minusDays(1)));
        answered(TODAY);
        assertEquals(
                new DisclosureCase.Contact(NotifiedParty.DEVELOPER, Optional.of(TODAY), Optional.of(TODAY)),
                opened.contact(NotifiedParty.DEVELOPER));
        assertEquals(
                new DisclosureCase.Contact(NotifiedParty.IPA, Optional.empty(), Optional.empty()),
                opened.contact(NotifiedParty.IPA));
    }

    private void answered(LocalDate day) {
        opened.answered(REVIEWER, NotifiedParty.DEVELOPER, day, "A fix comes in May", VAULT, FRIDAY);
    }

    @Test
    void itIsPublishedWhenNoEmbargoRunsAnyMore() {
        Instant end = Days.endOf(TODAY.plusDays(10));
        Optional<Embargo> embargo = Optional.of(new Embargo(report, end, Days.ZONE, REVIEWER, FRIDAY));
        told(NotifiedParty.DEVELOPER);
        refuses(DisclosureError.UNDER_EMBARGO, () -> opened.schedule(REVIEWER, TODAY.plusDays(9), embargo, FRIDAY));
        refuses(DisclosureError.UNDER_EMBARGO, () -> opened.publish(REVIEWER, TODAY, embargo, FRIDAY));
        opened.schedule(REVIEWER, TODAY.plusDays(10), embargo, FRIDAY);
        assertEquals(Optional.of(TODAY.plusDays(10)), opened.publishOn());
    }
}
