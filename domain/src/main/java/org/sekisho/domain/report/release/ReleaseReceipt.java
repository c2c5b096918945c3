package org.sekisho.domain.report.release;

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
import org.sekisho.domain.shared.Ids;

/** What somebody of the recipient confirmed. */
@Entity
@Table(name = "report_release_receipt")
public class ReleaseReceipt {

    /** What was confirmed. */
    public enum Kind {
        /** That it was received. */
        RECEIVED,
        /** That it, and what was taken from it, was destroyed after a recall. */
        DESTROYED
    }

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "release_id", nullable = false, updatable = false)
    private Release release;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private Kind kind;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "confirmed_at", nullable = false, updatable = false)
    private Instant confirmedAt;

    @SuppressWarnings("NullAway")
    protected ReleaseReceipt() {}

    ReleaseReceipt(Release release, Kind kind, UUID person, Instant now) {
        this.id = Ids.next();
        this.release = release;
        this.kind = kind;
        this.person = person;
        this.confirmedAt = now;
    }

    public UUID id() {
        return id;
    }

    public Release release() {
        return release;
    }

    public Kind kind() {
        return kind;
    }

    public UUID person() {
        return person;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }
}
