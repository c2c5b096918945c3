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

/** What a new edition of the published lists does to a report that nobody touched: both tables are asked again. */
@ApplicationScoped
public class ListedAnew {

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
    public void ask(Report report) {
        Optional<UUID> before = report.standing().chain();
        ReportContent content = reports.content(report.current().id())
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND))
                .open(report.current(), vault);
        Assessment said = rating.said(report.id());
        rating.again(report, content, said);
        escalating.evaluate(report, content, said, EvaluationCause.LISTS_LOADED);
        settlement.settle(report, before);
    }
}
