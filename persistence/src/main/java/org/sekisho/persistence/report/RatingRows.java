package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.report.rating.Rating;
import org.sekisho.domain.report.rating.Ratings;
import org.sekisho.persistence.shared.Entities;

/** Ratings as rows. */
@ApplicationScoped
public class RatingRows implements Ratings {

    @Inject
    private Entities entities;

    @Override
    public Optional<Rating> latest(UUID report) {
        return entities.first(
                Rating.class,
                "select r from Rating r where r.report = :report order by r.ratedAt desc, r.id desc",
                Map.of("report", report));
    }

    @Override
    public void add(Rating rating) {
        entities.add(rating);
    }
}
