package org.sekisho.domain.agreement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.NamedTables;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/**
 * The round of negotiation on one version. While it is open, every party comments and proposes, clause by clause. It has an end, and
 * its end decides nothing: what nobody accepted is not accepted, and whoever said nothing agreed to nothing.
 */
public final class Negotiation {

    /** The longest round. */
    public static final Duration LONGEST = Duration.ofDays(180);
    /** The most comments, and the most proposals, in one round. */
    public static final int MOST_CONTRIBUTIONS = 1_000;

    private final AgreementVersion version;
    private final List<ClauseComment> comments;
    private final List<ClauseProposal> proposals;

    Negotiation(AgreementVersion version, List<ClauseComment> comments, List<ClauseProposal> proposals) {
        this.version = version;
        this.comments = comments;
        this.proposals = proposals;
    }

    /**
     * Opens the round on a draft.
     *
     * @param endsAt when it ends; later than now, by {@link #LONGEST} at most
     */
    public DomainEvent open(Actor actor, Instant endsAt, Instant now) {
        PartyRules.requireCoordinator(version.agreement(), actor);
        version.requireState(VersionState.DRAFT);
        requireEnd(endsAt, now);
        version.openRound(endsAt, now);
        version.agreement().follow();
        return version.event("agreement.negotiation-opened")
                .with("ends", endsAt)
                .build();
    }

    /** Gives the parties more time; a round is never shortened this way. */
    public DomainEvent extend(Actor actor, Instant endsAt, Instant now) {
        PartyRules.requireCoordinator(version.agreement(), actor);
        version.requireState(VersionState.NEGOTIATION);
        Round round = requireNotClosed();
        requireEnd(endsAt, now.isBefore(round.endsAt()) ? round.endsAt() : now);
        round.extend(endsAt);
        return version.event("agreement.round-extended").with("ends", endsAt).build();
    }

    private static void requireEnd(Instant endsAt, Instant after) {
        Instant most = after.plus(LONGEST);
        Checks.check(
                endsAt.isAfter(after) && !endsAt.isAfter(most),
                AgreementError.ROUND_END_UNFIT,
                Map.of("least", after, "most", most));
    }

    /**
     * Closes the round: the system when its end has come, the coordinator at any time. Closing deems nothing agreed, and open proposals
     * stay open until somebody decides them.
     */
    public DomainEvent close(Actor actor, Instant now) {
        if (actor.isSystem()) {
            Checks.check(!isOpen(now), AgreementError.ROUND_OPEN);
        } else {
            PartyRules.requireCoordinator(version.agreement(), actor);
        }
        version.requireState(VersionState.NEGOTIATION);
        Round round = requireNotClosed();
        boolean early = round.isOpen(now);
        round.close(now);
        return version.event("agreement.round-closed")
                .with("early", early ? "yes" : "no")
                .build();
    }

    private Round requireNotClosed() {
        Round round = version.requireRound();
        Checks.check(round.closedAt().isEmpty(), AgreementError.ROUND_OVER);
        return round;
    }

    /** Whether parties may still comment and propose. */
    public boolean isOpen(Instant now) {
        return version.state() == VersionState.NEGOTIATION
                && version.requireRound().isOpen(now);
    }

    /** A party comments on a clause, or on the whole. The clause need not be there: one may miss it. */
    public DomainEvent comment(Actor actor, Optional<ClauseKind> clause, String text, Instant now) {
        AgreementParty party = PartyRules.requireNegotiator(version, actor);
        requireOpen(comments.size(), now);
        ClauseComment comment =
                new ClauseComment(version, clause, party.organisation(), actor.requirePerson(), text, now);
        comments.add(comment);
        return version.event("agreement.commented")
                .with("comment", comment.id())
                .with("clause", clause.orElse(null))
                .build();
    }

    /**
     * A party proposes how a clause should read.
     *
     * @param clause the whole clause as proposed; empty to propose that it be dropped
     * @param tables what there is for it to name, as far as the party sees it
     */
    public DomainEvent propose(
            Actor actor, ClauseKind kind, Optional<Clause> clause, String reason, NamedTables tables, Instant now) {
        AgreementParty party = PartyRules.requireNegotiator(version, actor);
        requireOpen(proposals.size(), now);
        Checks.check(clause.map(Clause::kind).orElse(kind) == kind, SharedError.MALFORMED, Map.of("field", "clause"));
        Checks.check(!clause.equals(version.clause(kind)), AgreementError.NOTHING_CHANGED);
        clause.ifPresent(each -> AgreementVersion.requireNameable(each, tables));
        ClauseProposal proposal =
                new ClauseProposal(version, kind, clause, party.organisation(), actor.requirePerson(), reason, now);
        proposals.add(proposal);
        return event("agreement.proposed", proposal).build();
    }

