package org.sekisho.domain.assurance.pack;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;

/** That somebody began to download a pack, or a range of its bytes: a download that is resumed is a row for each part. */
@Entity
@Table(name = "pack_download")
public class PackDownload {

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Column(name = "pack_id", nullable = false, updatable = false)
    private UUID pack;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "begun_at", nullable = false, updatable = false)
    private Instant begunAt;

    @Column(name = "first_byte", nullable = false, updatable = false)
    private long firstByte;

    @Column(name = "last_byte", nullable = false, updatable = false)
    private long lastByte;

    @SuppressWarnings("NullAway")
    protected PackDownload() {}

    PackDownload(Pack pack, Actor actor, long firstByte, long lastByte, Instant now) {
        this.id = Ids.next();
        this.pack = pack.id();
        this.person = actor.requirePerson();
        this.organisation = pack.organisation();
        this.begunAt = now;
        this.firstByte = firstByte;
        this.lastByte = lastByte;
    }

    /**
     * What it is in the trail.
     *
     * @param of the pack that is downloaded
     */
    public DomainEvent begun(Pack of) {
        return DomainEvent.of("pack.download-begun", Pack.KIND, pack)
                .with("download", id)
                .with("firstByte", firstByte)
                .with("lastByte", lastByte)
                .with("certificateSha256", of.certificateSha256().orElse(null))
                .build();
    }

    public UUID id() {
        return id;
    }

    public UUID pack() {
        return pack;
    }

    public UUID person() {
        return person;
    }

    /** The audit firm. */
    public UUID organisation() {
        return organisation;
    }

    public Instant begunAt() {
        return begunAt;
    }

    /** From 0. */
    public long firstByte() {
        return firstByte;
    }

    /** Inclusive. */
    public long lastByte() {
        return lastByte;
    }
}
