package org.sekisho.domain.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Ids;
import org.sekisho.proof.hash.Sha256;

/**
 * One state of what a report says, named by the SHA-256 of its canonical JSON. It never changes; a change is another revision. What it
 * says stands apart, sealed: {@link RevisionContent}.
 */
@Entity
@Table(name = "report_revision")
public class Revision {

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "report_id", nullable = false, updatable = false)
    private Report report;

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Column(name = "sha256", nullable = false, updatable = false)
    private String sha256;

    @Column(name = "author_person_id", updatable = false)
    private @Nullable UUID author;

    @Column(name = "author_organisation_id", updatable = false)
    private @Nullable UUID authorOrganisation;

    @Column(name = "written_at", nullable = false, updatable = false)
    private Instant writtenAt;

    @SuppressWarnings("NullAway")
    protected Revision() {}

    Revision(Report report, int number, Actor author, ReportContent content, Instant now) {
        this.id = Ids.next();
        this.report = report;
        this.number = number;
        this.sha256 = hash(content);
        this.author = author.person().orElse(null);
        this.authorOrganisation = author.organisation().orElse(null);
        this.writtenAt = now;
    }

    static String hash(ReportContent content) {
        return Sha256.hex(content.canonical().getBytes(StandardCharsets.UTF_8));
    }

    public UUID id() {
        return id;
    }

    public Report report() {
        return report;
    }

    /** From 1. */
    public int number() {
        return number;
    }

    /** Of the canonical JSON, in lower-case hexadecimal: what votes are bound to. */
    public String sha256() {
        return sha256;
    }

    /** Who wrote it, or had it imported; empty where a job of the system did. */
    public Optional<UUID> author() {
        return Optional.ofNullable(author);
    }

    /** For whom the author acted. */
    public Optional<UUID> authorOrganisation() {
        return Optional.ofNullable(authorOrganisation);
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