    private void requireOpen(int contributions, Instant now) {
        version.requireState(VersionState.NEGOTIATION);
        Checks.check(isOpen(now), AgreementError.ROUND_OVER);
        Checks.check(
                contributions < MOST_CONTRIBUTIONS,
                AgreementError.TOO_MANY_CONTRIBUTIONS,
                Map.of("limit", MOST_CONTRIBUTIONS));
    }

    /** The party takes its proposal back. */
    public DomainEvent takeBack(Actor actor, UUID proposalId, Instant now) {
        AgreementParty party = PartyRules.requireNegotiator(version, actor);
        version.requireState(VersionState.NEGOTIATION);
        ClauseProposal proposal = proposal(proposalId);
        Checks.check(proposal.organisation().equals(party.organisation()), AgreementError.PROPOSAL_OF_OTHERS);
        proposal.decide(ProposalState.WITHDRAWN, actor.requirePerson(), "", now);
        return event("agreement.proposal-withdrawn", proposal).build();
    }

    /** The coordinator takes a proposal into the next version. That binds nobody: every party still signs, or doesn't. */
    public DomainEvent accept(Actor actor, UUID proposalId, String reason, Instant now) {
        ClauseProposal proposal = requireDecidable(actor, proposalId);
        Checks.check(
                accepted().stream().noneMatch(other -> other.kind() == proposal.kind()),
                AgreementError.PROPOSAL_CONFLICTS,
                Map.of("clause", proposal.kind().name()));
        proposal.decide(ProposalState.ACCEPTED, actor.requirePerson(), reason, now);
        return event("agreement.proposal-accepted", proposal).build();
    }

    /** The coordinator declines a proposal, with a reason. */
    public DomainEvent decline(Actor actor, UUID proposalId, String reason, Instant now) {
        ClauseProposal proposal = requireDecidable(actor, proposalId);
        String why = Checks.requireText(reason, "reason", ClauseProposal.REASON_LIMIT);
        proposal.decide(ProposalState.DECLINED, actor.requirePerson(), why, now);
        return event("agreement.proposal-declined", proposal).build();
    }

    private ClauseProposal requireDecidable(Actor actor, UUID proposalId) {
        PartyRules.requireCoordinator(version.agreement(), actor);
        version.requireState(VersionState.NEGOTIATION);
        ClauseProposal proposal = proposal(proposalId);
        Checks.check(!proposal.person().equals(actor.requirePerson()), AgreementError.PROPOSAL_OWN);
        return proposal;
    }

    /** Refuses while the round is open or a proposal undecided. */
    void requireSettled(Instant now) {
        version.requireState(VersionState.NEGOTIATION);
        Checks.check(!isOpen(now), AgreementError.ROUND_OPEN);
        requireNoneUndecided();
    }

    void requireNoneUndecided() {
        long open = in(ProposalState.OPEN).size();
        Checks.check(open == 0, AgreementError.PROPOSALS_UNDECIDED, Map.of("count", open));
    }

    void requireNothingToTakeUp() {
        int count = accepted().size();
        Checks.check(count == 0, AgreementError.PROPOSALS_NOT_TAKEN_UP, Map.of("count", count));
    }

    /** The clauses of the next version: these, with every accepted proposal put in. */
    List<Clause> outcome() {
        Map<ClauseKind, Clause> clauses = new EnumMap<>(ClauseKind.class);
        version.clauses().forEach(clause -> clauses.put(clause.kind(), clause));
        for (ClauseProposal proposal : accepted()) {
            proposal.clause()
                    .ifPresentOrElse(
                            clause -> clauses.put(proposal.kind(), clause), () -> clauses.remove(proposal.kind()));
        }
        return new ArrayList<>(clauses.values());
    }

    private List<ClauseProposal> accepted() {
        return in(ProposalState.ACCEPTED);
    }

    private List<ClauseProposal> in(ProposalState state) {
        return proposals.stream().filter(proposal -> proposal.state() == state).toList();
    }

    private ClauseProposal proposal(UUID id) {
        return proposals.stream()
                .filter(proposal -> proposal.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    private DomainEvent.Builder event(String name, ClauseProposal proposal) {
        return version.event(name).with("proposal", proposal.id()).with("clause", proposal.kind());
    }
}
