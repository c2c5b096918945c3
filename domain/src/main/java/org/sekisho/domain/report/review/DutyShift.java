package org.sekisho.domain.report.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;

/** A time during which a duty officer is on duty for an organisation. Several may be on duty at once; a shift isn't changed, but taken off the roster. */
@Entity
@Table(name = "duty_shift")
public class DutyShift {

    /** The word for it in the trail. */
    public static final String KIND = "duty-shift";

    /** The longest shift: a roster that nobody looks at for months is none. */
    public static final Duration LONGEST = Duration.ofDays(31);

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "starts_at", nullable = false, updatable = false)
    private Instant startsAt;

    @Column(name = "ends_at", nullable = false, updatable = false)
    private Instant endsAt;

    @Column(name = "recorded_by_person_id", nullable = false, updatable = false)
    private UUID recordedBy;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @SuppressWarnings("NullAway")
    protected DutyShift() {}

    /**
     * Puts it on the roster.
     *
     * @param actor an administrator or a duty officer of the organisation
     * @param officer a duty officer of the same organisation
     */
    public DutyShift(Actor actor, Actor officer, Instant startsAt, Instant endsAt, Instant now) {
        this.organisation = requireKeeper(actor);
        Checks.check(officer.isOf(organisation) && officer.holds(Role.DUTY_OFFICER), ReportError.NO_DUTY_OFFICER);
        Checks.check(
                endsAt.isAfter(startsAt) && endsAt.isAfter(now) && !endsAt.isAfter(startsAt.plus(LONGEST)),
                ReportError.SHIFT_TIMES,
                Map.of("days", LONGEST.toDays()));
        this.id = Ids.next();
        this.person = officer.requirePerson();
        this.startsAt = startsAt;
        this.endsAt = endsAt;
        this.recordedBy = actor.requirePerson();
        this.recordedAt = now;
    }

    private static UUID requireKeeper(Actor actor) {
        UUID own = actor.organisation().orElseThrow();
        Checks.check(actor.administers(own) || actor.holds(Role.DUTY_OFFICER), ReportError.ROSTER_OWN_ONLY);
        return own;
    }

    /** What it is in the trail. */
    public DomainEvent planned() {
        return event("duty.planned")
                .with("from", startsAt)
                .with("until", endsAt)
                .build();
    }

    /** Takes it off the roster; the repository removes it. */
    public DomainEvent cancel(Actor actor) {
        Checks.check(requireKeeper(actor).equals(organisation), ReportError.ROSTER_OWN_ONLY);
        return event("duty.cancelled").build();
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, KIND, id).with("organisation", organisation).with("person", person);
    }

    /** Whether it is on at this moment; its end doesn't belong to it. */
    public boolean covers(Instant moment) {
        return !moment.isBefore(startsAt) && moment.isBefore(endsAt);
    }

    public UUID id() {
        return id;
    }

    public UUID organisation() {
        return organisation;
    }

    /** Who is on duty. */
    public UUID person() {
        return person;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    public UUID recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
