package org.sekisho.domain.party.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;

/**
 * That a unit of an authority is designated to review high-risk findings: by which document, from when, until when. A unit without
 * one reviews nothing. A renewal is a record of its own.
 */
@Entity
@Table(name = "designation")
public class Designation {

    /** The most characters of the reference to a document. */
    public static final int DOCUMENT_LIMIT = 200;
    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 1_000;

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "document", nullable = false, updatable = false)
    private String document;

    @Column(name = "first_day", nullable = false, updatable = false)
    private LocalDate firstDay;

    @Column(name = "last_day", nullable = false, updatable = false)
    private LocalDate lastDay;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    private String recordedBy;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    @Column(name = "ended_reason")
    private @Nullable String endedReason;

    @SuppressWarnings("NullAway")
    protected Designation() {}

    /**
     * Records a designation.
     *
     * @param unit an organisation of kind {@link OrganisationKind#AUTHORITY}
     * @param document what names the document: its number, its date, who issued it
     * @param lastDay the last day on which it holds
     * @throws org.sekisho.domain.shared.Refusal with {@link PartyError#NOT_AN_AUTHORITY} or {@link PartyError#DAYS_REVERSED}
     */
    public Designation(
            Organisation unit,
            @Nullable String document,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            Actor by,
            Instant now) {
        Checks.check(unit.kind() == OrganisationKind.AUTHORITY, PartyError.NOT_AN_AUTHORITY);
        unit.requireActive();
        this.id = Ids.next();
        this.organisation = unit.id();
        this.document = Checks.requireText(document, "document", DOCUMENT_LIMIT);
        this.firstDay = Checks.require(firstDay, "firstDay");
        this.lastDay = Checks.require(lastDay, "lastDay");
        Checks.check(!this.lastDay.isBefore(this.firstDay), PartyError.DAYS_REVERSED);
        this.recordedBy = by.name();
        this.recordedAt = now;
    }

    /** That the designation was recorded, for the trail. */
    public DomainEvent recorded() {
        return event("designation.recorded")
                .with("document", document)
                .with("first", firstDay)
                .with("last", lastDay)
                .build();
    }

    /**
     * Ends the designation before its time; today is the last day on which it holds.
     *
     * @throws org.sekisho.domain.shared.Refusal with {@link PartyError#DESIGNATION_ENDED} when it has passed or was ended already
     */
    public DomainEvent end(@Nullable String reason, Instant now) {
        LocalDate today = Days.of(now);
        Checks.check(endedOn == null && !lastDay.isBefore(today), PartyError.DESIGNATION_ENDED);
        endedReason = Checks.requireText(reason, "reason", REASON_LIMIT);
        endedOn = today;
        return event("designation.ended")
                .with("last", today)
                .personal("reason", endedReason)
                .build();
    }

    /** Whether the unit is designated on this day. */
    public boolean holds(LocalDate day) {
        return Days.within(day, firstDay, lastDay) && (endedOn == null || !day.isAfter(endedOn));
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, "designation", id).with("organisation", organisation);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int version() {
        return version;
    }

    public UUID organisation() {
        return organisation;
    }

    public String document() {
        return document;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    /** The last day by the document, which belongs to the period. */
    public LocalDate lastDay() {
        return lastDay;
    }

    /** Who recorded it, as the trail writes it. */
    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** The last day on which it held, where it was ended before its time. */
    public Optional<LocalDate> endedOn() {
        return Optional.ofNullable(endedOn);
    }

    /** Why it was ended before its time. */
    public Optional<String> endedReason() {
        return Optional.ofNullable(endedReason);
    }
}
