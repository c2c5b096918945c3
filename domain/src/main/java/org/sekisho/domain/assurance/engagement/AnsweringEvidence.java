package org.sekisho.domain.assurance.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That an item of evidence answers a request. */
@Embeddable
public class AnsweringEvidence {

    @Column(name = "evidence_id", nullable = false)
    private UUID evidence;

    @SuppressWarnings("NullAway")
    protected AnsweringEvidence() {}

    AnsweringEvidence(UUID evidence) {
        this.evidence = evidence;
    }

    UUID evidence() {
        return evidence;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AnsweringEvidence answering && answering.evidence.equals(evidence);
    }

    @Override
    public int hashCode() {
        return evidence.hashCode();
    }
}
