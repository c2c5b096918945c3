package org.sekisho.domain.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Ids;

/** One level of an internal approval: whose office it is, and what was decided there. */
@Entity
@Table(name = "internal_approval_level")
public class ApprovalLevel {

    /** The most characters of an office's name. */
    public static final int TITLE_LIMIT = 120;
    /** The most characters of a remark. */
    public static final int REMARK_LIMIT = 1_000;

    @Id
    @Column(name = "id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "internal_approval_id", nullable = false, updatable = false)
    private InternalApproval approval;

    @Column(name = "position", nullable = false, updatable = false)
    private int position;

    @Column(name = "title", nullable = false, updatable = false)
    private String title;

    @Column(name = "approved")
    private @Nullable Boolean approved;

    @Column(name = "name")
    private @Nullable String name;

    @Column(name = "decided_on")
    private @Nullable LocalDate decidedOn;

    @Column(name = "remark", nullable = false)
    private String remark;

    @Column(name = "recorded_by_person_id")
    private @Nullable UUID recordedBy;

    @Column(name = "recorded_at")
    private @Nullable Instant recordedAt;

    @SuppressWarnings("NullAway")
    protected ApprovalLevel() {}

    ApprovalLevel(InternalApproval approval, int position, String title) {
        this.id = Ids.next();
        this.approval = approval;
        this.position = position;
        this.title = Checks.requireText(title, "title", TITLE_LIMIT);
        this.remark = "";
    }

    void record(LevelDecision decision, UUID who, Instant now) {
        approved = decision.approved();
        name = decision.name();
        decidedOn = decision.decidedOn();
        remark = decision.remark();
        recordedBy = who;
        recordedAt = now;
    }

    boolean isDecided() {
        return approved != null;
    }

    public UUID id() {
        return id;
    }

    public InternalApproval approval() {
        return approval;
    }

    /** The place in the order, from 1. */
    public int position() {
        return position;
    }

    /** Whose office decides at this level. */
    public String title() {
        return title;
    }

    /** Approved or returned; empty while it hasn't been decided. */
    public Optional<Boolean> approved() {
        return Optional.ofNullable(approved);
    }

    /** Who decided, by name. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    public Optional<LocalDate> decidedOn() {
        return Optional.ofNullable(decidedOn);
    }

    public String remark() {
        return remark;
    }

    public Optional<UUID> recordedBy() {
        return Optional.ofNullable(recordedBy);
    }

    public Optional<Instant> recordedAt() {
        return Optional.ofNullable(recordedAt);
    }
}
