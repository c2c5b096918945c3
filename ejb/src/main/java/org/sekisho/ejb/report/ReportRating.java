package org.sekisho.ejb.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.TablesClause;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.decision.ContentFacts;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.decision.GoverningTables;
import org.sekisho.domain.report.decision.ReportFacts;
import org.sekisho.domain.report.decision.TableUse;
import org.sekisho.domain.report.decision.TableVersions;
import org.sekisho.domain.report.rating.Rating;
import org.sekisho.domain.report.rating.Ratings;
import org.sekisho.domain.report.severity.ExploitationLists;
import org.sekisho.ejb.shared.CurrentAct;

/** Rates reports by the tables that govern their agreement, and keeps what these answered. */
@ApplicationScoped
public class ReportRating {

    @Inject
    private CurrentAct act;

    @Inject
    private ReportTerms terms;

    @Inject
    private TableVersions tables;

    @Inject
    private ExploitationLists lists;

    @Inject
    private Ratings ratings;

    /** The tables that govern the reports of an agreement. */
    public GoverningTables tables(UUID agreement) {
        return GoverningTables.of(terms.clause(agreement, ClauseKind.TABLES, TablesClause.class), tables);
    }

    /** What a table is asked about a report that says this. */
    public ReportFacts facts(ReportContent content, Assessment said) {
        return ContentFacts.of(content, lists, said);
    }

    /** What people last said of a report's surroundings. */
    public Assessment said(UUID report) {
        return ratings.latest(report).map(Rating::said).orElse(Assessment.NONE);
    }

    Evaluation rate(UUID agreement, ReportContent content, Assessment said) {
        return tables(agreement).rate(facts(content, said));
    }

    /** Keeps an answer about a report as it stands now. */
    void keep(Report report, Evaluation answer, Assessment said) {
        Rating rating = new Rating(report, answer, said, act.actor(), act.now());
        ratings.add(rating);
        act.happened(rating.rated());
    }

    /** Rates the report anew; a higher tier takes effect, a lower one doesn't. */
    void again(Report report, ReportContent content, Assessment said) {
        Evaluation answer = rate(report.agreement(), content, said);
        keep(report, answer, said);
        report.tiers().assess(act.actor(), TableUse.tier(answer), act.now()).ifPresent(act::happened);
    }

    static RiskTier tier(Evaluation answer) {
        return TableUse.tier(answer);
    }
}
