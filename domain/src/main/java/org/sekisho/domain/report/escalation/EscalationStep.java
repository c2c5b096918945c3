package org.sekisho.domain.report.escalation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.decision.EscalationLevel;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.vault.Vault;

/** One thing that happened with an escalation. Steps are never changed or taken away. */
@Entity
@Table(name = "escalation_step")
public class EscalationStep {

    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 2_000;

    /** What happened. */
    public enum Kind {
        OPENED,
        /** A later evaluation is graver: the clock runs anew. */
        HEIGHTENED,
        /** A later evaluation asks for less; that ends nothing. */
        EASED,
        /** What was sent follows a new revision. */
        SENT_ANEW,
        /** The clock ran out. */
        RAISED_AGAIN,
        CONTEXT_ADDED,
        MARKED_VOLUNTARY,
        ACKNOWLEDGED,
        STOOD_DOWN
    }

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "escalation_id", nullable = false, updatable = false)
    private Escalation escalation;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "level", nullable = false, updatable = false)
    private EscalationLevel level;

    @Column(name = "person_id", updatable = false)
    private @Nullable UUID person;

    @Column(name = "organisation_id", updatable = false)
    private @Nullable UUID organisation;

    @Column(name = "taken_at", nullable = false, updatable = false)
    private Instant takenAt;

    @Column(name = "sealed_reason", updatable = false)
    private byte @Nullable [] sealedReason;

    @SuppressWarnings("NullAway")
    protected EscalationStep() {}

    EscalationStep(Escalation escalation, Kind kind, EscalationLevel level, Optional<Actor> actor, Instant now) {
        this.id = Ids.next();
        this.escalation = escalation;
        this.kind = kind;
        this.level = level;
        this.person = actor.flatMap(Actor::person).orElse(null);
        this.organisation = actor.flatMap(Actor::organisation).orElse(null);
        this.takenAt = now;
    }

    void because(String reason, Vault vault) {
        sealedReason = vault.sealText(place(), Checks.requireText(reason, "reason", REASON_LIMIT));
    }

    /** Why, where a reason was asked for. */
    public Optional<String> reason(Vault vault) {
        return Optional.ofNullable(sealedReason).map(kept -> vault.openText(place(), kept));
    }

    private Vault.Place place() {
        return new Vault.Place("escalation_step", id, escalation.organisation());
    }

    public UUID id() {
        return id;
    }

    public Escalation escalation() {
        return escalation;
    }

    public Kind kind() {
        return kind;
    }

    /** The level from this step on; for an eased one what the evaluation asks for. */
    public EscalationLevel level() {
        return level;
    }

    /** Who did it; empty where the system did. */
    public Optional<UUID> person() {
        return Optional.ofNullable(person);
    }

    public Optional<UUID> organisation() {
        return Optional.ofNullable(organisation);
    }

    public Instant takenAt() {
        return takenAt;
    }
}
