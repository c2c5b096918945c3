package org.sekisho.domain.report.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.sekisho.domain.report.Findings.ANALYST;
import static org.sekisho.domain.report.Findings.BANK;
import static org.sekisho.domain.report.Findings.CHANGED;
import static org.sekisho.domain.report.Findings.CISO;
import static org.sekisho.domain.report.Findings.CONTENT;
import static org.sekisho.domain.report.Findings.FRIDAY;
import static org.sekisho.domain.report.Findings.MAKER;
import static org.sekisho.domain.report.Findings.OFFICIAL;
import static org.sekisho.domain.report.Findings.REVIEWER;
import static org.sekisho.domain.report.Findings.RIVAL_REVIEWER;
import static org.sekisho.domain.report.Findings.UNIT;
import static org.sekisho.domain.report.Findings.person;
import static org.sekisho.domain.report.Findings.refuses;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Findings;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.SharedError;

/** What is masked is shown to reviewers of both sides and nobody else, and the trail keeps why and how much. */
class UnmaskingTest {

    private static final MaskedContent OPENED = new MaskedContent(
            CONTENT,
            List.of(
                    new MaskedPassage(1, SensitiveMatter.HOSTS, "public-name", "pay.aoba.example"),
                    new MaskedPassage(2, SensitiveMatter.CREDENTIALS, "password", "hunter2"),
                    new MaskedPassage(3, SensitiveMatter.CREDENTIALS, "password", "hunter3")));
    private static final Masking EVERYTHING = new Masking(
            text -> text.contains("hunter2")
                    ? List.of(new Passage(
                            text.indexOf("hunter2"),
                            text.indexOf("hunter2") + 7,
                            SensitiveMatter.CREDENTIALS,
                            "password"))
                    : List.of(),
            EnumSet.allOf(SensitiveMatter.class));

    private final Report report = Findings.triaged(RiskTier.HIGH);

    @Test
    void bothSidesSeeItOnceTheAuthorityReviewsIt() {
        assertEquals(3, shown(REVIEWER).passages().size());
        assertEquals(3, shown(CISO).passages().size());
        refuses(ReportError.SIDES_ONLY, () -> shown(OFFICIAL));
        report.showToAuthority(FRIDAY);
        assertEquals(3, shown(OFFICIAL).passages().size());
    }

    @Test
    void nobodyElseSeesIt() {
        report.showToAuthority(FRIDAY);
        Actor tied = person(UNIT, OrganisationKind.AUTHORITY, Role.AUTHORITY_REVIEWER, BANK);
        for (Actor other : List.of(ANALYST, RIVAL_REVIEWER, MAKER, tied)) {
            refuses(ReportError.SIDES_ONLY, () -> shown(other));
        }
    }

    @Test
    void itIsOfARevisionThatTheReportHas() {
        String first = report.current().sha256();
        String second = report.revise(ANALYST, first, CHANGED, FRIDAY).sha256();
        assertEquals(1, new Unmasking(report, REVIEWER, first, OPENED).number());
        assertEquals(2, new Unmasking(report, REVIEWER, second, OPENED).number());
        refuses(ReportError.REVISION_CHANGED, () -> new Unmasking(report, REVIEWER, "ab".repeat(32), OPENED));
    }

    @Test
    void whereNothingIsMaskedNothingIsShown() {
        refuses(
                ReportError.NOTHING_MASKED,
                () -> new Unmasking(
                        report, REVIEWER, report.current().sha256(), new MaskedContent(CONTENT, List.of())));
    }

    @Test
    void theTrailKeepsWhyAndHowMuchOfWhichKindAndNoText() {
        DomainEvent event = shown(REVIEWER).event("Is hunter2 still in use?", EVERYTHING);
        assertEquals("report.unmasked", event.name());
        assertEquals(List.of("CREDENTIALS:2", "HOSTS:1"), event.details().get("passages"));
        assertEquals(report.current().sha256(), event.details().get("revision"));
        assertEquals("Is [\u25a0 CREDENTIALS] still in use?", event.personal().get("reason"));
        assertFalse(event.details().toString().contains("hunter"));
    }

    @Test
    void nobodySeesItWithoutAReason() {
        refuses(SharedError.REQUIRED, () -> shown(REVIEWER).event("  ", EVERYTHING));
    }

    private Unmasking shown(Actor actor) {
        return new Unmasking(report, actor, report.current().sha256(), OPENED);
    }
}
