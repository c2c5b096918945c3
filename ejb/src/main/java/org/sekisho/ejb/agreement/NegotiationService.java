package org.sekisho.ejb.agreement;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.sekisho.domain.agreement.Agreement;
import org.sekisho.domain.agreement.AgreementDirectory;
import org.sekisho.domain.agreement.AgreementVersion;
import org.sekisho.domain.agreement.Agreements;
import org.sekisho.domain.agreement.CommentRow;
import org.sekisho.domain.agreement.Negotiation;
import org.sekisho.domain.agreement.ProposalRow;
import org.sekisho.domain.agreement.RemarkFilter;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.agreement.clause.NamedTables;
import org.sekisho.domain.agreement.comparison.ArticleDifference;
import org.sekisho.domain.agreement.comparison.Change;
import org.sekisho.domain.agreement.comparison.ClauseDifference;
import org.sekisho.domain.agreement.comparison.VersionComparison;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Rounds of negotiation: comments, proposals, and the next round. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class NegotiationService {

    private static final String AGREEMENT = "agreement";

    @Inject
    private CurrentAct act;

    @Inject
    private Agreements agreements;

    @Inject
    private NamedTables tables;

    @Inject
    private AgreementDirectory directory;

    /** Comments, the oldest first. Sorts: {@code time} (the list's own), {@code version}, {@code clause}, {@code organisation}. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public Page<CommentRow> comments(@About(AGREEMENT) UUID agreement, RemarkFilter filter, PageRequest page) {
        agreements.require(agreement);
        return directory.comments(agreement, filter, page);
    }

    /** Proposals, the oldest first. Sorts: those of comments, {@code state}. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public Page<ProposalRow> proposals(@About(AGREEMENT) UUID agreement, RemarkFilter filter, PageRequest page) {
        agreements.require(agreement);
        return directory.proposals(agreement, filter, page);
    }

    /** How a proposal differs from the clause as its round has it. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public ClauseDifference compareProposal(@About(AGREEMENT) UUID agreement, UUID proposal) {
        ProposalRow proposed = directory.findProposal(proposal).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        Optional<Clause> present = agreements
                .require(agreement)
                .requireVersion(proposed.versionNumber())
                .clause(proposed.kind());
        return ClauseDifference.of(proposed.kind(), present, proposed.clause());
    }

    /** How the text would read with a proposal, beside the text as its round has it: the articles that differ. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public List<ArticleDifference> compareProposedText(
            @About(AGREEMENT) UUID agreement, UUID proposal, Language language) {
        ProposalRow proposed = directory.findProposal(proposal).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        AgreementVersion round = agreements.require(agreement).requireVersion(proposed.versionNumber());
        return VersionComparison.articles(
                        round.document(language), round.documentWith(proposed.kind(), proposed.clause(), language))
                .stream()
                .filter(article -> article.change() != Change.SAME)
                .toList();
    }

    /** Opens the round on the draft, for the coordinator. */
    @Permission("agreement:draft")
    public void openRound(@About(AGREEMENT) UUID agreement, Instant endsAt) {
        change(agreement, round -> round.open(act.actor(), endsAt, act.now()));
    }

    /** Gives the parties more time, for the coordinator. */
    @Permission("agreement:draft")
    public void extendRound(@About(AGREEMENT) UUID agreement, Instant endsAt) {
        change(agreement, round -> round.extend(act.actor(), endsAt, act.now()));
    }

    /** Closes the round before its end, for the coordinator. Nothing is deemed agreed. */
    @Permission("agreement:draft")
    public void closeRound(@About(AGREEMENT) UUID agreement) {
        change(agreement, round -> round.close(act.actor(), act.now()));
    }

    /**
     * Begins the next round: a new draft with every accepted proposal in it, for the coordinator.
     *
     * @return the new version's number
     */
    @Permission("agreement:draft")
    public int nextRound(@About(AGREEMENT) UUID agreement) {
        Agreement found = agreements.requireLocked(agreement);
        act.happened(found.nextRound(act.actor(), act.now()));
        return found.latest().number();
    }

    /**
     * Comments for the actor's party.
     *
     * @param clause empty for the whole agreement
     */
    @Permission("agreement:negotiate")
    public void comment(@About(AGREEMENT) UUID agreement, Optional<ClauseKind> clause, String text) {
        change(agreement, round -> round.comment(act.actor(), clause, text, act.now()));
    }

    /** Proposes for the actor's party how a clause should read. */
    @Permission("agreement:negotiate")
    public void propose(ProposeClause command) {
        change(
                command.agreement(),
                round -> round.propose(
                        act.actor(), command.kind(), command.clause(), command.reason(), tables, act.now()));
    }

    /** Takes a proposal of the actor's own party back. */
    @Permission("agreement:negotiate")
    public void takeBack(@About(AGREEMENT) UUID agreement, UUID proposal) {
        change(agreement, round -> round.takeBack(act.actor(), proposal, act.now()));
    }

    /** Takes a proposal into the next version, for the coordinator; nobody is bound by it. */
    @Permission("agreement:draft")
    public void acceptProposal(@About(AGREEMENT) UUID agreement, UUID proposal, String reason) {
        change(agreement, round -> round.accept(act.actor(), proposal, reason, act.now()));
    }

    /** Declines a proposal with a reason, for the coordinator. */
    @Permission("agreement:draft")
    public void declineProposal(@About(AGREEMENT) UUID agreement, UUID proposal, String reason) {
        change(agreement, round -> round.decline(act.actor(), proposal, reason, act.now()));
    }

    private void change(UUID agreement, Function<Negotiation, DomainEvent> verb) {
        act.happened(verb.apply(agreements.requireLocked(agreement).latest().negotiation()));
    }
}
