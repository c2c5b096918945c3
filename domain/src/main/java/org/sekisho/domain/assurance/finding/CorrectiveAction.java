package org.sekisho.domain.assurance.finding;

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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;

/**
 * What an organisation does about a finding, and by when. It says itself that it is done; whether that helped is for those who follow
 * up: independent auditors of the same audit, or of a later one of the same organisation and agreement, and once the audit is closed
 * also the organisation that commissioned it. What didn't help isn't reopened, another action replaces it.
 */
@Entity
@Table(name = "corrective_action")
public class CorrectiveAction {

    /** The word for it in the trail. */
    public static final String KIND = "corrective-action";

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "finding_id", nullable = false, updatable = false)
    private UUID finding;

    @Column(name = "engagement_id", nullable = false, updatable = false)
    private UUID engagement;

    @Column(name = "agreement_id", updatable = false)
    private @Nullable UUID agreement;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(name = "severity", nullable = false, updatable = false)
    private FindingSeverity severity;

    @Column(name = "due", nullable = false, updatable = false)
    private LocalDate due;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private ActionState state;

    @Column(name = "replaces_id", updatable = false)
    private @Nullable UUID replaces;

    @Column(name = "replacement_due")
    private @Nullable LocalDate replacementDue;

    @Column(name = "planned_by_person_id", nullable = false, updatable = false)
    private UUID plannedBy;

    @Column(name = "planned_at", nullable = false, updatable = false)
    private Instant plannedAt;

    @Column(name = "reported_by_person_id")
    private @Nullable UUID reportedBy;

    @Column(name = "reported_at")
    private @Nullable Instant reportedAt;

    @Column(name = "judged_by_person_id")
    private @Nullable UUID judgedBy;

    @Column(name = "judged_at")
    private @Nullable Instant judgedAt;

    @SuppressWarnings("NullAway")
    protected CorrectiveAction() {}

    private CorrectiveAction(
            Actor actor, AuditFinding finding, int number, LocalDate due, @Nullable UUID replaces, Instant now) {
        Checks.check(actor.isOf(finding.organisation()), AssuranceError.AUDITED_ONLY);
        Checks.check(finding.state().isEstablished(), AssuranceError.FINDING_NOT_ESTABLISHED);
        Checks.check(!Checks.require(due, "due").isBefore(Days.of(now)), AssuranceError.ACTION_DUE_PAST);
        this.id = Ids.next();
        this.finding = finding.id();
        this.engagement = finding.engagement();
        this.agreement = finding.agreement().orElse(null);
        this.organisation = finding.organisation();
        this.number = number;
        this.severity = finding.severity();
        this.due = due;
        this.state = ActionState.OPEN;
        this.replaces = replaces;
        this.plannedBy = actor.requirePerson();
        this.plannedAt = now;
    }

    /**
     * Plans an action; by the audited organisation. It ends no later than the finding is to be remedied; where that day has passed
     * already, it ends today.
     *
     * @param number the next free number in the engagement, from 1
     */
    public static CorrectiveAction plan(Actor actor, AuditFinding finding, int number, LocalDate due, Instant now) {
        CorrectiveAction action = new CorrectiveAction(actor, finding, number, due, null, now);
        action.requireInTime(finding.requireDays().remedy(), now);
        return action;
    }

    /** Plans what replaces an action that didn't help, by the day that was set when that was found. */
    public static CorrectiveAction replace(
            Actor actor, AuditFinding finding, CorrectiveAction replaced, int number, LocalDate due, Instant now) {
        if (!replaced.finding.equals(finding.id())) {
            throw new IllegalArgumentException("Another finding's action: " + replaced.id);
        }
        CorrectiveAction action = new CorrectiveAction(actor, finding, number, due, replaced.id, now);
        replaced.state.requireBecomes(ActionState.REPLACED, AssuranceError.ACTION_STATE);
        action.requireInTime(Objects.requireNonNull(replaced.replacementDue), now);
        replaced.state = ActionState.REPLACED;
        return action;
    }

    private void requireInTime(LocalDate latest, Instant now) {
        LocalDate today = Days.of(now);
        LocalDate last = latest.isBefore(today) ? today : latest;
        Checks.check(!due.isAfter(last), AssuranceError.ACTION_DUE_LATE, Map.of("latest", last));
    }

    /** What its creation is in the trail. */
    public DomainEvent planned() {
        return event("corrective-action.planned")
                .with("number", number)
                .with("severity", severity)
                .with("due", due)
                .with("replaces", replaces)
                .build();
    }

    /** Says that it is done; by the audited organisation, with a statement of how. */
    public DomainEvent report(Actor actor, Instant now) {
        Checks.check(actor.isOf(organisation), AssuranceError.AUDITED_ONLY);
        become(ActionState.REPORTED);
        reportedBy = actor.requirePerson();
        reportedAt = now;
        return event("corrective-action.reported").build();
    }

    /** It works; by whoever follows up, with a statement of what was seen. */
    public DomainEvent verify(Actor actor, FollowUp followUp, Instant now) {
        judge(actor, followUp, ActionState.VERIFIED, now);
        return event("corrective-action.verified").build();
    }

    /**
     * It doesn't work; by whoever follows up, with a statement of what was seen.
     *
     * @param latest the day until which another action has to be done
     */
    public DomainEvent reject(Actor actor, FollowUp followUp, LocalDate latest, Instant now) {
        Checks.check(!Checks.require(latest, "due").isBefore(Days.of(now)), AssuranceError.ACTION_DUE_PAST);
        judge(actor, followUp, ActionState.NOT_EFFECTIVE, now);
        replacementDue = latest;
        return event("corrective-action.rejected").with("due", latest).build();
    }

    private void judge(Actor actor, FollowUp followUp, ActionState next, Instant now) {
        followUp.require(actor, this, now);
        become(next);
        judgedBy = actor.requirePerson();
        judgedAt = now;
    }

    /**
     * Where an action is followed up.
     *
     * @param of the audit whose finding it answers
     * @param in the audit in which it is followed up; the same, or a later one
     */
    public record FollowUp(Engagement of, Engagement in) {

        /** Refuses whoever doesn't follow up this action. */
        void require(Actor actor, CorrectiveAction action, Instant now) {
            if (!of.id().equals(action.engagement)) {
                throw new IllegalArgumentException("Another audit's action: " + action.id);
            }
            Checks.check(!actor.isOf(action.organisation), AssuranceError.FOLLOW_UP_NOT_OWN);
            if (of.state() == EngagementState.CLOSED && actor.isOf(of.owner())) {
                return;
            }
            Checks.check(
                    in.agreement().equals(of.agreement())
                            && in.terms().responsibleParty().equals(action.organisation),
                    AssuranceError.FOLLOW_UP_ELSEWHERE);
            in.requireAuditor(actor, now);
        }
    }

    private void become(ActionState next) {
        state.requireBecomes(next, AssuranceError.ACTION_STATE);
        state = next;
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, KIND, id).with("engagement", engagement).with("finding", finding);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int rowVersion() {
        return rowVersion;
    }

    /** The finding that it answers. */
    public UUID finding() {
        return finding;
    }

    public UUID engagement() {
        return engagement;
    }

    /** Empty where an organisation is audited on its own account. */
    public Optional<UUID> agreement() {
        return Optional.ofNullable(agreement);
    }

    /** Who does it. */
    public UUID organisation() {
        return organisation;
    }

    /** From 1 within the engagement; people say CA-2. */
    public int number() {
        return number;
    }

    /** That of the finding. */
    public FindingSeverity severity() {
        return severity;
    }

    /** The last day to do it on. */
    public LocalDate due() {
        return due;
    }

    public ActionState state() {
        return state;
    }

    /** The action that didn't help, where it replaces one. */
    public Optional<UUID> replaces() {
        return Optional.ofNullable(replaces);
    }

    /** Where it didn't help: the day until which another has to be done. */
    public Optional<LocalDate> replacementDue() {
        return Optional.ofNullable(replacementDue);
    }

    public UUID plannedBy() {
        return plannedBy;
    }

    public Instant plannedAt() {
        return plannedAt;
    }

    public Optional<UUID> reportedBy() {
        return Optional.ofNullable(reportedBy);
    }

    public Optional<Instant> reportedAt() {
        return Optional.ofNullable(reportedAt);
    }

    public Optional<UUID> judgedBy() {
        return Optional.ofNullable(judgedBy);
    }

    public Optional<Instant> judgedAt() {
        return Optional.ofNullable(judgedAt);
    }
}
