package org.sekisho.domain.agreement.phase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Ids;

/** How one party voted on an evaluation, bound to the hash of the values it voted on. Votes are never changed or taken away. */
@Entity
@Table(name = "phase_vote")
public class PhaseVote {

    @Id
    @Column(name = "id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "phase_evaluation_id", nullable = false, updatable = false)
    private PhaseEvaluation evaluation;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "agrees", nullable = false, updatable = false)
    private boolean agrees;

    @Column(name = "criteria_hash", nullable = false, updatable = false)
    private String criteriaHash;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @Column(name = "cast_at", nullable = false, updatable = false)
    private Instant castAt;

    @SuppressWarnings("NullAway")
    protected PhaseVote() {}

    PhaseVote(
            PhaseEvaluation evaluation,
            Actor actor,
            UUID organisation,
            boolean agrees,
            String criteriaHash,
            String reason,
            Instant now) {
        this.id = Ids.next();
        this.evaluation = evaluation;
        this.organisation = organisation;
        this.person = actor.requirePerson();
        this.agrees = agrees;
        this.criteriaHash = criteriaHash;
        this.reason = reason;
        this.castAt = now;
    }

    public UUID id() {
        return id;
    }

    /** The evaluation it was cast in. */
    public PhaseEvaluation evaluation() {
        return evaluation;
    }

    /** The party. */
    public UUID organisation() {
        return organisation;
    }

    /** Who spoke for it. */
    public UUID person() {
        return person;
    }

    public boolean agrees() {
        return agrees;
    }

    /** SHA-256 of the values that the vote covers, in hexadecimal. */
    public String criteriaHash() {
        return criteriaHash;
    }

    /** The words given; empty where a party agreed without any. */
    public String reason() {
        return reason;
    }

    public Instant castAt() {
        return castAt;
    }
}
