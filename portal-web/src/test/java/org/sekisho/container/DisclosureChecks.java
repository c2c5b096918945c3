package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.container.regime.Sessions.use;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Kept;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.disclosure.DisclosureFilter;
import org.sekisho.domain.report.disclosure.DisclosureRow;
import org.sekisho.domain.report.disclosure.DisclosureState;
import org.sekisho.domain.report.disclosure.DisclosureView;
import org.sekisho.domain.report.disclosure.NotifiedParty;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.ejb.access.GrantService;
import org.sekisho.ejb.home.HomeService;
import org.sekisho.ejb.report.ReportClocks;
import org.sekisho.ejb.report.disclosure.DisclosureService;
import org.sekisho.ejb.report.disclosure.OpenDisclosure;
import org.sekisho.ejb.report.embargo.EmbargoService;

/** Disclosure cases and embargoes between two banks and an authority, and who is told that something of them waits. */
final class DisclosureChecks {

    private static final String PLANTED = "password=Shirahama-78-Quay";

    private final Regime regime = Regime.get();
    private final Bank owner = regime.own();
    private final Bank rival = regime.other();
    private final Player ciso = owner.person(Role.CISO);
    private final Player security = owner.person(Role.SECURITY_REVIEWER);
    private final Player stranger = rival.person(Role.CISO);
    private final Player official = regime.player(Role.AUTHORITY_REVIEWER);
    private final DisclosureService disclosures = use(DisclosureService.class);
    private final UUID disclosure = owner.thing("disclosure");
    private final LocalDate today = Days.of(use(Clock.class).instant());

    void aCaseIsItsInstitutionsUntilItIsShown() {
        try {
            UUID grant = owner.thing("grant", "requested");
            ciso.run(() -> use(GrantService.class).approve(grant));
            regime.player(Role.COORDINATOR).run(() -> use(GrantService.class).check(grant));
            for (Player other : List.of(stranger, official)) {
                assertEquals("shared.not-found", outcome(other, () -> disclosures.one(disclosure)));
                assertFalse(listed(other));
            }
            security.run(() -> disclosures.tell(disclosure, NotifiedParty.JPCERT_CC, today, "Under 4711, " + PLANTED));
            security.run(() -> disclosures.recordAnswer(disclosure, NotifiedParty.JPCERT_CC, today, "Taken over"));
            security.run(() -> disclosures.number(disclosure, "JVN#12345678", List.of("CVE-2026-12345")));
            security.run(() -> disclosures.schedule(disclosure, today.plusDays(3)));
            security.run(() -> disclosures.show(disclosure));
            DisclosureView shown = official.as(() -> disclosures.one(disclosure));
            DisclosureRow row = shown.row();
            assertEquals(DisclosureState.COORDINATED, row.state());
            assertFalse(shown.toString().contains(PLANTED), "masked as a report is");
            assertTrue(shown.toString().contains("Under 4711, "));
            assertTrue(security.as(() -> disclosures.one(disclosure)).toString().contains(PLANTED));
            assertTrue(listed(official));
            assertEquals("shared.not-permitted", outcome(official, () -> disclosures.publish(disclosure, today)));
            assertEquals("shared.not-found", outcome(stranger, () -> disclosures.one(disclosure)));
            assertFalse(listed(stranger));
        } finally {
            Kept.restore();
        }
    }

    /** The tests' regime lacks much of what a release needs. */
    void openingTakesEveryConditionOfARelease() {
        OpenDisclosure command = new OpenDisclosure(owner.thing("report"), "", "Router 7", "Example", "It answers.");
        assertEquals("report.access-denied", outcome(ciso, () -> disclosures.open(command)));
        OpenDisclosure others = new OpenDisclosure(rival.thing("report"), "", "Router 7", "Example", "It answers.");
        assertEquals("shared.not-found", outcome(ciso, () -> disclosures.open(others)));
    }

    void anEmbargoEndsByTheClockAndOnlyOnce() {
        UUID embargo = owner.thing("embargo");
        try {
            use(ReportClocks.class).look();
            assertEquals(List.of("IN_EFFECT"), state(embargo));
            Database.run(
                    """
                    with steps as (update embargo_step set until = until - interval '40 days', taken_at = taken_at - interval '40 days'
                                   where embargo_id = '%1$s')
                    update embargo set proposed_at = proposed_at - interval '40 days', state_at = state_at - interval '40 days',
                        until = until - interval '40 days' where id = '%1$s'
                    """
                            .formatted(embargo));
            use(ReportClocks.class).look();
            use(ReportClocks.class).look();
            assertEquals(List.of("ENDED"), state(embargo));
            assertEquals(
                    List.of("report.end-embargo done"),
                    Database.texts(
                            "select act || ' ' || outcome from trail_event where subject_id = ? and act = 'report.end-embargo' and outcome = 'done'",
                            embargo));
            assertTrue(waits(security).contains("queue.embargo.ended embargo:" + embargo));
        } finally {
            Kept.restore();
        }
    }

    void whatWaitsIsInTheQueuesOfThoseItWaitsFor() {
        String tell = "queue.disclosure.tell disclosure:" + disclosure;
        String approve = "queue.release.approve release:" + owner.thing("release");
        String answer = "queue.embargo.answer embargo:" + owner.thing("embargo");
        try {
            Database.run(
                    """
                    insert into embargo_participant (id, embargo_id, organisation_id, answer_by, declined)
                    select gen_random_uuid(), id, '%s', until, false from embargo where id = '%s'
                    """
                            .formatted(rival.organisation(), owner.thing("embargo")));
            assertTrue(waits(security).containsAll(Set.of(tell, approve)));
            assertTrue(waits(ciso).contains(tell));
            assertFalse(waits(ciso).contains(approve), "Nobody approves what they asked for");
            assertTrue(waits(stranger).contains(answer));
            Set<String> strangers = waits(stranger);
            assertFalse(strangers.contains(tell) || strangers.contains(approve));
            assertFalse(waits(security).contains(answer));
            stranger.run(() -> {
                EmbargoService embargoes = use(EmbargoService.class);
                UUID asked = owner.thing("embargo");
                assertEquals(Optional.empty(), embargoes.one(asked).reference());
                embargoes.answer(asked, true, embargoes.one(asked).until());
            });
            assertFalse(waits(stranger).contains(answer));
        } finally {
            Kept.restore();
        }
    }

    private boolean listed(Player who) {
        DisclosureFilter all = new DisclosureFilter(Optional.empty(), Optional.empty(), Optional.empty());
        return who.as(() -> disclosures.list(all, PageRequest.first())).items().stream()
                .anyMatch(each -> each.id().equals(disclosure));
    }

    private static Set<String> waits(Player who) {
        return who.as(() -> use(HomeService.class).queue()).stream()
                .map(DisclosureChecks::named)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String named(QueueItem item) {
        return item.textKey() + " " + item.subject().kind() + ":"
                + item.subject().id();
    }

    private static List<String> state(UUID embargo) {
        return Database.texts("select state from embargo where id = ?", embargo);
    }

    private static String outcome(Player who, Runnable act) {
        return AtOnce.outcome(() -> who.run(act));
    }
}
