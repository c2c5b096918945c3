package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import org.sekisho.ejb.trail.TrailLogService;

/** The log over the trail, for whoever checks it without fetching its tiles. */
@Path("trail")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TrailLogResource {

    @Inject
    private TrailLogService log;

    /** That the log grew from one size to another: hashes in Base64 (RFC 6962, section 2.1.2). */
    @GET
    @Path("consistency")
    public ConsistencyAnswer consistency(@QueryParam("from") long from, @QueryParam("to") long to) {
        return new ConsistencyAnswer(
                from,
                to,
                log.consistency(from, to).stream()
                        .map(Base64.getEncoder()::encodeToString)
                        .toList());
    }

    /** How far the log is signed, and with which key. */
    @GET
    @Path("log")
    public TrailLogAnswer state() {
        return TrailLogAnswer.of(log.state());
    }
}
