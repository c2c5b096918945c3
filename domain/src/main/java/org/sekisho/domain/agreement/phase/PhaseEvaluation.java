package org.sekisho.domain.agreement.phase;

import static org.sekisho.domain.shared.Checks.check;
import static org.sekisho.domain.shared.Checks.require;
import static org.sekisho.domain.shared.Checks.requireText;

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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.clause.PhaseClause;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;

/**
 * The recorded evaluation that opens the next phase of an agreement. It holds the clause's criteria with their values, and always
 * the authority's assessment of systemic risk. It is agreed when every criterion is met and every party has voted for these very
 * values: a vote is bound to their hash, so that a value changed afterwards is not covered by it. One party that declines
 * closes it, and silence never agrees.
 */
@Entity
@Table(name = "phase_evaluation")
public class PhaseEvaluation {

    /** The most characters of a reference to evidence. */
    public static final int EVIDENCE_LIMIT = 300;

    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 1_000;

    /** The greatest value of a criterion, as of a threshold in the clause. */
    public static final long VALUE_LIMIT = 1_000_000_000_000L;

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreement;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_phase", nullable = false, updatable = false)
    private Phase fromPhase;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_phase", nullable = false, updatable = false)
    private Phase toPhase;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private EvaluationState state;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "phase_evaluation_party", joinColumns = @JoinColumn(name = "phase_evaluation_id"))
    @Column(name = "organisation_id", nullable = false)
    private Set<UUID> parties = new HashSet<>();

    @OneToMany(mappedBy = "evaluation", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("code")
    private List<PhaseCriterion> criteria = new ArrayList<>();

    @OneToMany(mappedBy = "evaluation", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("castAt")
    private List<PhaseVote> votes = new ArrayList<>();

    @Column(name = "opened_by_person_id", nullable = false, updatable = false)
    private UUID openedBy;

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway")
    protected PhaseEvaluation() {}

    /**
     * Opens an evaluation of the present phase.
     *
     * @param actor the coordinator
     * @param parties the parties to the agreement, each of which has one vote
     * @param from the phase the agreement is in
     * @throws Refusal with a {@link PhaseError}
     */
    public PhaseEvaluation(
            Actor actor, UUID agreement, Set<UUID> parties, Phase from, PhaseClause clause, Instant now) {
        check(actor.holds(Role.COORDINATOR), PhaseError.COORDINATOR_ONLY);
        this.id = Ids.next();
        this.agreement = require(agreement, "agreement");
        this.fromPhase = require(from, "phase");
        this.toPhase = from.next()
                .filter(next -> clause.rule(next).isPresent())
                .orElseThrow(() -> Refusal.of(PhaseError.NO_NEXT_PHASE, "phase", from));
        this.state = EvaluationState.OPEN;
        this.parties.addAll(parties);
        this.openedBy = actor.requirePerson();
        this.openedAt = now;
        PhaseClause.PhaseRule rule =
                clause.rule(from).orElseThrow(() -> Refusal.of(PhaseError.NO_NEXT_PHASE, "phase", from));
        rule.criteria().forEach(criterion -> criteria.add(new PhaseCriterion(this, criterion)));
        criteria.add(PhaseCriterion.systemicRisk(this));
        criteria.sort(Comparator.comparing(PhaseCriterion::code));
    }

    /** That the evaluation was opened, for the trail. */
    public DomainEvent opened() {
        return event("phase.evaluation-opened")
                .with("from", fromPhase)
                .with("to", toPhase)
                .build();
    }

    /** Records what the system measured. The actor is the one who asked for the measurement, or a job. */
    public DomainEvent measure(Actor actor, String code, long value, Instant now) {
        return record(actor, allCriteria().require(code, CriterionSource.MEASURED), value, "", now);
    }

    /** A party or the coordinator states a value, with a reference to its evidence. */
    public DomainEvent state(Actor actor, String code, long value, String evidence, Instant now) {
        check(
                actor.holds(Role.COORDINATOR)
                        || PhaseVoters.partyOf(actor, parties).isPresent(),
                PhaseError.NOT_A_VOTER);
        String reference = requireText(evidence, "evidence", EVIDENCE_LIMIT);
        return record(actor, allCriteria().require(code, CriterionSource.STATED), value, reference, now);
    }

    /**
     * An authority's reviewer assesses systemic risk. Somebody tied to another party doesn't.
     *
     * @param acceptable whether the next phase is acceptable for the stability of the financial network
     * @param document the assessment's number or title
     */
    public DomainEvent assess(Actor actor, boolean acceptable, String document, Instant now) {
        boolean tied = parties.stream()
                .anyMatch(party -> !actor.isOf(party) && actor.affiliations().contains(party));
        check(
                actor.isOf(OrganisationKind.AUTHORITY) && actor.holds(Role.AUTHORITY_REVIEWER) && !tied,
                PhaseError.NOT_AN_ASSESSOR);
        String reference = requireText(document, "document", EVIDENCE_LIMIT);
        PhaseCriterion risk = allCriteria().require(PhaseClause.SYSTEMIC_RISK, CriterionSource.ASSESSED);
        return record(actor, risk, acceptable ? 1 : 0, reference, now);
    }

    /**
     * A party agrees to open the next phase. When it is the last one, the evaluation is agreed.
     *
     * @param readHash {@link #criteriaHash()} of the values that the voter saw
     */
    public DomainEvent agree(Actor actor, String readHash, String reason, Instant now) {
        state.requireBecomes(EvaluationState.AGREED, PhaseError.WRONG_STATE);
        UUID party = requireVoter(actor);
        String hash = criteriaHash();
        check(hash.equals(readHash), PhaseError.CRITERIA_CHANGED);
        List<String> unmet = unmet();
        check(unmet.isEmpty(), PhaseError.CRITERIA_NOT_MET, Map.of("criteria", unmet));
        check(waitingFor().contains(party), PhaseError.ALREADY_VOTED);
        String words = Checks.optionalText(reason, "reason", REASON_LIMIT);
        votes.add(new PhaseVote(this, actor, party, true, hash, words, now));
        if (waitingFor().isEmpty()) {
            state = EvaluationState.AGREED;
            closedAt = now;
        }
        return event("phase.vote-agreed")
                .with("party", party)
                .with("criteria", hash)
                .with("state", state)
                .personal("reason", words)
                .build();
    }

    /** A party declines, with a reason, even if it agreed before: the evaluation is closed, and the phase stays as it is. */
    public DomainEvent decline(Actor actor, String reason, Instant now) {
        state.requireBecomes(EvaluationState.DECLINED, PhaseError.WRONG_STATE);
        UUID party = requireVoter(actor);
        String words = requireText(reason, "reason", REASON_LIMIT);
        String hash = criteriaHash();
        votes.add(new PhaseVote(this, actor, party, false, hash, words, now));
        state = EvaluationState.DECLINED;
        closedAt = now;
        return event("phase.vote-declined")
                .with("party", party)
                .with("criteria", hash)
                .personal("reason", words)
                .build();
    }

    /** The coordinator calls the evaluation off. */
    public DomainEvent withdraw(Actor actor, String reason, Instant now) {
        state.requireBecomes(EvaluationState.WITHDRAWN, PhaseError.WRONG_STATE);
        check(actor.holds(Role.COORDINATOR), PhaseError.COORDINATOR_ONLY);
        String words = requireText(reason, "reason", REASON_LIMIT);
        state = EvaluationState.WITHDRAWN;
        closedAt = now;
        return event("phase.evaluation-withdrawn").personal("reason", words).build();
    }

    /** Ends the present phase and opens the next. An agreed evaluation does so once. */
    public AgreementPhase openNext(AgreementPhase present, Instant now) {
        state.requireBecomes(EvaluationState.APPLIED, PhaseError.WRONG_STATE);
        check(
                present.agreement().equals(agreement) && present.isPresent() && present.phase() == fromPhase,
                PhaseError.OTHER_PHASE,
                Map.of("phase", present.phase()));
        state = EvaluationState.APPLIED;
        return present.followedBy(this, now);
    }

    /** SHA-256, in hexadecimal, of the RFC 8785 JSON of all criteria with their values. */
    public String criteriaHash() {
        return allCriteria().hash();
    }

    /** Codes of the criteria without a value, or with one that isn't enough. */
    public List<String> unmet() {
        return allCriteria().unmet();
    }

    /** The parties that haven't voted on the values as they are now. */
    public Set<UUID> waitingFor() {
        Set<UUID> waiting = new HashSet<>(parties);
        votes.stream().filter(this::covers).map(PhaseVote::organisation).forEach(waiting::remove);
        return waiting;
    }

    /** Whether the vote covers the values as they are now. */
    public boolean covers(PhaseVote vote) {
        return vote.criteriaHash().equals(criteriaHash());
    }

    private Criteria allCriteria() {
        return new Criteria(criteria);
    }

    private UUID requireVoter(Actor actor) {
        return PhaseVoters.partyOf(actor, parties).orElseThrow(() -> new Refusal(PhaseError.NOT_A_VOTER));
    }

    private DomainEvent record(Actor actor, PhaseCriterion criterion, long value, String evidence, Instant now) {
        check(
                state == EvaluationState.OPEN,
                PhaseError.WRONG_STATE,
                Map.of("state", state, "next", EvaluationState.OPEN));
        check(value >= 0 && value <= VALUE_LIMIT, PhaseError.VALUE_OUT_OF_RANGE, Map.of("most", VALUE_LIMIT));
        criterion.record(actor, value, evidence, now);
        return event("phase.criterion-recorded")
                .with("criterion", criterion.code())
                .with("value", value)
                .with("criteria", criteriaHash())
                .personal("evidence", evidence)
                .build();
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, "evaluation", id).with("agreement", agreement);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int version() {
        return version;
    }

    public UUID agreement() {
        return agreement;
    }

    /** The phase that is evaluated. */
    public Phase from() {
        return fromPhase;
    }

    /** The phase that it would open. */
    public Phase to() {
        return toPhase;
    }

    public EvaluationState state() {
        return state;
    }

    public Set<UUID> parties() {
        return Collections.unmodifiableSet(parties);
    }

    public List<PhaseCriterion> criteria() {
        return Collections.unmodifiableList(criteria);
    }

    /** Every vote ever cast, those that no longer cover the values included. */
    public List<PhaseVote> votes() {
        return Collections.unmodifiableList(votes);
    }

    public UUID openedBy() {
        return openedBy;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** When it was agreed, declined or called off. */
    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }
}
