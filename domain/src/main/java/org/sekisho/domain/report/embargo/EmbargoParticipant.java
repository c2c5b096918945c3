package org.sekisho.domain.report.embargo;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Ids;

/** An organisation that is asked to keep an embargo, and what it said. */
@Entity
@Table(name = "embargo_participant")
public class EmbargoParticipant {

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "embargo_id", nullable = false, updatable = false)
    private Embargo embargo;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "answer_by", nullable = false)
    private Instant answerBy;

    @Column(name = "agreed_until")
    private @Nullable Instant agreedUntil;

    @Column(name = "declined", nullable = false)
    private boolean declined;

    @Column(name = "answered_by_person_id")
    private @Nullable UUID answeredBy;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @SuppressWarnings("NullAway")
    protected EmbargoParticipant() {}

    EmbargoParticipant(Embargo embargo, UUID organisation, Instant answerBy) {
        this.id = Ids.next();
        this.embargo = embargo;
        this.organisation = organisation;
        this.answerBy = answerBy;
    }

    /** The end moved: what was agreed to before binds on, and the new end is asked for. */
    void askAgain(Instant by) {
        answerBy = by;
        declined = false;
        answeredBy = null;
        answeredAt = null;
    }

    void answer(boolean accepts, UUID person, Instant now) {
        Checks.check(
                accepts ? !hasAgreedTo(embargo.until()) : answeredAt == null || !declined,
                EmbargoError.ANSWERED_ALREADY);
        declined = !accepts;
        if (accepts) {
            agreedUntil = embargo.until();
        }
        answeredBy = person;
        answeredAt = now;
    }

    private boolean hasAgreedTo(Instant end) {
        return !declined
                && agreedUntil().filter(agreed -> !agreed.isBefore(end)).isPresent();
    }

    /** What it said to the present end. */
    public Consent consent(Instant now) {
        if (hasAgreedTo(embargo.until())) {
            return Consent.ACCEPTED;
        }
        if (declined) {
            return Consent.DECLINED;
        }
        return now.isBefore(answerBy) ? Consent.PROPOSED : Consent.NO_ANSWER;
    }

    public UUID id() {
        return id;
    }

    public Embargo embargo() {
        return embargo;
    }

    public UUID organisation() {
        return organisation;
    }

    public Instant answerBy() {
        return answerBy;
    }

    /** The end that it agreed to, which may be one before an extension. */
    public Optional<Instant> agreedUntil() {
        return Optional.ofNullable(agreedUntil);
    }

    public Optional<UUID> answeredBy() {
        return Optional.ofNullable(answeredBy);
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }
}
