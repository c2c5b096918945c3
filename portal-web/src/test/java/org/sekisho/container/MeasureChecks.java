package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.container.regime.Sessions.use;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Kept;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.home.HomeService;
import org.sekisho.ejb.report.ReportClocks;
import org.sekisho.ejb.report.ReviewerService;

/** What isn't done in time about an interim measure, who is told of it, and whose absence others put on file. */
final class MeasureChecks {

    private final Regime regime = Regime.get();
    private final Bank bank = regime.own();
    private final Player ciso = bank.person(Role.CISO);
    private final Player coordinator = regime.player(Role.COORDINATOR);
    private final Player duty = regime.inspectorOnDuty();
    private final Player stranger = regime.other().person(Role.CISO);

    void aReviewThatDoesntBeginIsSaidOnceAndWhatHasEndedIsUndone() {
        UUID measure = UUID.randomUUID();
        UUID report = bank.thing("report");
        String late = "queue.measure-late " + measure;
        String over = "queue.measure-over " + measure;
        try {
            Database.run(
                    """
                    with shown as (update report set authority_reads_since = received_at where id = '%2$s')
                    insert into interim_measure (id, row_version, report_id, organisation_id, kind, sealed_reason, ordered_by_person_id,
                                                 ordered_at, expires_at, review_due_at, state)
                    select '%1$s', 1, r.id, r.organisation_id, 'ISOLATION', '\\x00', '%3$s', n.at, n.at + interval '3 days',
                           n.at + interval '24 hours', 'IN_EFFECT'
                    from report r, (select timestamptz '%4$s' as at) n where r.id = '%2$s'
                    """
                            .formatted(
                                    measure,
                                    report,
                                    ciso.id(),
                                    use(Clock.class).instant().minus(Duration.ofHours(30))));
            assertFalse(waits(coordinator).contains(late));
            use(ReportClocks.class).look();
            use(ReportClocks.class).look();
            assertEquals(
                    List.of("report.alert-measure done"),
                    Database.texts(
                            "select act || ' ' || outcome from trail_event where subject_id = ? and act = 'report.alert-measure'",
                            report));
            assertTrue(waits(coordinator).contains(late));
            assertTrue(waits(duty).contains(late));
            assertFalse(waits(stranger).contains(late));
            assertFalse(waits(ciso).contains(over));
            Database.run(
                    "update interim_measure set expires_at = ordered_at + interval '29 hours' where id = ?", measure);
            use(ReportClocks.class).look();
            assertEquals(List.of("EXPIRED"), Database.texts("select state from interim_measure where id = ?", measure));
            assertTrue(waits(ciso).contains(over));
            assertFalse(waits(stranger).contains(over));
            assertFalse(waits(coordinator).contains(over));
            Database.run("update interim_measure set state = 'LIFTED' where id = ?", measure);
            assertFalse(waits(ciso).contains(over));
            assertFalse(waits(coordinator).contains(late));
        } finally {
            Kept.restore();
        }
    }

    void anAbsenceIsPutOnFileForAColleague() {
        ReviewerService reviewers = use(ReviewerService.class);
        Player away = bank.person(Role.SECURITY_REVIEWER);
        Player administrator = bank.person(Role.ORGANISATION_ADMINISTRATOR);
        LocalDate today = Days.of(use(Clock.class).instant());
        try {
            assertEquals(
                    "shared.not-found",
                    AtOnce.outcome(() -> stranger.run(() -> reviewers.recordAbsence(away.id(), today, today))));
            UUID absence = administrator.as(() -> reviewers.recordAbsence(away.id(), today, today));
            assertEquals(
                    "report.absence-overlaps",
                    AtOnce.outcome(() -> ciso.run(() -> reviewers.recordAbsence(away.id(), today, today))));
            assertTrue(ciso.as(reviewers::reviewers).stream()
                    .anyMatch(line -> line.person().equals(away.id()) && line.away()));
            assertEquals("shared.not-found", AtOnce.outcome(() -> ciso.run(() -> reviewers.withdrawAbsence(absence))));
            administrator.run(() -> reviewers.withdrawAbsence(absence));
        } finally {
            Kept.restore();
        }
    }

    private static List<String> waits(Player who) {
        return who.as(() -> use(HomeService.class).queue()).stream()
                .map(item -> item.textKey() + " " + item.subject().id())
                .toList();
    }
}
