package org.sekisho.domain.report.review;

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

/** A place in a stage that somebody holds: whose work a decision is. It obliges nobody else, and it ends with the vote. */
@Entity
@Table(name = "review_seat")
public class Seat {

    /** How somebody came to a place. */
    public enum Origin {
        CLAIMED,
        DELEGATED,
        HANDED_OVER,
        ASSIGNED
    }

    /** How a place was left. */
    public enum End {
        VOTED,
        RELEASED,
        DELEGATED,
        HANDED_OVER,
        /** Its holder had left, and somebody else decides. */
        LEFT,
        /** The stage closed first. */
        CLOSED
    }

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "stage_id", nullable = false, updatable = false)
    private ReviewStage stage;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "chain_id", nullable = false, updatable = false)
    private ReviewChain chain;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Enumerated(EnumType.STRING)
    @Column(name = "origin", nullable = false, updatable = false)
    private Origin origin;

    @Column(name = "given_by_person_id", nullable = false, updatable = false)
    private UUID givenBy;

    @Column(name = "taken_at", nullable = false, updatable = false)
    private Instant takenAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_how")
    private @Nullable End end;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway")
    protected Seat() {}

    Seat(ReviewStage stage, Reviewer holder, Origin origin, UUID givenBy, Instant now) {
        this.id = Ids.next();
        this.stage = stage;
        this.chain = stage.chain();
        this.person = holder.person();
        this.organisation = holder.organisation();
        this.origin = origin;
        this.givenBy = givenBy;
        this.takenAt = now;
    }

    void end(End how, Instant now) {
        end = how;
        endedAt = now;
    }

    boolean isHeldIn(ReviewStage of) {
        return endedAt == null && stage.id().equals(of.id());
    }

    /** Whether its holder voted from it in the stage. */
    boolean isVotedFromIn(ReviewStage of) {
        return end == End.VOTED && stage.id().equals(of.id());
    }

    public UUID id() {
        return id;
    }

    public ReviewStage stage() {
        return stage;
    }

    /** Who holds it. */
    public UUID person() {
        return person;
    }

    public UUID organisation() {
        return organisation;
    }

    public Origin origin() {
        return origin;
    }

    /** Who claimed it or gave it away. */
    public UUID givenBy() {
        return givenBy;
    }

    public Instant takenAt() {
        return takenAt;
    }

    /** How it was left; empty while it is held. */
    public Optional<End> end() {
        return Optional.ofNullable(end);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
