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
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseJson;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Ids;

/** A clause as a party would have it, or that a clause be dropped, in one round. */
@Entity
@Table(name = "agreement_proposal")
public class ClauseProposal {

    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 4_000;

    @Id
    @Column(name = "id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agreement_version_id", nullable = false, updatable = false)
    private AgreementVersion agreementVersion;

    @Enumerated(EnumType.STRING)
    @Column(name = "clause_kind", nullable = false, updatable = false)
    private ClauseKind kind;

    @Column(name = "data", updatable = false)
    private @Nullable String data;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private ProposalState state;

    @Column(name = "decided_by_person_id")
    private @Nullable UUID decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "decision_reason", nullable = false)
    private String decisionReason;

    @SuppressWarnings("NullAway")
    protected ClauseProposal() {}

    ClauseProposal(
            AgreementVersion agreementVersion,
            ClauseKind kind,
            Optional<Clause> clause,
            UUID organisation,
            UUID person,
            String reason,
            Instant now) {
        this.id = Ids.next();
        this.agreementVersion = agreementVersion;
        this.kind = kind;
        this.data = clause.map(ClauseJson::write).orElse(null);
        this.organisation = organisation;
        this.person = person;
        this.reason = Checks.requireText(reason, "reason", REASON_LIMIT);
        this.madeAt = now;
        this.state = ProposalState.OPEN;
        this.decisionReason = "";
    }

    void decide(ProposalState outcome, UUID who, String why, Instant now) {
        state.requireBecomes(outcome, AgreementError.PROPOSAL_WRONG_STATE);
        state = outcome;
        decidedBy = who;
        decidedAt = now;
        decisionReason = Checks.optionalText(why, "reason", REASON_LIMIT);
    }

    public UUID id() {
        return id;
    }

    public AgreementVersion agreementVersion() {
        return agreementVersion;
    }

    public ClauseKind kind() {
        return kind;
    }

    /** The clause as it is proposed; empty when it is to be dropped. */
    public Optional<Clause> clause() {
        return Optional.ofNullable(data).map(ClauseJson::read);
    }

    public UUID organisation() {
        return organisation;
    }

    public UUID person() {
        return person;
    }

    public String reason() {
        return reason;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public ProposalState state() {
        return state;
    }

    public Optional<UUID> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    public String decisionReason() {
        return decisionReason;
    }
}
