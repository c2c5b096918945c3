package org.sekisho.domain.agreement;

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
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Ids;

/** One reason for which an agreement is, or was, suspended: who brought it about, and who ended it. */
@Entity
@Table(name = "agreement_suspension")
public class Suspension {

    @Id
    @Column(name = "id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agreement_id", nullable = false, updatable = false)
    private Agreement agreement;

    @Enumerated(EnumType.STRING)
    @Column(name = "cause", nullable = false, updatable = false)
    private SuspensionCause cause;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @Column(name = "began_at", nullable = false, updatable = false)
    private Instant beganAt;

    @Column(name = "oversight_person_id")
    private @Nullable UUID oversightPerson;

    @Column(name = "oversight_organisation_id")
    private @Nullable UUID oversightOrganisation;

    @Column(name = "oversight_agreed_at")
    private @Nullable Instant oversightAgreedAt;

    @Column(name = "concerned_person_id")
    private @Nullable UUID concernedPerson;

    @Column(name = "concerned_agreed_at")
    private @Nullable Instant concernedAgreedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway")
    protected Suspension() {}

    Suspension(Agreement agreement, SuspensionCause cause, UUID organisation, Actor actor, String reason, Instant now) {
        this.id = Ids.next();
        this.agreement = agreement;
        this.cause = cause;
        this.organisation = organisation;
        this.person = actor.requirePerson();
        this.reason = Checks.requireText(reason, "reason", Agreement.REASON_LIMIT);
        this.beganAt = now;
    }

    /** One side agrees to resume; when both have, the suspension ends. */
    void agree(ResumptionSide side, UUID who, Optional<UUID> whose, Instant now) {
        switch (side) {
            case OVERSIGHT -> {
                Checks.check(oversightPerson == null, AgreementError.RESUMPTION_SAME_SIDE);
                Checks.check(!who.equals(concernedPerson), AgreementError.RESUMPTION_SAME_PERSON);
                oversightPerson = who;
                oversightOrganisation = whose.orElse(null);
                oversightAgreedAt = now;
            }
            case CONCERNED -> {
                Checks.check(concernedPerson == null, AgreementError.RESUMPTION_SAME_SIDE);
                Checks.check(!who.equals(oversightPerson), AgreementError.RESUMPTION_SAME_PERSON);
                concernedPerson = who;
                concernedAgreedAt = now;
            }
        }
        if (oversightPerson != null && concernedPerson != null) {
            endedAt = now;
        }
    }

    void end(Instant now) {
        endedAt = now;
    }

    /** Whether it still suspends. */
    public boolean isOpen() {
        return endedAt == null;
    }

    public UUID id() {
        return id;
    }

    public Agreement agreement() {
        return agreement;
    }

    public SuspensionCause cause() {
        return cause;
    }

    /** Whose person suspended, or which party withdrew its signature. */
    public UUID organisation() {
        return organisation;
    }

    public UUID person() {
        return person;
    }

    public String reason() {
        return reason;
    }

    public Instant beganAt() {
        return beganAt;
    }

    /** The side that has agreed to resume while the other one is missing. */
    public Optional<ResumptionSide> agreedSide() {
        if (!isOpen() || (oversightPerson == null && concernedPerson == null)) {
            return Optional.empty();
        }
        return Optional.of(oversightPerson != null ? ResumptionSide.OVERSIGHT : ResumptionSide.CONCERNED);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
