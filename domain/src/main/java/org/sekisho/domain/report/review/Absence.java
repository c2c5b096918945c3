package org.sekisho.domain.report.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.review.WaitingReviews.WaitingStage;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Ids;

/** Days on which a reviewer is away: nothing is delegated to them, and their colleagues may take over what they hold. */
@Entity
@Table(name = "reviewer_absence")
public class Absence {

    /** The most days of one absence. */
    public static final int LONGEST_DAYS = 400;

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "recorded_by_person_id", nullable = false, updatable = false)
    private UUID recordedBy;

    @Column(name = "first_day", nullable = false, updatable = false)
    private LocalDate firstDay;

    @Column(name = "last_day", nullable = false)
    private LocalDate lastDay;

    @SuppressWarnings("NullAway")
    protected Absence() {}

    /** Somebody says that they will be away. */
    public Absence(Actor actor, LocalDate firstDay, LocalDate lastDay) {
        this(actor, actor, firstDay, lastDay);
    }

    /**
     * Somebody says that another will be away, who may be too ill to do so: an administrator of their organisation, or whoever reviews there
     * for the same side.
     *
     * @param who somebody who reviews, as they would act
     */
    public Absence(Actor recorder, Actor who, LocalDate firstDay, LocalDate lastDay) {
        Checks.check(mayRecord(recorder, who), ReportError.ABSENCE_OF_OTHERS);
        Checks.check(
                !lastDay.isBefore(firstDay) && lastDay.isBefore(firstDay.plusDays(LONGEST_DAYS)),
                ReportError.ABSENCE_DAYS);
        this.id = Ids.next();
        this.person = who.requirePerson();
        this.organisation = who.organisation().orElseThrow();
        this.recordedBy = recorder.requirePerson();
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    private static boolean mayRecord(Actor recorder, Actor who) {
        if (recorder.requirePerson().equals(who.requirePerson())) {
            return true;
        }
        boolean same = who.organisation().filter(recorder::isOf).isPresent();
        boolean administers = recorder.holds(Role.ORGANISATION_ADMINISTRATOR);
        return same
                && Arrays.stream(Side.values())
                        .map(WaitingStage::roles)
                        .filter(roles -> holdsOne(who, roles))
                        .anyMatch(roles -> administers || holdsOne(recorder, roles));
    }

    private static boolean holdsOne(Actor actor, Set<Role> roles) {
        return !Collections.disjoint(actor.roles(), roles);
    }

    /** It is taken back by who is away, or by who put it on file. */
    public boolean isOf(UUID someone) {
        return person.equals(someone) || recordedBy.equals(someone);
    }

    /**
     * Refuses it beside another of the same person on some of its days.
     *
     * @param others absences at the organisation, of anybody
     */
    public void requireApart(List<Absence> others) {
        boolean overlaps = others.stream()
                .anyMatch(other -> other.person.equals(person)
                        && !other.firstDay.isAfter(lastDay)
                        && !other.lastDay.isBefore(firstDay));
        Checks.check(!overlaps, ReportError.ABSENCE_OVERLAPS);
    }

    /** Whether the person is away on this day. */
    public boolean covers(LocalDate day) {
        return Days.within(day, firstDay, lastDay);
    }

    public UUID id() {
        return id;
    }

    public UUID person() {
        return person;
    }

    public UUID organisation() {
        return organisation;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public LocalDate lastDay() {
        return lastDay;
    }
}
