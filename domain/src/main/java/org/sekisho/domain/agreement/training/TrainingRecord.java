package org.sekisho.domain.agreement.training;

import static org.sekisho.domain.shared.Checks.check;
import static org.sekisho.domain.shared.Checks.require;
import static org.sekisho.domain.shared.Checks.requireText;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.PeopleClause.RequiredTraining;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;

/**
 * That a person completed a training, on which day, by which evidence, and until when that counts. Recorded by somebody other than
 * the person; a newer record takes the place of the older one, and both stay on file.
 */
@Entity
@Table(name = "training_record")
public class TrainingRecord {

    /** The most characters of a reference to evidence. */
    public static final int EVIDENCE_LIMIT = 300;

    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 1_000;

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "training_code", nullable = false, updatable = false)
    private String training;

    @Column(name = "completed_on", nullable = false, updatable = false)
    private LocalDate completedOn;

    @Column(name = "valid_until", nullable = false, updatable = false)
    private LocalDate validUntil;

    @Column(name = "evidence_reference", nullable = false, updatable = false)
    private String evidence;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private TrainingState state;

    @Column(name = "recorded_by_person_id", nullable = false, updatable = false)
    private UUID recordedBy;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @Column(name = "superseded_by_id")
    private @Nullable UUID supersededBy;

    @Column(name = "revoked_by_person_id")
    private @Nullable UUID revokedBy;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "revocation_reason", nullable = false)
    private String revocationReason;

    @SuppressWarnings("NullAway")
    protected TrainingRecord() {}

    /**
     * Records a completed training.
     *
     * @param actor somebody else of the person's organisation, or the coordinator
     * @param organisation the organisation for which the person acts
     * @param training what the people clause requires; its validity gives the last day, the day of completion being the first
     * @param evidence where the certificate or attendance list is found
     * @throws Refusal with a {@link TrainingError}
     */
    public TrainingRecord(
            Actor actor,
            UUID person,
            UUID organisation,
            RequiredTraining training,
            LocalDate completedOn,
            String evidence,
            Instant now) {
        this.id = Ids.next();
        this.person = require(person, "person");
        this.organisation = require(organisation, "organisation");
        this.training = require(training, "training").code();
        this.completedOn = require(completedOn, "completedOn");
        this.validUntil = completedOn.plusDays(training.validityDays() - 1L);
        this.evidence = requireText(evidence, "evidence", EVIDENCE_LIMIT);
        this.state = TrainingState.CURRENT;
        this.recordedBy = actor.requirePerson();
        this.recordedAt = now;
        this.revocationReason = "";
        checkKeeper(actor);
        check(!completedOn.isAfter(Days.of(now)), TrainingError.NOT_YET_COMPLETED);
        check(!validUntil.isBefore(Days.of(now)), TrainingError.OVER, Map.of("until", validUntil));
    }

    /** That the training was recorded, for the trail. */
    public DomainEvent recorded() {
        return event("training.recorded")
                .with("training", training)
                .with("completed", completedOn)
                .with("until", validUntil)
                .build();
    }

    /** A newer record of the same training takes this one's place. */
    void supersede(TrainingRecord newer) {
        state.requireBecomes(TrainingState.SUPERSEDED, TrainingError.WRONG_STATE);
        check(
                newer.completedOn.isAfter(completedOn),
                TrainingError.OLDER_THAN_CURRENT,
                Map.of("completed", completedOn));
        state = TrainingState.SUPERSEDED;
        supersededBy = newer.id;
    }

    /** Takes the record back: it was wrong, or the training turned out not to count. */
    public DomainEvent revoke(Actor actor, String reason, Instant now) {
        state.requireBecomes(TrainingState.REVOKED, TrainingError.WRONG_STATE);
        checkKeeper(actor);
        String words = requireText(reason, "reason", REASON_LIMIT);
        state = TrainingState.REVOKED;
        revokedBy = actor.requirePerson();
        revokedAt = now;
        revocationReason = words;
        return event("training.revoked").personal("reason", words).build();
    }

    /** Whether the record counts at this instant. */
    public boolean isCurrent(Instant at) {
        return state == TrainingState.CURRENT && Days.within(Days.of(at), completedOn, validUntil);
    }

    private void checkKeeper(Actor actor) {
        check(!actor.requirePerson().equals(person), TrainingError.OWN_RECORD);
        check(actor.isOf(organisation) || actor.holds(Role.COORDINATOR), TrainingError.OTHER_ORGANISATION);
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, "training", id).with("person", person);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int version() {
        return version;
    }

    public UUID person() {
        return person;
    }

    public UUID organisation() {
        return organisation;
    }

    /** The code by which the people clause names the training. */
    public String training() {
        return training;
    }

    public LocalDate completedOn() {
        return completedOn;
    }

    /** The last day on which it counts. */
    public LocalDate validUntil() {
        return validUntil;
    }

    /** Where the evidence is found. */
    public String evidence() {
        return evidence;
    }

    public TrainingState state() {
        return state;
    }

    public UUID recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** The newer record that took this one's place. */
    public Optional<UUID> supersededBy() {
        return Optional.ofNullable(supersededBy);
    }

    public Optional<UUID> revokedBy() {
        return Optional.ofNullable(revokedBy);
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    /** Why it was revoked; empty before. */
    public String revocationReason() {
        return revocationReason;
    }
}
