package org.sekisho.domain.agreement;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Ids;

/**
 * A party's own decision to sign one fixed content (稟議): its levels decide in order, each by name, and the last approval carries the
 * decision's number. One level that returns it ends the attempt; the party begins anew.
 */
@Entity
@Table(name = "internal_approval")
public class InternalApproval {

    /** The most levels. */
    public static final int MOST_LEVELS = 10;

    @Id
    @Column(name = "id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agreement_version_id", nullable = false, updatable = false)
    private AgreementVersion agreementVersion;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "attempt", nullable = false, updatable = false)
    private int attempt;

    @Column(name = "content_hash", nullable = false, updatable = false)
    private String contentHash;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private ApprovalState state;

    @Column(name = "planned_by_person_id", nullable = false, updatable = false)
    private UUID plannedBy;

    @Column(name = "planned_at", nullable = false, updatable = false)
    private Instant plannedAt;

    @Column(name = "decision_number")
    private @Nullable String decisionNumber;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @OneToMany(mappedBy = "approval", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("position")
    private List<ApprovalLevel> levels = new ArrayList<>();

    @SuppressWarnings("NullAway")
    protected InternalApproval() {}

    InternalApproval(
            AgreementVersion agreementVersion,
            UUID organisation,
            int attempt,
            String contentHash,
            List<String> titles,
            UUID plannedBy,
            Instant now) {
        Checks.check(
                !titles.isEmpty() && titles.size() <= MOST_LEVELS,
                AgreementError.APPROVAL_LEVELS,
                Map.of("least", 1, "most", MOST_LEVELS));
        this.id = Ids.next();
        this.agreementVersion = agreementVersion;
        this.organisation = organisation;
        this.attempt = attempt;
        this.contentHash = contentHash;
        this.state = ApprovalState.OPEN;
        this.plannedBy = plannedBy;
        this.plannedAt = now;
        for (String title : titles) {
            levels.add(new ApprovalLevel(this, levels.size() + 1, title));
        }
    }

    /** Records what the next level decided. */
    void record(LevelDecision decision, UUID who, Instant now) {
        state.requireBecomes(
                decision.approved() ? ApprovalState.COMPLETE : ApprovalState.RETURNED,
                AgreementError.APPROVAL_WRONG_STATE);
        Checks.check(
                !decision.decidedOn().isAfter(Days.of(now)),
                AgreementError.DAY_IN_FUTURE,
                Map.of("day", decision.decidedOn()));
        ApprovalLevel level = levels.stream()
                .filter(each -> !each.isDecided())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("An open approval has a level that hasn't decided"));
        Checks.check(
                level.position() == decision.level(),
                AgreementError.APPROVAL_OUT_OF_ORDER,
                Map.of("level", level.position()));
        boolean last = level.position() == levels.size();
        if (!decision.approved()) {
            close(ApprovalState.RETURNED, now);
        } else if (last) {
            Checks.check(decision.decisionNumber().isPresent(), AgreementError.DECISION_NUMBER_NEEDED);
            decisionNumber = decision.decisionNumber().orElse(null);
            close(ApprovalState.COMPLETE, now);
        }
        level.record(decision, who, now);
    }

    private void close(ApprovalState next, Instant now) {
        state = next;
        closedAt = now;
    }

    /** Whether it is complete for this content. */
    boolean covers(String hash) {
        return state == ApprovalState.COMPLETE && contentHash.equals(hash);
    }

    public UUID id() {
        return id;
    }

    public AgreementVersion agreementVersion() {
        return agreementVersion;
    }

    public UUID organisation() {
        return organisation;
    }

    /** How often the party has begun, from 1. */
    public int attempt() {
        return attempt;
    }

    /** SHA-256 of the content that was approved, in hexadecimal. */
    public String contentHash() {
        return contentHash;
    }

    public ApprovalState state() {
        return state;
    }

    public UUID plannedBy() {
        return plannedBy;
    }

    public Instant plannedAt() {
        return plannedAt;
    }

    public Optional<String> decisionNumber() {
        return Optional.ofNullable(decisionNumber);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public List<ApprovalLevel> levels() {
        return Collections.unmodifiableList(levels);
    }
}
