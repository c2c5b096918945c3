package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.report.reading.ReviewQueueFilter;
import org.sekisho.domain.report.reading.ReviewQueueFilter.ClockState;
import org.sekisho.domain.report.reading.ReviewQueueFilter.Work;
import org.sekisho.ejb.report.ReviewQueueService;

/** What waits for a reviewer's decision. */
@Path("review-queue")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReviewQueueResource {

    @Inject
    private ReviewQueueService queue;

    @Inject
    private AgreementNames agreements;

    /** Which stages a list holds. */
    public static class Which {

        @QueryParam("work")
        private @Nullable String work;

        @QueryParam("clock")
        private @Nullable String clock;

        @QueryParam("tier")
        private @Nullable String tier;

        @QueryParam("side")
        private @Nullable String side;

        @QueryParam("agreement")
        private @Nullable String agreement;

        private ReviewQueueFilter filter(AgreementNames agreements) {
            return new ReviewQueueFilter(
                    Listing.given(agreement).map(agreements::id),
                    Listing.constant(tier, RiskTier.class, "tier"),
                    Listing.constant(side, Side.class, "side"),
                    Listing.constant(clock, ClockState.class, "clock"),
                    Listing.constant(work, Work.class, "work"));
        }
    }

    /** The caller's queue, oldest clock first; for whoever decides for no side, every stage that decides now and that they may see. */
    @GET
    public Items<QueueAnswer> list(@BeanParam Which which, @BeanParam Listing listing) {
        return Items.of(queue.queue(which.filter(agreements), listing.page()).map(QueueAnswer::of));
    }
}
