package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.container.regime.Sessions.use;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.agreement.clause.SampleClauses;
import org.sekisho.domain.party.Role;
import org.sekisho.ejb.agreement.AgreementTerms;
import org.sekisho.ejb.agreement.DraftingService;
import org.sekisho.ejb.agreement.NegotiationService;
import org.sekisho.ejb.agreement.SigningService;
import org.sekisho.ejb.agreement.StandingService;

/** An agreement in force as its people and time change how it stands. */
final class StandingChecks {

    private static final String REASON = "Tried in a test";

    private final Regime regime = Regime.get();
    private final Bank bank = regime.own();
    private final UUID agreement = bank.thing("agreement");
    private final Player coordinator = regime.player(Role.COORDINATOR);
    private final Player reviewer = regime.player(Role.AUTHORITY_REVIEWER);
    private final Player ciso = bank.person(Role.CISO);
    private final Player signatory = bank.person(Role.SIGNATORY);
    private final StandingService standing = use(StandingService.class);
    private final SigningService signing = use(SigningService.class);

    /** One suspends; one of the secretariat or an authority and one of the bank resume, in either order, and nobody else. */
    void isResumedByTwoOfTwoSides() {
        Player rival = regime.other().person(Role.CISO);
        assertEquals("shared.not-found", outcome(rival, () -> standing.suspend(agreement, REASON)));
        ciso.run(() -> standing.suspend(agreement, REASON));
        assertEquals(List.of("SUSPENDED"), state());
        assertEquals("agreement.already-suspended", outcome(signatory, () -> standing.suspend(agreement, REASON)));
        assertEquals("shared.not-found", outcome(rival, () -> standing.resume(agreement)));
        Player provided = regime.signatories().get(0);
        assertEquals("agreement.resumption-not-yours", outcome(provided, () -> standing.resume(agreement)));
        assertEquals(AgreementState.SUSPENDED, ciso.as(() -> standing.resume(agreement)));
        assertEquals("agreement.resumption-same-side", outcome(signatory, () -> standing.resume(agreement)));
        assertEquals(List.of("SUSPENDED"), state());
        assertEquals(AgreementState.IN_FORCE, reviewer.as(() -> standing.resume(agreement)));
        assertEquals(List.of("IN_FORCE"), state());
        reviewer.run(() -> standing.suspend(agreement, REASON));
        assertEquals(AgreementState.SUSPENDED, coordinator.as(() -> standing.resume(agreement)));
        assertEquals("agreement.resumption-same-side", outcome(reviewer, () -> standing.resume(agreement)));
        assertEquals(AgreementState.IN_FORCE, signatory.as(() -> standing.resume(agreement)));
        assertEquals(
                List.of("DECISION true true true", "DECISION true true true"),
                Database.texts(
                        "select cause || ' ' || (oversight_person_id is not null) || ' ' || (concerned_person_id is not null) || ' ' "
                                + "|| (ended_at is not null) from agreement_suspension where agreement_id = ?",
                        agreement));
    }

    /** A withdrawn signature suspends until the same party signs the same content again, and no two people resume it. */
    void aWithdrawnSignatureSuspendsUntilItIsGivenAgain() {
        signatory.run(() -> signing.withdrawSignature(agreement, 1, REASON));
        assertEquals(List.of("SUSPENDED"), state());
        assertEquals("agreement.not-suspended-by-decision", outcome(ciso, () -> standing.resume(agreement)));
        regime.sign(agreement, 1, signatory);
        assertEquals(List.of("IN_FORCE"), state());
        assertEquals(
                List.of("IN_EFFECT", "WITHDRAWN"),
                Database.texts(
                        "select s.state from agreement_signature s join agreement_version v on v.id = s.agreement_version_id "
                                + "where v.agreement_id = ? and s.organisation_id = ? order by s.state",
                        agreement,
                        bank.organisation()));
        assertEquals(
                "agreement.already-signed",
                AtOnce.outcome(() -> regime.sign(agreement, 1, signatory)),
                "once is enough");
    }

