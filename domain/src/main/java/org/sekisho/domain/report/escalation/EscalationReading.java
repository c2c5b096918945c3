package org.sekisho.domain.report.escalation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Ids;

/** That somebody of the authority read what was sent, and when first: the institution sees it. */
@Entity
@Table(name = "escalation_reading")
public class EscalationReading {

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Column(name = "document_id", nullable = false, updatable = false)
    private UUID document;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "read_at", nullable = false, updatable = false)
    private Instant readAt;

    @SuppressWarnings("NullAway")
    protected EscalationReading() {}

    EscalationReading(EscalationDocument document, Actor reader, Instant now) {
        this.id = Ids.next();
        this.document = document.id();
        this.person = reader.requirePerson();
        this.organisation = reader.organisation().orElseThrow();
        this.readAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID document() {
        return document;
    }

    public UUID person() {
        return person;
    }

    public UUID organisation() {
        return organisation;
    }

    public Instant readAt() {
        return readAt;
    }
}
