package org.sekisho.domain.agreement.freeze;

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
import java.util.UUID;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Ids;

/** That one side agreed to lift a freeze. Two of them, one of each side, lift it; they are never changed or taken away. */
@Entity
@Table(name = "freeze_lift")
public class FreezeLift {

    @Id
    @Column(name = "id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "freeze_id", nullable = false, updatable = false)
    private Freeze freeze;

    @Enumerated(EnumType.STRING)
    @Column(name = "side", nullable = false, updatable = false)
    private LiftSide side;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @Column(name = "agreed_at", nullable = false, updatable = false)
    private Instant agreedAt;

    @SuppressWarnings("NullAway")
    protected FreezeLift() {}

    FreezeLift(Freeze freeze, LiftSide side, Actor actor, UUID organisation, String reason, Instant now) {
        this.id = Ids.next();
        this.freeze = freeze;
        this.side = side;
        this.person = actor.requirePerson();
        this.organisation = organisation;
        this.reason = reason;
        this.agreedAt = now;
    }

    public UUID id() {
        return id;
    }

    public Freeze freeze() {
        return freeze;
    }

    public LiftSide side() {
        return side;
    }

    public UUID person() {
        return person;
    }

    public UUID organisation() {
        return organisation;
    }

    public String reason() {
        return reason;
    }

    public Instant agreedAt() {
        return agreedAt;
    }
}
