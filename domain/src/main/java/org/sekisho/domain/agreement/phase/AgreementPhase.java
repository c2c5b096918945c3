package org.sekisho.domain.agreement.phase;

import static org.sekisho.domain.shared.Checks.check;
import static org.sekisho.domain.shared.Checks.require;
import static org.sekisho.domain.shared.Checks.requireText;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;

/**
 * A time for which an agreement is in one phase. It begins with the agreement, with an agreed evaluation, or by stepping back,
 * and ends when another begins; the rows together are the agreement's history of phases.
 */
@Entity
@Table(name = "agreement_phase")
public class AgreementPhase {

    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 1_000;

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreement;

    @Enumerated(EnumType.STRING)
    @Column(name = "phase", nullable = false, updatable = false)
    private Phase phase;

    @Column(name = "began_at", nullable = false, updatable = false)
    private Instant beganAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "phase_evaluation_id", updatable = false)
    private @Nullable UUID evaluation;

    @Column(name = "stepped_back_by_person_id", updatable = false)
    private @Nullable UUID steppedBackBy;

    @Column(name = "stepped_back_by_organisation_id", updatable = false)
    private @Nullable UUID steppedBackByOrganisation;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @SuppressWarnings("NullAway")
    protected AgreementPhase() {}

    private AgreementPhase(UUID agreement, Phase phase, String reason, Instant now) {
        this.id = Ids.next();
        this.agreement = require(agreement, "agreement");
        this.phase = require(phase, "phase");
        this.beganAt = now;
        this.reason = reason;
    }

    /** The phase in which an agreement begins, by its phase clause, when its first version comes to govern. */
    public static AgreementPhase first(UUID agreement, Phase phase, Instant now) {
        return new AgreementPhase(agreement, phase, "", now);
    }

    AgreementPhase followedBy(PhaseEvaluation agreed, Instant now) {
        AgreementPhase next = new AgreementPhase(agreement, agreed.to(), "", now);
        next.evaluation = agreed.id();
        endedAt = now;
        return next;
    }

    /**
     * Goes back to an earlier phase, in one act of one person: of a party, by a role that speaks for it, or the coordinator, or an
     * authority's reviewer.
     *
     * @return the phase that begins now
     * @throws Refusal with a {@link PhaseError}
     */
    public AgreementPhase stepBack(Actor actor, Phase earlier, String why, Set<UUID> parties, Instant now) {
        check(isPresent(), PhaseError.OTHER_PHASE, Map.of("phase", phase));
        boolean authority = actor.isOf(OrganisationKind.AUTHORITY) && actor.holds(Role.AUTHORITY_REVIEWER);
        check(
                authority
                        || actor.holds(Role.COORDINATOR)
                        || PhaseVoters.partyOf(actor, parties).isPresent(),
                PhaseError.NOT_CONCERNED);
        check(earlier.compareTo(phase) < 0, PhaseError.NOT_EARLIER, Map.of("phase", earlier));
        AgreementPhase back = new AgreementPhase(agreement, earlier, requireText(why, "reason", REASON_LIMIT), now);
        back.steppedBackBy = actor.requirePerson();
        back.steppedBackByOrganisation = actor.organisation().orElse(null);
        endedAt = now;
        return back;
    }

    /** That the phase began, for the trail. */
    public DomainEvent began() {
        return DomainEvent.of(steppedBackBy == null ? "phase.opened" : "phase.stepped-back", "agreement", agreement)
                .with("phase", phase)
                .with("evaluation", evaluation)
                .personal("reason", reason)
                .build();
    }

    /** Whether the agreement is in this phase now. */
    public boolean isPresent() {
        return endedAt == null;
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int version() {
        return version;
    }

    public UUID agreement() {
        return agreement;
    }

    public Phase phase() {
        return phase;
    }

    public Instant beganAt() {
        return beganAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** The evaluation that opened it. */
    public Optional<UUID> evaluation() {
        return Optional.ofNullable(evaluation);
    }

    /** Who stepped back to it. */
    public Optional<UUID> steppedBackBy() {
        return Optional.ofNullable(steppedBackBy);
    }

    public Optional<UUID> steppedBackByOrganisation() {
        return Optional.ofNullable(steppedBackByOrganisation);
    }

    /** Why it was stepped back to; empty otherwise. */
    public String reason() {
        return reason;
    }
}
