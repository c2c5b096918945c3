package org.sekisho.domain.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;

/**
 * Whether an agreement that governs is in force: its suspensions, who resumes it, and its end. It is suspended exactly as long as at
 * least one suspension is open.
 */
public final class Standing {

    private final Agreement agreement;

    Standing(Agreement agreement) {
        this.agreement = agreement;
    }

    /** Suspends: the coordinator, or whoever speaks for a party. The lapse of a condition alone never does. */
    public DomainEvent suspend(Actor actor, String reason, Instant now) {
        AgreementParty party = PartyRules.requireSpeaker(agreement.governingOrLatest(), actor);
        requireGoverning(AgreementState.SUSPENDED);
        Checks.check(decided().isEmpty(), AgreementError.ALREADY_SUSPENDED);
        add(SuspensionCause.DECISION, party, actor, reason, now);
        return agreement
                .event("agreement.suspended")
                .with("party", party.organisation())
                .personal("reason", reason)
                .build();
    }

    /**
     * Agrees to resume. The first call records it, the second, by another person of the other side, resumes: one of the secretariat or an
     * authority, and one of the organisation that receives access.
     *
     * @param rivals institutions that compete with the one that receives access
     * @return {@code agreement.resumption-agreed}, or {@code agreement.resumed} with the state that follows
     */
    public DomainEvent resume(Actor actor, Set<UUID> rivals, Instant now) {
        ResumptionSide side = PartyRules.requireResumptionSide(agreement, actor, rivals);
        requireGoverning(AgreementState.IN_FORCE);
        Suspension suspension = decided().orElseThrow(() -> new Refusal(AgreementError.NOT_SUSPENDED_BY_DECISION));
        suspension.agree(side, actor.requirePerson(), actor.organisation(), now);
        settle();
        return agreement
                .event(suspension.isOpen() ? "agreement.resumption-agreed" : "agreement.resumed")
                .with("side", side)
                .with("state", agreement.state())
                .build();
    }

    /** The suspension by decision that is open, which two people can end. */
    public Optional<Suspension> decided() {
        return agreement.suspensions().stream()
                .filter(Suspension::isOpen)
                .filter(suspension -> suspension.cause() == SuspensionCause.DECISION)
                .findFirst();
    }

    void signatureWithdrawn(AgreementParty party, Actor actor, String reason, Instant now) {
        requireGoverning(AgreementState.SUSPENDED);
        add(SuspensionCause.SIGNATURE_WITHDRAWN, party, actor, reason, now);
    }

    void signedAgain(AgreementParty party, Instant now) {
        endWithdrawals(suspension -> suspension.organisation().equals(party.organisation()), now);
    }

    /** A new version governs that bears every party's signature: one withdrawn from the earlier version no longer matters. */
    void succeeded(Instant now) {
        endWithdrawals(suspension -> true, now);
    }

    private void add(SuspensionCause cause, AgreementParty party, Actor actor, String reason, Instant now) {
        agreement.add(new Suspension(agreement, cause, party.organisation(), actor, reason, now));
        settle();
    }

    private void endWithdrawals(Predicate<Suspension> which, Instant now) {
        agreement.suspensions().stream()
                .filter(Suspension::isOpen)
                .filter(suspension -> suspension.cause() == SuspensionCause.SIGNATURE_WITHDRAWN)
                .filter(which)
                .forEach(suspension -> suspension.end(now));
        settle();
    }

    private void settle() {
        boolean suspended = agreement.suspensions().stream().anyMatch(Suspension::isOpen);
        AgreementState settled = suspended ? AgreementState.SUSPENDED : AgreementState.IN_FORCE;
        if (agreement.state() != settled) {
            agreement.moveTo(settled);
        }
    }

    /**
     * Ends the agreement for good, as of now: the coordinator, or a signatory of a party. A period of notice runs before this is called.
     */
    public DomainEvent terminate(Actor actor, String reason, Instant now) {
        if (!PartyRules.isCoordinator(agreement, actor)) {
            PartyRules.requireSignatory(agreement.governingOrLatest(), actor);
        }
        String why = Checks.requireText(reason, "reason", Agreement.REASON_LIMIT);
        agreement.moveTo(AgreementState.TERMINATED);
        agreement.end(actor.requirePerson(), why, now);
        return agreement.event("agreement.terminated").personal("reason", why).build();
    }

    /**
     * Ends the agreement after the last day of its term. Time does this, so nobody is asked. A version that is signed and still to
     * govern keeps the agreement alive.
     *
     * @throws Refusal with {@link AgreementError#TERM_NOT_OVER} while a day is left
     */
    public DomainEvent expire(Instant now) {
        requireGoverning(AgreementState.EXPIRED);
        LocalDate last = agreement.governingOrLatest().requireTerm().lastDay();
        Checks.check(isOver(now), AgreementError.TERM_NOT_OVER, Map.of("last", last));
        agreement.moveTo(AgreementState.EXPIRED);
        agreement.end(null, "", now);
        return agreement.event("agreement.expired").with("last", last).build();
    }

    /** Whether {@link #expire} would do it now. */
    public boolean isOver(Instant now) {
        AgreementVersion latest = agreement.latest();
        boolean succeeded =
                latest.state() == VersionState.SIGNED && !latest.requireTerm().isOver(now);
        return agreement.state().hasGoverningVersion()
                && !succeeded
                && agreement
                        .governing()
                        .filter(version -> version.requireTerm().isOver(now))
                        .isPresent();
    }

    private void requireGoverning(AgreementState next) {
        Checks.check(
                agreement.state().hasGoverningVersion(),
                AgreementError.WRONG_STATE,
                Map.of("state", agreement.state().name(), "next", next.name()));
    }
}
