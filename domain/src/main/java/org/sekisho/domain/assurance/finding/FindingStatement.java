package org.sekisho.domain.assurance.finding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Ids;

/** What somebody said about a finding, or about a corrective action that follows from it, in words that are sealed. It never changes. */
@Entity
@Table(name = "audit_finding_statement")
public class FindingStatement {

    /** The most characters of what is said. */
    public static final int WORDS_LIMIT = 4_000;

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Column(name = "finding_id", nullable = false, updatable = false)
    private UUID finding;

    @Column(name = "action_id", updatable = false)
    private @Nullable UUID action;

    @Column(name = "revision", nullable = false, updatable = false)
    private int revision;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private Kind kind;

    @Column(name = "sealed", nullable = false, updatable = false)
    private byte[] sealed;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "stated_at", nullable = false, updatable = false)
    private Instant statedAt;

    /** What kind of thing is said. */
    public enum Kind {
        /** The facts are wrong, says the audited organisation. */
        CONTESTED,
        /** The facts stand nevertheless, say the auditors. */
        MAINTAINED,
        WITHDRAWN,
        /** Management's response. */
        RESPONSE,
        /** What a corrective action does. */
        PLANNED,
        /** How a corrective action was done. */
        REPORTED,
        /** What was seen that shows that it works. */
        VERIFIED,
        /** What was seen that shows that it doesn't. */
        NOT_EFFECTIVE
    }

    @SuppressWarnings("NullAway")
    protected FindingStatement() {}

    private FindingStatement(
            UUID id, AuditFinding finding, @Nullable UUID action, Kind kind, byte[] sealed, Actor actor, Instant now) {
        this.id = id;
        this.finding = finding.id();
        this.action = action;
        this.revision = finding.revision();
        this.kind = kind;
        this.sealed = sealed.clone();
        this.person = actor.requirePerson();
        this.organisation = actor.organisation().orElseThrow();
        this.statedAt = now;
    }

    /**
     * Something said about a finding.
     *
     * @param id under which the words were sealed
     * @param sealed ciphertext of the vault
     */
    public static FindingStatement about(
            UUID id, AuditFinding finding, Kind kind, byte[] sealed, Actor actor, Instant now) {
        return new FindingStatement(id, finding, null, kind, sealed, actor, now);
    }

    /** Something said about one of its corrective actions. */
    public static FindingStatement about(
            UUID id,
            AuditFinding finding,
            CorrectiveAction action,
            Kind kind,
            byte[] sealed,
            Actor actor,
            Instant now) {
        return new FindingStatement(id, finding, action.id(), kind, sealed, actor, now);
    }

    /** A fresh id, to seal words under before they are a statement. */
    public static UUID nextId() {
        return Ids.next();
    }

    public UUID id() {
        return id;
    }

    public UUID finding() {
        return finding;
    }

    /** The corrective action that it is about; empty where it is about the finding. */
    public Optional<UUID> action() {
        return Optional.ofNullable(action);
    }

    /** Which revision of the finding was in force. */
    public int revision() {
        return revision;
    }

    public Kind kind() {
        return kind;
    }

    public byte[] sealed() {
        return sealed.clone();
    }

    public UUID person() {
        return person;
    }

    /** For whom the person acted. */
    public UUID organisation() {
        return organisation;
    }

    public Instant statedAt() {
        return statedAt;
    }
}
