package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.sekisho.ejb.assurance.FindingService;

/** One finding of an audit, for whoever may see it. */
@Path("findings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FindingsResource {

    @Inject
    private FindingService findings;

    /** One finding, with what it says, what was said about it, and its corrective actions. */
    @GET
    @Path("{id}")
    public FindingAnswer one(@PathParam("id") UUID id) {
        return FindingAnswer.of(findings.one(id));
    }
}
