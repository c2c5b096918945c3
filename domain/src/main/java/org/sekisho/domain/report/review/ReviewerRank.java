package org.sekisho.domain.report.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Ids;

/** Which rank a person holds at an organisation, as its administrator put it on file. The newest entry counts. */
@Entity
@Table(name = "reviewer_rank")
public class ReviewerRank {

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Enumerated(EnumType.STRING)
    @Column(name = "held_rank", nullable = false, updatable = false)
    private Rank rank;

    @Column(name = "recorded_by_person_id", nullable = false, updatable = false)
    private UUID recordedBy;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @SuppressWarnings("NullAway")
    protected ReviewerRank() {}

    /** @param actor an administrator of the organisation, and not the person */
    public ReviewerRank(Actor actor, UUID person, UUID organisation, Rank rank, Instant now) {
        Checks.check(actor.administers(organisation), PartyError.OWN_ADMINISTRATOR_ONLY);
        Checks.check(!actor.requirePerson().equals(person), ReportError.RANK_OWN);
        this.id = Ids.next();
        this.person = person;
        this.organisation = organisation;
        this.rank = Checks.require(rank, "rank");
        this.recordedBy = actor.requirePerson();
        this.recordedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID person() {
        return person;
    }

    public UUID organisation() {
        return organisation;
    }

    public Rank rank() {
        return rank;
    }

    public UUID recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
