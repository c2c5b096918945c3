package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.decision.Exposure;
import org.sekisho.domain.report.decision.InstitutionsAffected;
import org.sekisho.domain.report.decision.ServiceImportance;
import org.sekisho.ejb.report.AssessReport;
import org.sekisho.ejb.report.RatingService;
import org.sekisho.ejb.report.RatingView;

/** What the risk table answers about a report, and what people say of its surroundings. */
@Path("reports/{report}/rating")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReportRatingResource {

    @Inject
    private RatingService ratings;

    @Inject
    private Once once;

    /** The answer that stands, with the table's row and the inputs it came from. */
    @GET
    public RatingView rating(@PathParam("report") UUID report) {
        return ratings.rating(report);
    }

    /**
     * {@code {revision,exposure?,service?,institutions?}}: says what the surroundings of the revision that was read are like, and asks the
     * table anew; what is left out is unknown. A higher tier takes effect at once, a lower one doesn't.
     */
    @POST
    public Response assess(@PathParam("report") UUID report, String text) {
        Body body = Body.read(text);
        AssessReport command = new AssessReport(
                report,
                body.text("revision"),
                new Assessment(
                        body.optionalConstant("exposure", Exposure.class),
                        body.optionalConstant("service", ServiceImportance.class),
                        body.optionalConstant("institutions", InstitutionsAffected.class)));
        return once.answer(() -> ratings.assess(command), () -> Answer.ok(ratings.rating(report)));
    }
}
