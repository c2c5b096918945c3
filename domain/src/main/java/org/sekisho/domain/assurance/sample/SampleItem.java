package org.sekisho.domain.assurance.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Judgement;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.proof.sample.PopulationItem;

/**
 * An item of a sample, with the state of its test sheet. An auditor tests it; another one of the team, never the one who prepared the
 * test, approves or returns it. What the sheet says stands in {@link SheetContent}, sealed; the trail tells that there was a test, and
 * not what came of it.
 */
@Entity
@Table(name = "sample_item")
public class SampleItem {

    /** The word for it in the trail. */
    public static final String KIND = "sample-item";
    /** The most characters of the reason for which an item was picked. */
    public static final int REASON_LIMIT = 1_000;
    /** The most characters of a procedure. */
    public static final int PROCEDURE_LIMIT = 2_000;
    /** The most characters of an observation. */
    public static final int OBSERVATION_LIMIT = 4_000;

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "sample_id", nullable = false, updatable = false)
    private UUID sample;

    @Column(name = "engagement_id", nullable = false, updatable = false)
    private UUID engagement;

    @Column(name = "position", nullable = false, updatable = false)
    private int position;

    @Column(name = "subject_id", nullable = false, updatable = false)
    private UUID subject;

    @Column(name = "stratum", nullable = false, updatable = false)
    private String stratum;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private SheetState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "result")
    private @Nullable TestResult result;

    @Column(name = "prepared_by_person_id")
    private @Nullable UUID preparedBy;

    @Column(name = "prepared_at")
    private @Nullable Instant preparedAt;

    @Embedded
    private Judgement review = Judgement.pending();

    @SuppressWarnings("NullAway")
    protected SampleItem() {}

    SampleItem(Sample sample, int position, PopulationItem item, String reason) {
        this.id = Ids.next();
        this.sample = sample.id();
        this.engagement = sample.engagement();
        this.position = position;
        this.subject = UUID.fromString(item.id());
        this.stratum = item.stratum();
        this.reason = reason;
        this.state = SheetState.OPEN;
    }

    /**
     * What an auditor did and found.
     *
     * @param procedure what was done to test the item
     * @param observation what was seen; it has to be there for an exception
     */
    public record Sheet(String procedure, TestResult result, String observation) {

        public Sheet {
            procedure = Checks.requireText(procedure, "procedure", PROCEDURE_LIMIT);
            Checks.require(result, "result");
            observation = result == TestResult.EXCEPTION
                    ? Checks.requireText(observation, "observation", OBSERVATION_LIMIT)
                    : Checks.optionalText(observation, "observation", OBSERVATION_LIMIT);
        }
    }

    /** Records a test; by an independent auditor of the engagement. */
    public DomainEvent test(Actor actor, Engagement of, TestResult found, Instant now) {
        become(actor, of, SheetState.TESTED, now);
        result = found;
        preparedBy = actor.requirePerson();
        preparedAt = now;
        return event("sample-item.tested").build();
    }

    /** Approves the test; by another independent auditor of the engagement than the one who prepared it. */
    public DomainEvent approve(Actor actor, Engagement of, Instant now) {
        requireOther(actor);
        become(actor, of, SheetState.APPROVED, now);
        review = Judgement.acceptance(actor, now);
        return event("sample-item.approved").build();
    }

    /** Returns the test with a reason, so that it is done again; by another auditor than the one who prepared it. */
    public DomainEvent giveBack(Actor actor, Engagement of, String why, Instant now) {
        Judgement returned = Judgement.giveBack(actor, why, now);
        requireOther(actor);
        become(actor, of, SheetState.RETURNED, now);
        review = returned;
        return event("sample-item.returned").build();
    }

    private void become(Actor actor, Engagement of, SheetState next, Instant now) {
        if (!of.id().equals(engagement)) {
            throw new IllegalArgumentException("Another engagement's item: " + id);
        }
        of.requireAuditor(actor, now);
        state.requireBecomes(next, AssuranceError.SHEET_STATE);
        state = next;
    }

    private void requireOther(Actor actor) {
        Checks.check(!actor.requirePerson().equals(preparedBy), AssuranceError.SHEET_NOT_OWN);
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, KIND, id)
                .with("engagement", engagement)
                .with("sample", sample)
                .with("position", position);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int rowVersion() {
        return rowVersion;
    }

    public UUID sample() {
        return sample;
    }

    public UUID engagement() {
        return engagement;
    }

    /** From 1, in the order of the draw. */
    public int position() {
        return position;
    }

    /** The record of the population. */
    public UUID subject() {
        return subject;
    }

    public String stratum() {
        return stratum;
    }

    /** Why it was picked; empty where it was drawn. */
    public String reason() {
        return reason;
    }

    public SheetState state() {
        return state;
    }

    /** What the last test came to. */
    public Optional<TestResult> result() {
        return Optional.ofNullable(result);
    }

    /** Who prepared the last test. */
    public Optional<UUID> preparedBy() {
        return Optional.ofNullable(preparedBy);
    }

    public Optional<Instant> preparedAt() {
        return Optional.ofNullable(preparedAt);
    }

    /** What the reviewer decided last. */
    public Judgement review() {
        return review;
    }
}
