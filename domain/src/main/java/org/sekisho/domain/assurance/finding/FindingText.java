package org.sekisho.domain.assurance.finding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.sekisho.domain.shared.Ids;

/** One part of what a revision of a finding says, sealed under the audited organisation's key. It never changes. */
@Entity
@Table(name = "audit_finding_text")
public class FindingText {

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Column(name = "finding_id", nullable = false, updatable = false)
    private UUID finding;

    @Column(name = "revision", nullable = false, updatable = false)
    private int revision;

    @Enumerated(EnumType.STRING)
    @Column(name = "part", nullable = false, updatable = false)
    private FindingWords.Part part;

    @Column(name = "sealed", nullable = false, updatable = false)
    private byte[] sealed;

    @SuppressWarnings("NullAway")
    protected FindingText() {}

    /** @param sealed ciphertext of the vault, bound to finding, revision and part */
    public FindingText(UUID finding, int revision, FindingWords.Part part, byte[] sealed) {
        this.id = Ids.next();
        this.finding = finding;
        this.revision = revision;
        this.part = part;
        this.sealed = sealed.clone();
    }

    public UUID id() {
        return id;
    }

    public UUID finding() {
        return finding;
    }

    public int revision() {
        return revision;
    }

    public FindingWords.Part part() {
        return part;
    }

    public byte[] sealed() {
        return sealed.clone();
    }
}
