package org.sekisho.domain.agreement.phase;

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
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.PhaseClause;
import org.sekisho.domain.agreement.clause.PhaseClause.Comparison;
import org.sekisho.domain.agreement.clause.PhaseClause.Criterion;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Ids;
import org.sekisho.proof.json.JsonObject;

/** One criterion of an evaluation with its value, as far as there is one. The threshold is the clause's of that day. */
@Entity
@Table(name = "phase_criterion")
public class PhaseCriterion {

    @Id
    @Column(name = "id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "phase_evaluation_id", nullable = false, updatable = false)
    private PhaseEvaluation evaluation;

    @Column(name = "code", nullable = false, updatable = false)
    private String code;

    @Enumerated(EnumType.STRING)
    @Column(name = "source", nullable = false, updatable = false)
    private CriterionSource source;

    @Enumerated(EnumType.STRING)
    @Column(name = "comparison", nullable = false, updatable = false)
    private Comparison comparison;

    @Column(name = "threshold", nullable = false, updatable = false)
    private long threshold;

    @Column(name = "recorded_value")
    private @Nullable Long recordedValue;

    @Column(name = "evidence_reference", nullable = false)
    private String evidence;

    @Column(name = "recorded_by_name")
    private @Nullable String recordedByName;

    @Column(name = "recorded_by_person_id")
    private @Nullable UUID recordedBy;

    @Column(name = "recorded_at")
    private @Nullable Instant recordedAt;

    @SuppressWarnings("NullAway")
    protected PhaseCriterion() {}

    PhaseCriterion(PhaseEvaluation evaluation, Criterion criterion) {
        this(
                evaluation,
                criterion.code(),
                switch (criterion.measurement()) {
                    case BY_SYSTEM -> CriterionSource.MEASURED;
                    case STATED -> CriterionSource.STATED;
                },
                criterion.comparison(),
                criterion.threshold());
    }

    private PhaseCriterion(
            PhaseEvaluation evaluation, String code, CriterionSource source, Comparison comparison, long threshold) {
        this.id = Ids.next();
        this.evaluation = evaluation;
        this.code = code;
        this.source = source;
        this.comparison = comparison;
        this.threshold = threshold;
        this.evidence = "";
    }

    /** The criterion that every evaluation has: the risk is acceptable to the authority (1) or not (0). */
    static PhaseCriterion systemicRisk(PhaseEvaluation evaluation) {
        return new PhaseCriterion(
                evaluation, PhaseClause.SYSTEMIC_RISK, CriterionSource.ASSESSED, Comparison.AT_LEAST, 1);
    }

    void record(Actor actor, long newValue, String newEvidence, Instant now) {
        recordedValue = newValue;
        evidence = newEvidence;
        recordedByName = actor.name();
        recordedBy = actor.person().orElse(null);
        recordedAt = now;
    }

    /** What a vote is bound to: everything that a voter decides on. */
    JsonObject json() {
        JsonObject.Builder json = JsonObject.builder()
                .put("code", code)
                .put("source", source.name())
                .put("comparison", comparison.name())
                .put("threshold", threshold)
                .put("evidence", evidence);
        value().ifPresent(present -> json.put("value", present));
        return json.build();
    }

    /** Whether there is a value and it meets the threshold. */
    public boolean isMet() {
        Long present = recordedValue;
        return present != null && comparison.holds(present, threshold);
    }

    public UUID id() {
        return id;
    }

    /** The evaluation it belongs to. */
    public PhaseEvaluation evaluation() {
        return evaluation;
    }

    /** The code in the phase clause, or {@link PhaseClause#SYSTEMIC_RISK}. */
    public String code() {
        return code;
    }

    public CriterionSource source() {
        return source;
    }

    public Comparison comparison() {
        return comparison;
    }

    /** In the unit that the clause names. */
    public long threshold() {
        return threshold;
    }

    /** In the unit that the clause names; 1 or 0 where it is assessed. */
    public OptionalLong value() {
        Long present = recordedValue;
        return present == null ? OptionalLong.empty() : OptionalLong.of(present);
    }

    /** Where the evidence is found; empty for what the system measures. */
    public String evidence() {
        return evidence;
    }

    /** Who recorded the value, as the trail writes it. */
    public Optional<String> recordedByName() {
        return Optional.ofNullable(recordedByName);
    }

    public Optional<UUID> recordedBy() {
        return Optional.ofNullable(recordedBy);
    }

    public Optional<Instant> recordedAt() {
        return Optional.ofNullable(recordedAt);
    }
}
