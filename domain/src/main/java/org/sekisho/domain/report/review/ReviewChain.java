package org.sekisho.domain.report.review;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.ReviewClause.TierReview;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.Approval;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.Revision;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Holidays;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.Vault;

/**
 * The review of one revision: the stages that the review clause asks for its risk tier, in their order. A stage passes when its quorum agreed
 * to this revision, and one reasoned rejection ends the review. Time agrees to nothing. {@link ReviewDesk} carries its outcome into the report.
 */
@Entity
@Table(name = "review_chain")
public class ReviewChain {

    /** The word for it in the trail. */
    public static final String KIND = "review";

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "report_id", nullable = false, updatable = false)
    private UUID report;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "provider_id", updatable = false)
    private @Nullable UUID provider;

    @Column(name = "revision_id", nullable = false, updatable = false)
    private UUID revision;

    @Column(name = "revision_sha256", nullable = false, updatable = false)
    private String revisionHash;

    @Enumerated(EnumType.STRING)
    @Column(name = "tier", nullable = false, updatable = false)
    private RiskTier tier;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private ChainState state;

    @Column(name = "opened_by_person_id", nullable = false, updatable = false)
    private UUID openedBy;

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "review_author", joinColumns = @JoinColumn(name = "chain_id"))
    @Column(name = "person_id", nullable = false)
    private Set<UUID> authors = new HashSet<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "review_party", joinColumns = @JoinColumn(name = "chain_id"))
    @Column(name = "organisation_id", nullable = false)
    private Set<UUID> parties = new HashSet<>();

    @OneToMany(mappedBy = "chain", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("position")
    private List<ReviewStage> stages = new ArrayList<>();

    @OneToMany(mappedBy = "chain", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("castAt")
    private List<Vote> votes = new ArrayList<>();

    @OneToMany(mappedBy = "chain", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("takenAt")
    private List<Seat> seats = new ArrayList<>();

    @SuppressWarnings("NullAway")
    protected ReviewChain() {}

    ReviewChain(Report of, TierReview clause, Concerned concerned, Actor actor, Instant now, Holidays holidays) {
        this.id = Ids.next();
        this.report = of.id();
        this.organisation = of.organisation();
        this.provider = concerned.provider().orElse(null);
        this.revision = of.current().id();
        this.revisionHash = of.current().sha256();
        this.tier = clause.tier();
        this.state = ChainState.OPEN;
        this.openedBy = actor.requirePerson();
        this.openedAt = now;
        for (Revision each : of.revisions()) {
            each.author().ifPresent(authors::add);
            each.authorOrganisation()
                    .filter(other -> !of.organisation().equals(other))
                    .ifPresent(parties::add);
        }
        this.parties.addAll(concerned.parties());
        this.parties.remove(of.organisation());
        clause.stages().forEach(stage -> stages.add(new ReviewStage(this, stages.size() + 1, stage)));
        stages.get(0).open(now, holidays);
    }

    /** That the review began, for the trail. */
    DomainEvent opened() {
        return event("review.opened").with("report", report).with("tier", tier).build();
    }

    /** Takes a vote in the stage that decides now. */
    List<DomainEvent> cast(Reviewer voter, Ballot ballot, Vault vault, Instant now, Holidays holidays) {
        ReviewStage stage = requireOpenStage();
        Checks.check(ballot.revisionHash().equals(revisionHash), ReportError.REVISION_CHANGED);
        ReviewRules.require(voter, this, stage);
        Checks.check(ballot.choice().fits(stage.side()), ReportError.CHOICE_UNFIT);
        String reason = ballot.reasonFor(tier);
        ballot.requireCredentials(tier);
        work().endWithVote(voter, stage, now);
        votes.add(new Vote(stage, voter, ballot, reason, vault, now));
        List<DomainEvent> events = new ArrayList<>();
        // What the vote says isn't told before the stage closes, not in the trail either.
        events.add(stageEvent("review.voted", stage).build());
        if (!ballot.choice().agrees()) {
            end(stage, StageState.RETURNED, ChainState.RETURNED, now);
            events.add(stageEvent("review.returned", stage).build());
        } else if (cast().agreed(stage) >= stage.quorum()) {
            events.add(pass(stage, now, holidays));
        }
        return events;
    }

    private DomainEvent pass(ReviewStage stage, Instant now, Holidays holidays) {
        stage.close(StageState.PASSED, now);
        work().closeSeats(stage, now);
        Optional<ReviewStage> next = stages.stream()
                .filter(each -> each.state() == StageState.WAITING)
                .findFirst();
        if (next.isPresent()) {
            next.get().open(now, holidays);
        } else {
            close(ChainState.PASSED, now);
        }
        return stageEvent("review.stage-passed", stage)
                .with("voters", cast().votersIn(stage))
                .build();
    }

    /**
     * The clock of the stage that decides has run out: said once for each stage, and nothing is agreed by it.
     *
     * @throws Refusal with {@link ReportError#STAGE_NOT_LATE}
     */
    public DomainEvent alert(Instant now) {
        ReviewStage stage = requireOpenStage();
        stage.alert(now);
        return stageEvent("review.clock-ran-out", stage).build();
    }

    /** The report changed or its risk was raised: nobody is asked any more. */
    DomainEvent lapse(Instant now) {
        ReviewStage stage = requireOpenStage();
        end(stage, StageState.VOID, ChainState.VOID, now);
        return stageEvent("review.lapsed", stage).build();
    }

    private void end(ReviewStage stage, StageState how, ChainState outcome, Instant now) {
        stage.close(how, now);
        work().closeSeats(stage, now);
        stages.stream()
                .filter(each -> each.state() == StageState.WAITING)
                .forEach(each -> each.close(StageState.VOID, now));
        close(outcome, now);
    }

    private void close(ChainState outcome, Instant now) {
        state.requireBecomes(outcome, ReportError.CHAIN_WRONG_STATE);
        state = outcome;
        closedAt = now;
    }

    /** Why this person can't decide in the stage that decides now; empty where they can. */
    public Optional<Refusal> refusalOf(Reviewer reviewer) {
        try {
            ReviewRules.require(reviewer, this, requireOpenStage());
            return Optional.empty();
        } catch (Refusal refused) {
            return Optional.of(refused);
        }
    }

    /** What every stage agreed to. */
    Approval approval() {
        Checks.check(state == ChainState.PASSED, ReportError.CHAIN_WRONG_STATE);
        Set<Side> sides = EnumSet.noneOf(Side.class);
        stages.stream()
                .filter(stage -> cast().agreed(stage) >= stage.quorum())
                .forEach(stage -> sides.add(stage.side()));
        return new Approval(report, id, revision, revisionHash, tier, sides);
    }

    /** Claims, delegations and hand-overs in the stage that decides now. */
    public Work work() {
        return new Work(this, seats);
    }

    /**
     * The votes that somebody who reads the review may see: those of closed stages, and their own. The other reviewers of an open stage
     * decide for themselves.
     */
    public List<Vote> votesFor(Actor reader) {
        return cast().openTo(reader);
    }

    /** The stage that decides now; none once the review is over. */
    public Optional<ReviewStage> openStage() {
        return stages.stream().filter(stage -> stage.state() == StageState.OPEN).findFirst();
    }

    ReviewStage requireOpenStage() {
        return openStage().orElseThrow(() -> new Refusal(ReportError.STAGE_NOT_OPEN));
    }

    Votes cast() {
        return new Votes(votes, revisionHash);
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, KIND, id).with("organisation", organisation).with("revision", revisionHash);
    }

    DomainEvent.Builder stageEvent(String name, ReviewStage stage) {
        return event(name)
                .with("report", report)
                .with("stage", stage.position())
                .with("side", stage.side());
    }

    public UUID id() {
        return id;
    }

    public UUID report() {
        return report;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** The institution that owns the report. */
    public UUID organisation() {
        return organisation;
    }

    public Optional<UUID> provider() {
        return Optional.ofNullable(provider);
    }

    public UUID revision() {
        return revision;
    }

    /** Of the revision that every vote is bound to. */
    public String revisionHash() {
        return revisionHash;
    }

    /** For which its stages were asked. */
    public RiskTier tier() {
        return tier;
    }

    public ChainState state() {
        return state;
    }

    /** Who wrote any revision of the report; they don't review. */
    Set<UUID> authors() {
        return Collections.unmodifiableSet(authors);
    }

    /** The other organisations concerned. */
    Set<UUID> parties() {
        return Collections.unmodifiableSet(parties);
    }

    public List<ReviewStage> stages() {
        return Collections.unmodifiableList(stages);
    }
}
