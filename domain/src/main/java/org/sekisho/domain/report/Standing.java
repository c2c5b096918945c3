package org.sekisho.domain.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a report stands: its state, since when, and what that state rests on. Only {@link ReportFlow} moves it. */
@Embeddable
public class Standing {

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private ReportState state;

    @Column(name = "state_at", nullable = false)
    private Instant since;

    @Column(name = "chain_id")
    private @Nullable UUID chain;

    @Column(name = "approved_revision_id")
    private @Nullable UUID approvedRevision;

    @Column(name = "returned_revision_id")
    private @Nullable UUID returnedRevision;

    @Column(name = "mitigated_by_person_id")
    private @Nullable UUID mitigatedBy;

    @Column(name = "duplicate_of_id")
    private @Nullable UUID duplicateOf;

    @Column(name = "deferred_until")
    private @Nullable Instant deferredUntil;

    @SuppressWarnings("NullAway")
    protected Standing() {}

    Standing(Instant now) {
        state = ReportState.RECEIVED;
        since = now;
    }

    void move(ReportState to, Instant now) {
        state.requireBecomes(to, ReportError.WRONG_STATE);
        state = to;
        since = now;
    }

    void submittedTo(UUID review) {
        chain = review;
    }

    void approved(UUID revision) {
        approvedRevision = revision;
    }

    void returned(UUID revision) {
        returnedRevision = revision;
    }

    /** What was agreed and done before doesn't count any more. */
    void startOver() {
        chain = null;
        approvedRevision = null;
        mitigatedBy = null;
    }

    void mitigated(@Nullable UUID person) {
        mitigatedBy = person;
    }

    void putAside(@Nullable UUID original, @Nullable Instant until) {
        duplicateOf = original;
        deferredUntil = until;
    }

    boolean isMitigatedBy(UUID person) {
        return person.equals(mitigatedBy);
    }

    boolean wasReturned(UUID revision) {
        return revision.equals(returnedRevision);
    }

    public ReportState state() {
        return state;
    }

    /** Since when it is in this state. */
    public Instant since() {
        return since;
    }

    /** The review that runs, or that approved it. */
    public Optional<UUID> chain() {
        return Optional.ofNullable(chain);
    }

    /** The revision that every stage agreed to; empty while none is, and after a change. */
    public Optional<UUID> approvedRevision() {
        return Optional.ofNullable(approvedRevision);
    }

    /** The report that it is a duplicate of. */
    public Optional<UUID> duplicateOf() {
        return Optional.ofNullable(duplicateOf);
    }

    /** When it comes back by itself. */
    public Optional<Instant> deferredUntil() {
        return Optional.ofNullable(deferredUntil);
    }
}
