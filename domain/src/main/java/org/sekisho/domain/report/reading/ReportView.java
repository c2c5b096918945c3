package org.sekisho.domain.report.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.report.TierChange;
import org.sekisho.domain.report.intake.Finding;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.report.review.InterimMeasure;
import org.sekisho.domain.report.review.Turn;
import org.sekisho.domain.report.review.WorkAct;
import org.sekisho.domain.report.severity.CvssScore;
import org.sekisho.domain.report.severity.CvssSeverity;
import org.sekisho.domain.report.severity.CvssVersion;

/**
 * One report as its page shows it.
 *
 * @param hash of the present revision
 * @param origin where it comes from, for whoever reads what it says
 * @param content empty where the reader sees only where the report stands
 * @param reviews every review, the latest first
 * @param duplicateOf the report in which this one's finding is worked on
 * @param recurs the report whose finding has come back in this one, closed, or rejected for less, for the institution
 * @param decision why the reader can't decide now, or that they can
 */
public record ReportView(
        ReportRow row,
        String hash,
        Optional<OriginLine> origin,
        Optional<ReportContent> content,
        List<Vector> vectors,
        List<RevisionLine> revisions,
        List<StepLine> steps,
        List<ReviewView> reviews,
        List<TierLine> tiers,
        List<MeasureLine> measures,
        List<ReportRow> similar,
        Optional<ReportRow> duplicateOf,
        Optional<ReportRow> recurs,
        Optional<Turn> turn,
        Decision decision) {

    /**
     * Where a report comes from; what is empty nobody said.
     *
     * @param format of the file that it came with
     * @param item its index in that file, from 0
     * @param intake the import, for the institution that imported
     * @param statedSeverity how grave the file calls it, which counts while no vector has a score
     * @param statedEffect what the file says of its effect, by which nothing is decided
     * @param leftOut how many entries of the item's lists were too many to keep
     * @param graver what a later file says, where that is graver
     * @param operatorName who wrote or imported it, where the reader may see the name
     */
    public record OriginLine(
            int agreementVersion,
            String environment,
            String tool,
            String toolVersion,
            String run,
            Optional<SourceFormat> format,
            Optional<Long> item,
            Optional<UUID> intake,
            Optional<CvssSeverity> statedSeverity,
            Optional<Finding.Standing> statedEffect,
            int leftOut,
            Optional<GraverLine> graver,
            Optional<String> operatorName) {}

    /**
     * How grave a later file calls what the report is about.
     *
     * @param intake the import that it came with, for the institution that imported
     * @param item its index in that file, from 0
     */
    public record GraverLine(CvssSeverity severity, Instant heardAt, Optional<UUID> intake, long item) {}

    /** A CVSS vector; one of a version that isn't computed has no score. */
    public record Vector(String text, Optional<CvssVersion> version, Optional<CvssScore> score) {}

    /** A revision and who wrote it; a name is missing where the system did, or where the reader doesn't see it. */
    public record RevisionLine(
            UUID id, int number, String hash, Optional<UUID> author, Optional<String> authorName, Instant writtenAt) {}

    /** A step of the report on its way. */
    public record StepLine(ReportState state, Optional<String> personName, Instant at, Optional<String> reason) {}

    /** A change of the risk tier, or the proposal of one. */
    public record TierLine(
            RiskTier from,
            RiskTier to,
            TierChange.State state,
            Optional<Side> side,
            Optional<String> personName,
            Instant at,
            Optional<String> reason) {}

    /** An interim measure. */
    public record MeasureLine(
            UUID id,
            InterimMeasure.Kind kind,
            InterimMeasure.State state,
            Optional<String> orderedByName,
            Instant orderedAt,
            Instant expiresAt,
            Instant reviewDueAt,
            Optional<Instant> acknowledgedAt,
            String reason) {}

    /**
     * What the reader may do in the stage that decides now.
     *
     * @param possible whether they may decide
     * @param refused code of the refusal that a vote would meet
     * @param held whether they hold a place
     * @param credentials whether an agreement asks for the credentials again
     * @param code whether a one-time code is asked too
     * @param work what they may do about whose work it is
     */
    public record Decision(
            boolean possible,
            Optional<String> refused,
            boolean held,
            boolean credentials,
            boolean code,
            Set<WorkAct> work) {

        /** Nothing is to be decided by the reader's side. */
        public static Decision none() {
            return new Decision(false, Optional.empty(), false, false, false, Set.of());
        }

        public Decision {
            work = Set.copyOf(work);
        }
    }

    public ReportView {
        vectors = List.copyOf(vectors);
        revisions = List.copyOf(revisions);
        steps = List.copyOf(steps);
        reviews = List.copyOf(reviews);
        tiers = List.copyOf(tiers);
        measures = List.copyOf(measures);
        similar = List.copyOf(similar);
    }

    /** The lowering of the tier that waits for an answer. */
    public Optional<TierLine> proposedTier() {
        return tiers.stream()
                .filter(each -> each.state() == TierChange.State.PROPOSED)
                .findFirst();
    }

    /** The latest review. */
    public Optional<ReviewView> review() {
        return reviews.stream().findFirst();
    }
}
