package org.sekisho.domain.report.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.ReportError;
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

    @Column(name = "first_day", nullable = false, updatable = false)
    private LocalDate firstDay;

    @Column(name = "last_day", nullable = false)
    private LocalDate lastDay;

    @SuppressWarnings("NullAway")
    protected Absence() {}

    /** Somebody says that they will be away. */
    public Absence(Actor actor, LocalDate firstDay, LocalDate lastDay) {
        Checks.check(
                !lastDay.isBefore(firstDay) && lastDay.isBefore(firstDay.plusDays(LONGEST_DAYS)),
                ReportError.ABSENCE_DAYS);
        this.id = Ids.next();
        this.person = actor.requirePerson();
        this.organisation = actor.organisation().orElseThrow();
        this.firstDay = firstDay;
        this.lastDay = lastDay;
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
