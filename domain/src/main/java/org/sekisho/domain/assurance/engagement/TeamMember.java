package org.sekisho.domain.assurance.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Ids;

/** An auditor's place in the team of an engagement, from assignment to release. Part of {@link Engagement}. */
@Entity
@Table(name = "engagement_member")
public class TeamMember {

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "engagement_id", nullable = false, updatable = false)
    private Engagement engagement;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "firm_id", nullable = false, updatable = false)
    private UUID firm;

    @Column(name = "assigned_by_person_id", nullable = false, updatable = false)
    private UUID assignedBy;

    @Column(name = "assigned_at", nullable = false, updatable = false)
    private Instant assignedAt;

    @Column(name = "released_by_person_id")
    private @Nullable UUID releasedBy;

    @Column(name = "released_at")
    private @Nullable Instant releasedAt;

    @SuppressWarnings("NullAway")
    protected TeamMember() {}

    TeamMember(Engagement engagement, UUID person, UUID firm, UUID assignedBy, Instant now) {
        this.id = Ids.next();
        this.engagement = engagement;
        this.person = person;
        this.firm = firm;
        this.assignedBy = assignedBy;
        this.assignedAt = now;
    }

    void release(UUID by, Instant now) {
        releasedBy = by;
        releasedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID person() {
        return person;
    }

    public UUID firm() {
        return firm;
    }

    public UUID assignedBy() {
        return assignedBy;
    }

    public Instant assignedAt() {
        return assignedAt;
    }

    /** Who took the auditor off the team. */
    public Optional<UUID> releasedBy() {
        return Optional.ofNullable(releasedBy);
    }

    public Optional<Instant> releasedAt() {
        return Optional.ofNullable(releasedAt);
    }

    /** Whether the auditor is on the team now. */
    public boolean isCurrent() {
        return releasedAt == null;
    }
}
