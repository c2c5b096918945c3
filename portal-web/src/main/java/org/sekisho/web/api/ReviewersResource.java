package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.ejb.report.ReviewerService;
import org.sekisho.ejb.report.ReviewerService.ReviewerLine;

/** Reviewers of the caller's organisation: their ranks, and when they are away. */
@Path("reviewers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReviewersResource {

    @Inject
    private ReviewerService reviewers;

    @Inject
    private Once once;

    /** Everybody who reviews for the caller's organisation, by name; 200 at most, on one page. */
    @GET
    public Items<ReviewerLine> list() {
        return new Items<>(reviewers.reviewers(), Optional.empty());
    }

    /** {@code {rank}}: an administrator puts on file which rank somebody holds; 204. */
    @POST
    @Path("{person}/rank")
    public Response rank(@PathParam("person") UUID person, String text) {
        Rank rank = Body.read(text).constant("rank", Rank.class);
        return once.answer(() -> reviewers.recordRank(person, rank));
    }

    /** {@code {firstDay,lastDay}}: the caller will be away, the last day included; 201. */
    @POST
    @Path("absences")
    public Response announce(String text) {
        Body body = Body.read(text);
        LocalDate first = body.day("firstDay");
        LocalDate last = body.day("lastDay");
        return once.answer(
                () -> reviewers.announceAbsence(first, last),
                id -> Answer.created(URI.create("/api/v1/reviewers/absences/" + id), new Made(id)));
    }

    /** {@code {firstDay,lastDay}}: an administrator or who reviews beside somebody says that they will be away; 201. */
    @POST
    @Path("{person}/absences")
    public Response record(@PathParam("person") UUID person, String text) {
        Body body = Body.read(text);
        LocalDate first = body.day("firstDay");
        LocalDate last = body.day("lastDay");
        return once.answer(
                () -> reviewers.recordAbsence(person, first, last),
                id -> Answer.created(URI.create("/api/v1/reviewers/absences/" + id), new Made(id)));
    }

    /** Takes an absence back that is the caller's own, or that they put on file; 204. */
    @DELETE
    @Path("absences/{absence}")
    public Response withdraw(@PathParam("absence") UUID absence) {
        reviewers.withdrawAbsence(absence);
        return Response.noContent().build();
    }
}
