package org.sekisho.domain.report.embargo;

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
import org.sekisho.domain.shared.Ids;

/**
 * One thing that happened to an embargo, with the end that it had from then on: so what was agreed at any moment can be told later. Steps
 * are never changed or taken away.
 */
@Entity
@Table(name = "embargo_step")
public class EmbargoStep {

    /** What happened. */
    public enum Kind {
        PROPOSED,
        /** An organisation was asked to keep it. */
        ASKED,
        ACCEPTED,
        DECLINED,
        /** The end moved, and all were asked anew. */
        EXTENDED,
        ENDED,
        BROKEN
    }

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "embargo_id", nullable = false, updatable = false)
    private Embargo embargo;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private Kind kind;

    @Column(name = "participant_id", updatable = false)
    private @Nullable UUID participant;

    @Column(name = "until", nullable = false, updatable = false)
    private Instant until;

    @Column(name = "answer_by", updatable = false)
    private @Nullable Instant answerBy;

    @Column(name = "person_id", updatable = false)
    private @Nullable UUID person;

    @Column(name = "taken_at", nullable = false, updatable = false)
    private Instant takenAt;

    @SuppressWarnings("NullAway")
    protected EmbargoStep() {}

    EmbargoStep(Embargo embargo, Kind kind, Optional<UUID> person, Instant now) {
        this.id = Ids.next();
        this.embargo = embargo;
        this.kind = kind;
        this.until = embargo.until();
        this.person = person.orElse(null);
        this.takenAt = now;
    }

    EmbargoStep of(EmbargoParticipant one) {
        participant = one.id();
        return this;
    }

    EmbargoStep answeredBy(Instant moment) {
        answerBy = moment;
        return this;
    }

    public UUID id() {
        return id;
    }

    public Embargo embargo() {
        return embargo;
    }

    public Kind kind() {
        return kind;
    }

    /** Whom it is about, where it isn't about all: the participant's id. */
    public Optional<UUID> participant() {
        return Optional.ofNullable(participant);
    }

    /** The end that the embargo had from then on. */
    public Instant until() {
        return until;
    }

    /** Until when an answer was asked for. */
    public Optional<Instant> answerBy() {
        return Optional.ofNullable(answerBy);
    }

    /** Whose act it was; empty where its time had come. */
    public Optional<UUID> person() {
        return Optional.ofNullable(person);
    }

    public Instant takenAt() {
        return takenAt;
    }
}
