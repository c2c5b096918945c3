package org.sekisho.ejb.report.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.TablesClause.TableReference;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.decision.ExploitationStage;
import org.sekisho.domain.report.decision.GoverningTables;
import org.sekisho.domain.report.decision.ReportFacts;
import org.sekisho.domain.report.escalation.Escalation;
import org.sekisho.domain.report.escalation.Escalations;
import org.sekisho.domain.report.escalation.EvaluationCause;
import org.sekisho.domain.report.escalation.ReportEvaluation;
import org.sekisho.domain.report.escalation.ReportEvaluations;
import org.sekisho.domain.report.escalation.ReportEvaluations.Known;
import org.sekisho.domain.report.severity.CvssSeverity;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.report.ReportRating;
import org.sekisho.ejb.shared.CurrentAct;

/** Evaluates reports by the escalation table that governs their agreement, within the act that changed them, and does what the answer asks for. */
@ApplicationScoped
public class Escalating {

    @Inject
    private CurrentAct act;

    @Inject
    private Reports reports;

    @Inject
    private ReportRating rating;

    @Inject
    private ReportEvaluations evaluations;

    @Inject
    private Escalations escalations;

    @Inject
    private Renderings renderings;

    @Inject
    private Vault vault;

    /** The report changed as the cause says: keeps what the table answers now, and opens, heightens or eases the escalation. */
    public void evaluate(Report report, ReportContent content, Assessment said, EvaluationCause cause) {
        ReportFacts facts = rating.facts(report, content, said);
        Evaluation answer = rating.tables(report.agreement()).escalate(facts);
        Optional<Escalation> open = escalations.openLocked(report.id());
        Optional<ReportEvaluation> before = open.isPresent() ? Optional.empty() : escalations.stoodDownOn(report.id());
        ReportEvaluation evaluation = new ReportEvaluation(report, cause, answer, facts.exploitation(), act.now());
        evaluations.add(evaluation);
        if (open.isPresent()) {
            open.get().evaluated(evaluation, act.now()).ifPresent(act::happened);
            if (cause == EvaluationCause.REVISED) {
                send(open.get(), report, content);
            }
        } else if (Escalation.opensAnew(evaluation, before)) {
            open(report, content, evaluation);
        }
    }

    /** The same for who hasn't opened what the report says. */
    public void evaluate(Report report, EvaluationCause cause) {
        evaluate(report, content(report), rating.said(report.id()), cause);
    }

    /** Keeps the answers for everything that an import made, in one statement; {@link EscalationClockService} opens what is to be escalated. */
    public void evaluateImported(UUID intake, UUID agreement) {
        GoverningTables tables = rating.tables(agreement);
        Map<Known, Evaluation> answers = new HashMap<>();
        for (CvssSeverity severity : CvssSeverity.values()) {
            for (ExploitationStage stage : ExploitationStage.values()) {
                ReportFacts facts = new ReportFacts(
                        Optional.of(severity),
                        stage,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
                answers.put(new Known(severity, stage), tables.escalate(facts));
            }
        }
        evaluations.addImported(intake, answers, act.now());
    }

    /** Whether another table, or another version of it, evaluated the report last. */
    public boolean isGovernedOtherwise(Report report) {
        TableReference now = rating.tables(report.agreement()).escalation();
        return evaluations
                .last(report.id())
                .filter(last -> !now.equals(last.by()))
                .isPresent();
    }

    /** Opens what the newest evaluation of an imported report asks for, unless that is done already. */
    void openImported(Report report) {
        Optional<ReportEvaluation> newest = evaluations.last(report.id());
        if (escalations.openLocked(report.id()).isEmpty()) {
            newest.filter(each -> Escalation.opensAnew(each, escalations.stoodDownOn(report.id())))
                    .ifPresent(each -> open(report, content(report), each));
        }
    }

    private void open(Report report, ReportContent content, ReportEvaluation by) {
        Escalation escalation = new Escalation(report, by, act.now());
        escalations.add(escalation);
        send(escalation, report, content);
        act.happened(escalation.opened());
    }

    private void send(Escalation escalation, Report report, ReportContent content) {
        escalation.send(renderings.of(report, content), vault, act.now()).ifPresent(escalations::add);
    }

    private ReportContent content(Report report) {
        return reports.content(report.current().id())
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND))
                .open(report.current(), vault);
    }
}
