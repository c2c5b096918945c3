package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.sekisho.domain.trail.TrailFilter;
import org.sekisho.ejb.trail.TrailLogService;
import org.sekisho.ejb.trail.TrailService;

/** The trail, as far as the caller may see it. */
@Path("trail/events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TrailResource {

    @Inject
    private TrailService trail;

    @Inject
    private TrailLogService log;

    @Inject
    private TrailQuery query;

    /** Events, the latest first. */
    @GET
    public Items<TrailEventAnswer> list(@BeanParam TrailParameters parameters, @BeanParam Listing listing) {
        TrailFilter filter = query.filter(parameters);
        return Items.of(trail.list(filter, listing.page()).map(TrailEventAnswer::of));
    }

    /** One event with its leaf, in Base64, and the openings of its commitments. */
    @GET
    @Path("{event}")
    public TrailProofAnswer one(@PathParam("event") UUID event) {
        return TrailProofAnswer.of(trail.one(event));
    }

    /** What proves to everybody that the event stands in the log: its place, the hashes up to the root, the signed checkpoint (C2SP tlog-proof). */
    @GET
    @Path("{event}/proof")
    @Produces(MediaType.TEXT_PLAIN)
    public byte[] proof(@PathParam("event") UUID event) {
        return log.proof(event).bytes();
    }
}
