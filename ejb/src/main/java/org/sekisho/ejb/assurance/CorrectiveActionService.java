package org.sekisho.ejb.assurance;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.Engagements;
import org.sekisho.domain.assurance.finding.ActionFilter;
import org.sekisho.domain.assurance.finding.AuditFinding;
import org.sekisho.domain.assurance.finding.AuditFindings;
import org.sekisho.domain.assurance.finding.CorrectiveAction;
import org.sekisho.domain.assurance.finding.CorrectiveAction.FollowUp;
import org.sekisho.domain.assurance.finding.CorrectiveActions;
import org.sekisho.domain.assurance.finding.FindingDirectory;
import org.sekisho.domain.assurance.finding.FindingSeals;
import org.sekisho.domain.assurance.finding.FindingStatement.Kind;
import org.sekisho.domain.assurance.finding.FindingView;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.UseCases;

/** Corrective actions: planned and reported by the audited organisation, followed up by auditors or by who commissioned the audit. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class CorrectiveActionService {

    @Inject
    private CurrentAct act;

    @Inject
    private Engagements engagements;

    @Inject
    private AuditFindings findings;

    @Inject
    private CorrectiveActions actions;

    @Inject
    private FindingDirectory directory;

    @Inject
    private FindingReading reading;

    @Inject
    private Vault vault;

    @Inject
    private AnswerGate gate;

    /** Those of an audit, and those of earlier audits that it follows up. */
    @Permission("finding:read")
    public Page<ActionLine> list(@About(Engagement.KIND) UUID engagement, ActionFilter filter, PageRequest page) {
        if (!filter.engagement()
                .equals(Optional.of(engagements.require(engagement).id()))) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        FindingSeals seals = new FindingSeals(vault);
        return directory.actions(filter, page).map(row -> new ActionLine(row, seals.plan(row)));
    }

    /** The finding that an action answers, with everything that was said about both. */
    @Permission("finding:read")
    public FindingView one(@About(CorrectiveAction.KIND) UUID action) {
        return reading.view(actions.require(action).finding());
    }

    /**
     * Plans an action; its id.
     *
     * @param replaces the action that didn't help, where the new one replaces one
     */
    @Permission("finding:answer")
    public UUID plan(@About(AuditFinding.KIND) UUID finding, LocalDate due, String words, Optional<UUID> replaces) {
        AuditFinding found = findings.require(finding);
        gate.require(engagements.require(found.engagement()));
        int number = actions.nextNumber(found.engagement());
        CorrectiveAction action = replaces.map(old ->
                        CorrectiveAction.replace(act.actor(), found, actions.require(old), number, due, act.now()))
                .orElseGet(() -> CorrectiveAction.plan(act.actor(), found, number, due, act.now()));
        actions.add(action);
        reading.say(found, action, Kind.PLANNED, words);
        act.happened(action.planned());
        return action.id();
    }

    /** Says that it is done, and how. */
    @Permission("finding:answer")
    public void report(@About(CorrectiveAction.KIND) UUID action, String words) {
        CorrectiveAction found = actions.require(action);
        gate.require(engagements.require(found.engagement()));
        judged(found, Kind.REPORTED, words, found.report(act.actor(), act.now()));
    }

    /**
     * Finds that it works.
     *
     * @param in the audit in which it is followed up; empty for its own
     */
    @Permission("finding:follow-up")
    public void verify(@About(CorrectiveAction.KIND) UUID action, Optional<UUID> in, String words) {
        CorrectiveAction found = actions.require(action);
        judged(found, Kind.VERIFIED, words, found.verify(act.actor(), followUp(found, in), act.now()));
    }

    /**
     * Finds that it doesn't work.
     *
     * @param in the audit in which it is followed up; empty for its own
     * @param latest the day until which another action has to be done
     */
    @Permission("finding:follow-up")
    public void reject(@About(CorrectiveAction.KIND) UUID action, Optional<UUID> in, LocalDate latest, String words) {
        CorrectiveAction found = actions.require(action);
        judged(found, Kind.NOT_EFFECTIVE, words, found.reject(act.actor(), followUp(found, in), latest, act.now()));
    }

    private FollowUp followUp(CorrectiveAction action, Optional<UUID> in) {
        Engagement of = engagements.require(action.engagement());
        return new FollowUp(of, in.map(engagements::require).orElse(of));
    }

    private void judged(CorrectiveAction action, Kind kind, String words, DomainEvent event) {
        reading.say(findings.require(action.finding()), action, kind, words);
        act.happened(event);
    }
}