    /** An amendment governs from the last party's signature on; until then the earlier version does. */
    void anAmendmentTakesTheEarlierVersionsPlace() {
        int before = done("agreement.start-term");
        DraftingService drafting = use(DraftingService.class);
        int number = coordinator.as(() -> drafting.amend(agreement, 1));
        coordinator.run(() -> drafting.writeClause(agreement, SampleClauses.usage(3_000), Optional.empty()));
        coordinator.run(() -> use(NegotiationService.class)
                .openRound(agreement, use(Clock.class).instant().plus(Duration.ofDays(1))));
        coordinator.run(() -> signing.openSigning(agreement, Optional.empty()));
        // What a party withdraws from the version that governs no longer matters once the next one bears its signature.
        signatory.run(() -> signing.withdrawSignature(agreement, 1, REASON));
        for (Player each : regime.signatories()) {
            assertEquals(List.of("1 GOVERNING", number + " SIGNING"), versions());
            assertEquals(List.of("SUSPENDED"), state());
            regime.sign(agreement, number, each);
        }
        assertEquals(List.of("1 SUPERSEDED", number + " GOVERNING"), versions());
        assertEquals(List.of("IN_FORCE"), state());
        assertEquals(before + 1, done("agreement.start-term"));
    }

    /** After its last day an agreement expires by the clock alone, once. */
    void expiresAfterItsLastDay() {
        int before = done("agreement.expire");
        Database.run(
                "update agreement_version set first_day = ?, governs_from = ?, last_day = ? where agreement_id = ? and state = 'GOVERNING'",
                regime.today().minusDays(30),
                regime.today().minusDays(30),
                regime.today().minusDays(1),
                agreement);
        AgreementTerms terms = use(AgreementTerms.class);
        terms.look();
        assertEquals(List.of("EXPIRED"), state());
        terms.look();
        assertEquals(before + 1, done("agreement.expire"));
        assertEquals("agreement.wrong-state", outcome(ciso, () -> standing.suspend(agreement, REASON)));
    }

    /** A round whose end has come is closed by the clock, and nothing is deemed agreed. */
    void aRoundClosesAtItsEnd() {
        UUID negotiating = bank.thing("agreement", "negotiating");
        Database.run(
                "update agreement_version set round_opened_at = round_opened_at - interval '60 days', "
                        + "round_ends_at = clock_timestamp() - interval '1 minute' where agreement_id = ?",
                negotiating);
        use(AgreementTerms.class).look();
        assertEquals(
                List.of("NEGOTIATION true"),
                Database.texts(
                        "select state || ' ' || (round_closed_at is not null) from agreement_version where agreement_id = ?",
                        negotiating));
        assertEquals(
                List.of("OPEN"),
                Database.texts("select state from agreement_proposal where id = ?", bank.thing("proposal")));
        assertEquals("agreement.round-over", outcome(signatory, () -> use(NegotiationService.class)
                .comment(negotiating, Optional.empty(), "Too late")));
        use(AgreementTerms.class).look();
        assertEquals(
                1,
                Database.texts(
                                "select id::text from trail_event where act = 'agreement.close-round' and subject_id = ? "
                                        + "and outcome = 'done' and actor like 'system:%'",
                                negotiating)
                        .size());
    }

    private static String outcome(Player by, Runnable act) {
        return AtOnce.outcome(() -> by.run(act));
    }

    private List<String> state() {
        return Database.texts("select state from agreement where id = ?", agreement);
    }

    private List<String> versions() {
        return Database.texts(
                "select number || ' ' || state from agreement_version where agreement_id = ? order by number",
                agreement);
    }

    private int done(String act) {
        return Database.texts(
                        "select id::text from trail_event where act = ? and subject_id = ? and outcome = 'done' "
                                + "and actor like 'system:%'",
                        act, agreement)
                .size();
    }
}
