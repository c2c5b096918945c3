package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.sekisho.domain.assurance.sample.SampleItemFilter;
import org.sekisho.ejb.assurance.SampleService;

/** One sample of an audit, for its team: what its population is, its seed, and its items. */
@Path("samples")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SamplesResource {

    @Inject
    private SampleService samples;

    @Inject
    private Once once;

    /** One sample, with the hash of its population, its seed and its strata. */
    @GET
    @Path("{id}")
    public SampleAnswer one(@PathParam("id") UUID id) {
        return SampleAnswer.of(samples.one(id));
    }

    /** The items of a sample, in the order of the draw. */
    @GET
    @Path("{id}/items")
    public Items<SampleItemAnswer> items(@PathParam("id") UUID id, @BeanParam Listing listing) {
        return Items.of(
                samples.items(id, SampleItemFilter.of(id), listing.page()).map(SampleItemAnswer::of));
    }

    /** Draws the items by the first checkpoint that covers the freezing; 409 while there is none. */
    @POST
    @Path("{id}/draw")
    public Response draw(@PathParam("id") UUID id) {
        return once.answer(() -> samples.draw(id));
    }
}
