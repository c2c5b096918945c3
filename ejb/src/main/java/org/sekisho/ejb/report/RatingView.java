package org.sekisho.ejb.report;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.rating.Rating;

/**
 * What the risk table last answered about a report.
 *
 * @param rated empty for a report from before answers were kept
 * @param said what people said of its surroundings
 * @param lists what is published of its CVE numbers today
 */
public record RatingView(Optional<Evaluation> rated, Optional<Instant> ratedAt, Assessment said, PublishedLists lists) {

    static RatingView of(Optional<Rating> latest, PublishedLists lists) {
        return new RatingView(
                latest.map(Rating::answer),
                latest.map(Rating::ratedAt),
                latest.map(Rating::said).orElse(Assessment.NONE),
                lists);
    }
}
