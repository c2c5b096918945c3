package org.sekisho.ejb.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.ProposalRow;
import org.sekisho.domain.agreement.RemarkFilter;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.agreement.NegotiationService;
import org.sekisho.ejb.agreement.ProposeClause;
import org.sekisho.ejb.agreement.StandingService;

/**
 * The stories of the demo's agreements: one of each bank in force, one whose playbook exercise is about to lapse, a suspended one,
 * one that waits for a signature, one in negotiation.
 */
@ApplicationScoped
class DemoAgreements {

    /** Days before its first day on which an agreement is drafted, opened to the parties, fixed, approved and signed. */
    private static final int DRAFTED = 30;

    private static final int OPENED = 28;
    private static final int FIXED = 16;
    private static final int APPROVED = 13;
    private static final int SIGNED = 9;
    private static final int ROUND_DAYS = 8;

    @Inject
    private DemoSessions sessions;

    @Inject
    private DemoSigning signing;

    @Inject
    private NegotiationService negotiation;

    @Inject
    private StandingService standing;

    private final DemoTexts texts = new DemoTexts();
    private final DemoClauses clauses = new DemoClauses(texts);

    /** The agreements that are in force or were. */
    record Governing(DemoAgreement aoba, DemoAgreement hinode, DemoAgreement settlement, DemoAgreement branches) {}

    /** Writes the stories into the diary. */
    Governing tell(DemoDiary diary, DemoRegister register, LocalDate today) {
        int aobaSince = 80;
        int hinodeSince = 70;
        int settlementSince = 45;
        int branchesSince = 55;
        DemoAgreement aoba = new DemoAgreement("payments", "aoba", today.minusDays(aobaSince));
        DemoAgreement hinode = new DemoAgreement("internet-banking", "hinode", today.minusDays(hinodeSince));
        DemoAgreement settlement = new DemoAgreement("settlement-gateway", "aoba", today.minusDays(settlementSince));
        DemoAgreement branches = new DemoAgreement("branch-network", "hinode", today.minusDays(branchesSince));
        govern(diary, register, aoba, aobaSince, DemoClauses.LEAK);
        diary.on(aobaSince + OPENED - 3, () -> proposeMoreUsage(aoba));
        diary.on(aobaSince + OPENED - ROUND_DAYS - 1, () -> takeUp(aoba));
        govern(diary, register, hinode, hinodeSince, DemoClauses.LEAK);
        govern(diary, register, settlement, settlementSince, DemoClauses.SETTLEMENT);
        govern(diary, register, branches, branchesSince, DemoClauses.LEAK);
        diary.on(6, () -> suspend(branches));
        awaitSignature(diary, register, new DemoAgreement("card-systems", "hinode", today.plusDays(10)));
        negotiate(diary, register, new DemoAgreement("treasury", "aoba", today.plusDays(45)));
        return new Governing(aoba, hinode, settlement, branches);
    }

    private void govern(DemoDiary diary, DemoRegister register, DemoAgreement agreement, int since, String playbook) {
        diary.on(since + DRAFTED, () -> signing.draft(agreement, register, clauses.of(agreement, playbook)));
        diary.on(since + OPENED, () -> signing.openRound(agreement, ROUND_DAYS));
        diary.on(since + FIXED, () -> signing.openSigning(agreement));
        diary.on(since + APPROVED, () -> signing.approveAtBank(agreement));
        diary.on(since + APPROVED, () -> signing.approveElsewhere(agreement));
        diary.on(since + SIGNED, () -> signing.signElsewhere(agreement));
        diary.on(since + SIGNED, () -> signing.signAtBank(agreement));
        diary.on(since, signing::dayBegins);
    }

    private void proposeMoreUsage(DemoAgreement agreement) {
        comment(agreement, agreement.at("ciso"), ClauseKind.USAGE, "comment.usage");
        propose(agreement, agreement.at("ciso"), clauses.usage(3_000), "proposal.usage");
    }

    /** The coordinator takes the proposal into a second version, which is open to the parties until it is fixed. */
    private void takeUp(DemoAgreement agreement) {
        for (ProposalRow proposal : sessions.as(DemoRegister.COORDINATOR, () -> negotiation
                .proposals(agreement.id(), RemarkFilter.all(), PageRequest.first())
                .items())) {
            UUID id = proposal.id();
            sessions.run(
                    DemoRegister.COORDINATOR,
                    () -> negotiation.acceptProposal(agreement.id(), id, texts.both("accepted.usage")));
        }
        agreement.revised(sessions.as(DemoRegister.COORDINATOR, () -> negotiation.nextRound(agreement.id())));
        signing.openRound(agreement, ROUND_DAYS);
    }

    private void suspend(DemoAgreement agreement) {
        sessions.run(
                DemoRegister.COORDINATOR,
                () -> standing.suspend(agreement.id(), texts.both("suspended." + agreement.key())));
    }

    private void awaitSignature(DemoDiary diary, DemoRegister register, DemoAgreement agreement) {
        diary.on(20, () -> signing.draft(agreement, register, clauses.of(agreement, DemoClauses.LEAK)));
        diary.on(18, () -> signing.openRound(agreement, ROUND_DAYS));
        diary.on(8, () -> signing.openSigning(agreement));
        diary.on(5, () -> signing.approveAtBank(agreement));
        diary.on(5, () -> signing.approveElsewhere(agreement));
        diary.on(2, () -> signing.signElsewhere(agreement));
    }

    private void negotiate(DemoDiary diary, DemoRegister register, DemoAgreement agreement) {
        diary.on(7, () -> signing.draft(agreement, register, clauses.of(agreement, DemoClauses.LEAK)));
        diary.on(6, () -> signing.openRound(agreement, 10));
        diary.on(4, () -> comment(agreement, agreement.at("ciso"), ClauseKind.LIVE_FIRE, "comment.live-fire"));
        diary.on(4, () -> propose(agreement, agreement.at("ciso"), clauses.noLiveFire(), "proposal.live-fire"));
        diary.on(
                2,
                () -> propose(
                        agreement, DemoRegister.of("signatory", "provider"), clauses.usage(1_000), "proposal.less"));
    }

    private void comment(DemoAgreement agreement, String by, ClauseKind clause, String key) {
        sessions.run(by, () -> negotiation.comment(agreement.id(), Optional.of(clause), texts.both(key)));
    }

    private void propose(DemoAgreement agreement, String by, Clause clause, String key) {
        sessions.run(
                by,
                () -> negotiation.propose(
                        new ProposeClause(agreement.id(), clause.kind(), Optional.of(clause), texts.both(key))));
    }
}
