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
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Ids;

/** One person's approval of the very bytes that would leave. */
@Entity
@Table(name = "report_release_approval")
public class ReleaseApproval {

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "release_id", nullable = false, updatable = false)
    private Release release;

    @Enumerated(EnumType.STRING)
    @Column(name = "role", nullable = false, updatable = false)
    private Role role;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "sha256", nullable = false, updatable = false)
    private String sha256;

    @Column(name = "approved_at", nullable = false, updatable = false)
    private Instant approvedAt;

    @SuppressWarnings("NullAway")
    protected ReleaseApproval() {}

    ReleaseApproval(Release release, Role role, UUID person, Instant now) {
        this.id = Ids.next();
        this.release = release;
        this.role = role;
        this.person = person;
        this.sha256 = release.sha256();
        this.approvedAt = now;
    }

    public UUID id() {
        return id;
    }

    public Release release() {
        return release;
    }

    /** In which the person approved. */
    public Role role() {
        return role;
    }

    public UUID person() {
        return person;
    }

    /** Of the bytes that were approved. */
    public String sha256() {
        return sha256;
    }

    public Instant approvedAt() {
        return approvedAt;
    }
}
