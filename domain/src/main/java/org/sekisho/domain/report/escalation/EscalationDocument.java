package org.sekisho.domain.report.escalation;

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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Ids;
import org.sekisho.proof.hash.Sha256;

/** Something that was put before the authority, named by the SHA-256 of its bytes. It never changes; the bytes stand apart, sealed. */
@Entity
@Table(name = "escalation_document")
public class EscalationDocument {

    /** What it is. */
    public enum Kind {
        /** The report as the authority gets to read it. */
        RENDERING,
        /** What the institution's people add. */
        CONTEXT
    }

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "escalation_id", nullable = false, updatable = false)
    private Escalation escalation;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private Kind kind;

    @Column(name = "sha256", nullable = false, updatable = false)
    private String sha256;

    @Column(name = "size", nullable = false, updatable = false)
    private int size;

    @Column(name = "person_id", updatable = false)
    private @Nullable UUID person;

    @Column(name = "sent_at", nullable = false, updatable = false)
    private Instant sentAt;

    @SuppressWarnings("NullAway")
    protected EscalationDocument() {}

    EscalationDocument(Escalation escalation, Kind kind, byte[] bytes, Optional<UUID> person, Instant now) {
        this.id = Ids.next();
        this.escalation = escalation;
        this.kind = kind;
        this.sha256 = Sha256.hex(bytes);
        this.size = bytes.length;
        this.person = person.orElse(null);
        this.sentAt = now;
    }

    public UUID id() {
        return id;
    }

    public Escalation escalation() {
        return escalation;
    }

    public Kind kind() {
        return kind;
    }

    /** Of the bytes, in lower-case hexadecimal. */
    public String sha256() {
        return sha256;
    }

    public int size() {
        return size;
    }

    /** Who wrote it; empty for a rendering, which the system draws. */
    public Optional<UUID> person() {
        return Optional.ofNullable(person);
    }

    public Instant sentAt() {
        return sentAt;
    }
}
