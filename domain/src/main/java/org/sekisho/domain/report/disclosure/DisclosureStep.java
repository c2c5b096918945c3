package org.sekisho.domain.report.disclosure;

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
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.vault.Vault;

/** One thing that happened in a disclosure case. Steps are never changed or taken away. */
@Entity
@Table(name = "disclosure_step")
public class DisclosureStep {

    /** The most characters of a note. */
    public static final int NOTE_LIMIT = 2_000;

    /** What happened. */
    public enum Kind {
        OPENED,
        NOTIFIED,
        ANSWERED,
        NUMBERED,
        SCHEDULED,
        SHOWN,
        PUBLISHED,
        WITHDRAWN
    }

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "case_id", nullable = false, updatable = false)
    private DisclosureCase of;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "notified", updatable = false)
    private @Nullable NotifiedParty notified;

    @Column(name = "on_day", updatable = false)
    private @Nullable LocalDate day;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "taken_at", nullable = false, updatable = false)
    private Instant takenAt;

    @Column(name = "jvn", updatable = false)
    private @Nullable String jvn;

    @Column(name = "cves", updatable = false)
    private @Nullable String cves;

    @Column(name = "sealed_note", updatable = false)
    private byte @Nullable [] sealedNote;

    @SuppressWarnings("NullAway")
    protected DisclosureStep() {}

    DisclosureStep(DisclosureCase of, Kind kind, Actor actor, Instant now) {
        this.id = Ids.next();
        this.of = of;
        this.kind = kind;
        this.person = actor.requirePerson();
        this.takenAt = now;
    }

    DisclosureStep told(NotifiedParty party) {
        notified = party;
        return this;
    }

    DisclosureStep on(LocalDate when) {
        day = when;
        return this;
    }

    DisclosureStep numbered(String jvnNumber, String cveNumbers) {
        jvn = jvnNumber;
        cves = cveNumbers;
        return this;
    }

    DisclosureStep noted(String note, Vault vault) {
        String words = Checks.optionalText(note, "note", NOTE_LIMIT);
        sealedNote = words.isEmpty() ? null : vault.sealText(place(), words);
        return this;
    }

    DisclosureStep because(String reason, Vault vault) {
        sealedNote = vault.sealText(place(), Checks.requireText(reason, "reason", NOTE_LIMIT));
        return this;
    }

    /** What was said to it. */
    public Optional<String> note(Vault vault) {
        return Optional.ofNullable(sealedNote).map(kept -> vault.openText(place(), kept));
    }

    private Vault.Place place() {
        return new Vault.Place("disclosure_step", id, of.organisation());
    }

    public UUID id() {
        return id;
    }

    public DisclosureCase of() {
        return of;
    }

    public Kind kind() {
        return kind;
    }

    /** Who was told, or answered. */
    public Optional<NotifiedParty> notified() {
        return Optional.ofNullable(notified);
    }

    /** On which day it was done, or is to be. */
    public Optional<LocalDate> day() {
        return Optional.ofNullable(day);
    }

    public UUID person() {
        return person;
    }

    public Instant takenAt() {
        return takenAt;
    }
}
