package org.sekisho.domain.report.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/**
 * Reviews with their votes, and what is on file about reviewers. Only with the reach of the decision itself are the votes of an open stage
 * complete: who counts them borrows it.
 */
public interface ReviewChains {

    Optional<ReviewChain> find(UUID id);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default ReviewChain require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** For changing it, once its report is locked. */
    ReviewChain requireLocked(UUID id);

    void add(ReviewChain chain);

    /** Every review of the report, the latest first. */
    List<ReviewChain> of(UUID report);

    /** Reports under review whose stage's clock has run out while it decides, and nobody was alerted yet. */
    List<UUID> reportsPastClock(Instant now, int limit);

    void add(InterimMeasure measure);

    Optional<InterimMeasure> measure(UUID id);

    /** Measures in effect: of one report. */
    List<InterimMeasure> measuresOf(UUID report);

    /** Measures in effect whose end has come, with the reports that they are about. */
    Map<UUID, UUID> measuresOver(Instant now, int limit);

    /** Measures that aren't lifted whose report's review is overdue, of which nobody was told, by measure with their reports. */
    Map<UUID, UUID> measuresUnreviewed(Instant now, int limit);

    void add(ReviewerRank rank);

    /** The newest entry; {@link Rank#ANY} where there is none. */
    Rank rankOf(UUID person, UUID organisation);

    void add(Absence absence);

    Optional<Absence> absence(UUID id);

    void remove(Absence absence);

    /** Absences at the organisation that last until this day or longer, the first to begin first. */
    List<Absence> absences(UUID organisation, LocalDate from);

    /** The ranks on file at the organisation: of each person the newest entry. */
    Map<UUID, Rank> ranks(UUID organisation);

    boolean isAbsent(UUID person, UUID organisation, LocalDate day);

    /**
     * How those stand who hold a place of the stage that decides now. That somebody has left is known of everybody, that somebody is absent
     * of the actor's organisation.
     */
    Attendance attendance(UUID chain, LocalDate day);
}
