package org.sekisho.domain.report.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.vault.Vault;

/**
 * What one person decided in one stage, bound to the hash of the revision that was read. What it says stands in a table with readers of its
 * own; the reason is sealed under the key of the voter's organisation. Votes are never changed or taken away.
 */
@Entity
@Table(name = "review_vote")
@SecondaryTable(name = "review_vote_choice", pkJoinColumns = @PrimaryKeyJoinColumn(name = "vote_id"))
public class Vote {

    private static final String CHOICE = "review_vote_choice";

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "chain_id", nullable = false, updatable = false)
    private ReviewChain chain;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "stage_id", nullable = false, updatable = false)
    private ReviewStage stage;

    @Column(name = "revision_id", nullable = false, updatable = false)
    private UUID revision;

    @Column(name = "revision_sha256", nullable = false, updatable = false)
    private String revisionHash;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "cast_at", nullable = false, updatable = false)
    private Instant castAt;

    @Enumerated(EnumType.STRING)
    @Column(table = CHOICE, name = "choice", nullable = false, updatable = false)
    private Choice choice;

    @Column(table = CHOICE, name = "sealed_reason", updatable = false)
    private byte @Nullable [] sealedReason;

    @Enumerated(EnumType.STRING)
    @Column(table = CHOICE, name = "reentered", updatable = false)
    private @Nullable Reentered reentered;

    @SuppressWarnings("NullAway")
    protected Vote() {}

    Vote(ReviewStage stage, Reviewer voter, Ballot ballot, String reason, Vault vault, Instant now) {
        this.id = Ids.next();
        this.chain = stage.chain();
        this.stage = stage;
        this.revision = chain.revision();
        this.revisionHash = chain.revisionHash();
        this.person = voter.person();
        this.organisation = voter.organisation();
        this.castAt = now;
        this.choice = ballot.choice();
        this.reentered = ballot.reentered();
        this.sealedReason = reason.isEmpty() ? null : vault.sealText(place(), reason);
    }

    /** Why, or the comment; empty where none was given. */
    public Optional<String> reason(Vault vault) {
        return Optional.ofNullable(sealedReason).map(kept -> vault.openText(place(), kept));
    }

    private Vault.Place place() {
        return new Vault.Place(CHOICE, id, organisation);
    }

    public UUID id() {
        return id;
    }

    public ReviewStage stage() {
        return stage;
    }

    public UUID revision() {
        return revision;
    }

    /** Of the revision that it covers. */
    public String revisionHash() {
        return revisionHash;
    }

    public UUID person() {
        return person;
    }

    /** For whom the person voted. */
    public UUID organisation() {
        return organisation;
    }

    public Instant castAt() {
        return castAt;
    }

    /** What the voter entered again for it; empty of votes from before this was kept. */
    public Optional<Reentered> reentered() {
        return Optional.ofNullable(reentered);
    }

    public Choice choice() {
        return choice;
    }
}
