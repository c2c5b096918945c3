package org.sekisho.domain.party.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Ids;

/** One period in which a person belongs to an organisation. Kept for ever, because conflicts are counted beyond its end. */
@Entity
@Table(name = "affiliation")
public class Affiliation {

    /** How long an organisation still counts after it was left. */
    public static final int YEARS_COUNTED = 2;

    @Id
    @Column(name = "id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "person_id", nullable = false, updatable = false)
    private Person person;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private AffiliationKind kind;

    @Column(name = "first_day", nullable = false, updatable = false)
    private LocalDate firstDay;

    @Column(name = "last_day")
    private @Nullable LocalDate lastDay;

    @SuppressWarnings("NullAway")
    protected Affiliation() {}

    Affiliation(
            Person person, UUID organisation, AffiliationKind kind, LocalDate firstDay, @Nullable LocalDate lastDay) {
        Checks.check(lastDay == null || !lastDay.isBefore(firstDay), PartyError.DAYS_REVERSED);
        this.id = Ids.next();
        this.person = person;
        this.organisation = organisation;
        this.kind = kind;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /** Sets the last day; a period that began later still keeps its first day as its only one. */
    void endOn(LocalDate day) {
        LocalDate end = day.isBefore(firstDay) ? firstDay : day;
        if (lastDay == null || end.isBefore(lastDay)) {
            lastDay = end;
        }
    }

    /** Whether the person belongs to the organisation on this day. */
    public boolean isCurrent(LocalDate day) {
        return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
    }

    /** Whether the organisation counts in conflicts on this day: the person belongs to it, or left it less than two years ago. */
    public boolean counts(LocalDate day) {
        return !day.isBefore(firstDay)
                && (lastDay == null || day.isBefore(lastDay.plusDays(1).plusYears(YEARS_COUNTED)));
    }

    /** Whether a day lies in both periods; an open end reaches for ever. */
    boolean overlaps(LocalDate first, @Nullable LocalDate last) {
        return (lastDay == null || !lastDay.isBefore(first)) && (last == null || !firstDay.isAfter(last));
    }

    public UUID id() {
        return id;
    }

    public Person person() {
        return person;
    }

    public UUID organisation() {
        return organisation;
    }

    public AffiliationKind kind() {
        return kind;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    /** The last day, which belongs to the period; empty while no end is known. */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(lastDay);
    }
}
