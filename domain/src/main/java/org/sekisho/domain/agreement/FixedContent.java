package org.sekisho.domain.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.sekisho.domain.shared.Ids;

/**
 * What is signed, byte for byte, and its hash. A row of its own, read only where somebody needs the text. It never changes.
 */
@Entity
@Table(name = "agreement_content")
public class FixedContent {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "hash", nullable = false, updatable = false)
    private String hash;

    @Column(name = "text", nullable = false, updatable = false)
    private String text;

    @SuppressWarnings("NullAway")
    protected FixedContent() {}

    FixedContent(String text) {
        this.id = Ids.next();
        this.text = text;
        this.hash = ContentHash.of(text);
    }

    public UUID id() {
        return id;
    }

    /** SHA-256 of the text in UTF-8, in hexadecimal. */
    public String hash() {
        return hash;
    }

    /** Canonical JSON (RFC 8785). */
    public String text() {
        return text;
    }
}
