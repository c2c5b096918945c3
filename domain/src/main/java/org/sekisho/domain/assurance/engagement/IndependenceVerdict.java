package org.sekisho.domain.assurance.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/** What one side decided about a declaration of independence. */
@Embeddable
public class IndependenceVerdict {

    /** The most characters of the reason and of the reference. */
    public static final int TEXT_LIMIT = 500;

    /** The two sides that decide. */
    public enum Side {
        SECRETARIAT,
        AUTHORITY
    }

    @Enumerated(EnumType.STRING)
    @Column(name = "side", nullable = false)
    private Side side;

    @Column(name = "accepted", nullable = false)
    private boolean accepted;

    @Column(name = "organisation_id", nullable = false)
    private UUID organisation;

    @Column(name = "person_id", nullable = false)
    private UUID person;

    @Column(name = "decided_at", nullable = false)
    private Instant decidedAt;

    @Column(name = "reason", nullable = false)
    private String reason;

    @Column(name = "reference", nullable = false)
    private String reference;

    @SuppressWarnings("NullAway")
    protected IndependenceVerdict() {}

    IndependenceVerdict(
            Side side,
            boolean accepted,
            UUID organisation,
            UUID person,
            Instant decidedAt,
            String reason,
            String reference) {
        this.side = side;
        this.accepted = accepted;
        this.organisation = organisation;
        this.person = person;
        this.decidedAt = decidedAt;
        this.reason = reason;
        this.reference = reference;
    }

    public Side side() {
        return side;
    }

    public boolean isAccepted() {
        return accepted;
    }

    /** Whose decision it is. */
    public UUID organisation() {
        return organisation;
    }

    /** Who decided, or recorded what the organisation decided elsewhere. */
    public UUID person() {
        return person;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    /** Why it was refused; may be empty where it was accepted. */
    public String reason() {
        return reason;
    }

    /** The document that a decision taken elsewhere stands in; empty for one taken here. */
    public String reference() {
        return reference;
    }
}
