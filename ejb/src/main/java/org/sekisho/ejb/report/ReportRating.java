package org.sekisho.ejb.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.TablesClause;
import org.sekisho.domain.agreement.clause.TablesClause.TableReference;
import org.sekisho.domain.report.GraverRepeat;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportOrigin;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.decision.ContentFacts;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.decision.GoverningTables;
import org.sekisho.domain.report.decision.ReportFacts;
import org.sekisho.domain.report.decision.TableUse;
import org.sekisho.domain.report.decision.TableVersions;
import org.sekisho.domain.report.rating.Rating;
import org.sekisho.domain.report.rating.Ratings;
import org.sekisho.domain.report.severity.CvssSeverity;
import org.sekisho.domain.report.severity.ExploitationLists;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.shared.CurrentAct;

/** Rates reports by the tables that govern their agreement, and keeps what these answered. */
@ApplicationScoped
public class ReportRating {

    private static final Logger LOG = Logger.getLogger(ReportRating.class.getName());

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

    @Inject
    private Reports reports;

    /** The tables that govern the reports of an agreement. */
    public GoverningTables tables(UUID agreement) {
        return GoverningTables.of(terms.clause(agreement, ClauseKind.TABLES, TablesClause.class), tables);
    }

    /** The tables that govern, by agreement; where they can't, because the clause names what isn't fit for it, the agreement is missing. */
    public Map<UUID, GoverningTables> tables(Set<UUID> agreements) {
        Map<Optional<TablesClause>, Optional<GoverningTables>> known = new HashMap<>();
        Map<UUID, GoverningTables> governing = new HashMap<>();
        terms.clauses(agreements, ClauseKind.TABLES, TablesClause.class)
                .forEach((agreement, clause) ->
                        known.computeIfAbsent(clause, this::fit).ifPresent(each -> governing.put(agreement, each)));
        return governing;
    }

    private Optional<GoverningTables> fit(Optional<TablesClause> clause) {
        try {
            return Optional.of(GoverningTables.of(clause, tables));
        } catch (Refusal unfit) {
            LOG.log(Level.WARNING, "No report can be rated or escalated by " + clause, unfit);
            return Optional.empty();
        }
    }

    /** Whether another table, or another version of it, rated the report last. */
    boolean isGovernedOtherwise(Report report) {
        TableReference now = tables(report.agreement()).risk();
        return ratings.latest(report.id())
                .map(Rating::answer)
                .filter(last -> !now.equals(last.by()))
                .isPresent();
    }

    /** What a table is asked about a report that says this. */
    public ReportFacts facts(Report report, ReportContent content, Assessment said) {
        Optional<CvssSeverity> stated = reports.origin(report.id()).flatMap(ReportOrigin::statedSeverity);
        return ContentFacts.of(content, stated, lists, said)
                .atLeast(reports.graver(report.id()).map(GraverRepeat::severity));
    }

    /** What people last said of a report's surroundings. */
    public Assessment said(UUID report) {
        return ratings.latest(report).map(Rating::said).orElse(Assessment.NONE);
    }

    /** What the table answers about a report that somebody writes. */
    Evaluation rate(UUID agreement, ReportContent content, Assessment said) {
        return tables(agreement).rate(ContentFacts.of(content, Optional.empty(), lists, said));
    }

    /** Keeps an answer about a report as it stands now. */
    void keep(Report report, Evaluation answer, Assessment said) {
        Rating rating = new Rating(report, answer, said, act.actor(), act.now());
        ratings.add(rating);
        act.under(report.agreement());
        act.happened(rating.rated());
    }

    /** Rates the report anew; a higher tier takes effect, a lower one doesn't. */
    void again(Report report, ReportContent content, Assessment said) {
        Evaluation answer = tables(report.agreement()).rate(facts(report, content, said));
        keep(report, answer, said);
        report.tiers().assess(act.actor(), TableUse.tier(answer), act.now()).ifPresent(act::happened);
    }

    static RiskTier tier(Evaluation answer) {
        return TableUse.tier(answer);
    }
}
