package org.sekisho.ejb.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.escalation.EvaluationCause;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.report.escalation.Escalating;

/** What a new edition of the published lists, or another version of a table, does to a report that nobody touched: both tables are asked again. */
@ApplicationScoped
public class AskedAnew {

    @Inject
    private Reports reports;

    @Inject
    private ReportRating rating;

    @Inject
    private Escalating escalating;

    @Inject
    private Settlement settlement;

    @Inject
    private Vault vault;

    /** A higher tier takes effect and needs new votes, as if somebody had assessed the report; a lower one doesn't. */
    public void ask(Report report, EvaluationCause cause) {
        Optional<UUID> before = report.standing().chain();
        ReportContent content = reports.content(report.current().id())
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND))
                .open(report.current(), vault);
        Assessment said = rating.said(report.id());
        rating.again(report, content, said);
        escalating.evaluate(report, content, said, cause);
        settlement.settle(report, before);
    }

    /** The same, unless the tables that govern it now are those that answered last. */
    public void askUnderOtherTables(Report report) {
        if (rating.isGovernedOtherwise(report) || escalating.isGovernedOtherwise(report)) {
            ask(report, EvaluationCause.TABLE_CHANGED);
        }
    }
}
