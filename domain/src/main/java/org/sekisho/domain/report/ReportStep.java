package org.sekisho.domain.report;

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
import org.sekisho.domain.vault.Vault;

/** One step of a report on its way, with its reason sealed under the report's key. Steps are never changed or taken away. */
@Entity
@Table(name = "report_step")
public class ReportStep {

    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 2_000;

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "report_id", nullable = false, updatable = false)
    private Report report;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, updatable = false)
    private ReportState state;

    @Column(name = "person_id", updatable = false)
    private @Nullable UUID person;

    @Column(name = "taken_at", nullable = false, updatable = false)
    private Instant takenAt;

    @Column(name = "sealed_reason", updatable = false)
    private byte @Nullable [] sealedReason;

    @SuppressWarnings("NullAway")
    protected ReportStep() {}

    ReportStep(Report report, ReportState state, Actor actor, Instant now) {
        this.id = Ids.next();
        this.report = report;
        this.state = state;
        this.person = actor.person().orElse(null);
        this.takenAt = now;
    }

    ReportStep because(String reason, Vault vault) {
        this.sealedReason = vault.sealText(place(), Checks.requireText(reason, "reason", REASON_LIMIT));
        return this;
    }

    /** Why; empty where a step needs no reason. */
    public Optional<String> reason(Vault vault) {
        return Optional.ofNullable(sealedReason).map(kept -> vault.openText(place(), kept));
    }

    private Vault.Place place() {
        return new Vault.Place("report_step", id, report.organisation());
    }

    /** The state that the report reached. */
    public ReportState state() {
        return state;
    }

    /** Who took it; empty where a job of the system did. */
    public Optional<UUID> person() {
        return Optional.ofNullable(person);
    }

    public Instant takenAt() {
        return takenAt;
    }
}
