package org.sekisho.domain.report.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.decision.ExploitationStage;
import org.sekisho.domain.report.decision.GoverningTables;
import org.sekisho.domain.report.severity.CvssSeverity;

/** What escalation tables answered, report by report. Nothing is ever overwritten. */
public interface ReportEvaluations {

    void add(ReportEvaluation evaluation);

    Optional<ReportEvaluation> find(UUID id);

    /** The newest of a report. */
    Optional<ReportEvaluation> last(UUID report);

    /** All of a report, the newest first. */
    List<ReportEvaluation> of(UUID report, int most);

    /**
     * Keeps the answer for every report that an import made, however many there are, in one statement.
     *
     * @param answers for each severity and each stage of exploitation
     */
    void addImported(UUID intake, Map<Known, Evaluation> answers, Instant now);

    /** What is known of a report on its arrival. */
    record Known(CvssSeverity severity, ExploitationStage exploitation) {}

    /** Reports that aren't over and have never been evaluated, or of which the published lists say something else now; some of them. */
    List<UUID> outdated(int limit);

    /** Agreements under which a report isn't over. */
    Set<UUID> agreements();

    /**
     * Reports that aren't over, and whose last rating or last evaluation was another table's, or another version's, than governs now; the gravest,
     * some of them.
     *
     * @param governing by agreement; reports of any other agreement are left out
     */
    List<UUID> governedOtherwise(Map<UUID, GoverningTables> governing, int limit);

    /** Imported reports that are to be escalated, and for which that hasn't happened yet; some of them. */
    List<UUID> unopened(int limit);
}
