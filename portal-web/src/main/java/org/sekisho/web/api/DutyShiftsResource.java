package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.report.review.DutyRoster.ShiftRow;
import org.sekisho.ejb.report.DutyService;
import org.sekisho.ejb.report.DutyService.Officer;

/** The duty roster of the caller's organisation. */
@Path("duty-shifts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DutyShiftsResource {

    @Inject
    private DutyService duty;

    @Inject
    private Once once;

    /** Shifts that aren't over, the first to begin first. */
    @GET
    public Items<ShiftRow> list(@BeanParam Listing listing) {
        return Items.of(duty.shifts(listing.page()));
    }

    /** Who can be put on the roster, by name; 200 at most, on one page. */
    @GET
    @Path("officers")
    public Items<Officer> officers() {
        return new Items<>(duty.officers(), Optional.empty());
    }

    /** {@code {person,from,until}}: puts a duty officer, by id or address, on the roster; 201. */
    @POST
    public Response plan(String text) {
        Body body = Body.read(text);
        String person = body.text("person");
        Instant from = body.instant("from");
        Instant until = body.instant("until");
        return once.answer(
                () -> duty.plan(person, from, until),
                id -> Answer.created(URI.create("/api/v1/duty-shifts/" + id), new Made(id)));
    }

    /** Takes a shift off the roster; 204. */
    @DELETE
    @Path("{shift}")
    public Response cancel(@PathParam("shift") UUID shift) {
        duty.cancel(shift);
        return Response.noContent().build();
    }
}
