package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.control.CatalogueFilter;
import org.sekisho.domain.assurance.control.CatalogueRow;
import org.sekisho.domain.assurance.control.CatalogueState;
import org.sekisho.domain.assurance.control.OscalCatalogue;
import org.sekisho.ejb.assurance.control.ControlService;
import org.sekisho.ejb.assurance.control.DraftCatalogue;

/** The catalogue of controls. A version is named by its number; 1 is the delivered one. */
@Path("control-catalogues")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ControlCataloguesResource {

    @Inject
    private ControlService controls;

    @Inject
    private Once once;

    /** Where a version stands. */
    public record CatalogueStanding(int version, CatalogueState state) {}

    /** Versions that were taken in here, the newest first. */
    @GET
    public Items<CatalogueRow> list(
            @QueryParam("q") @Nullable String text,
            @QueryParam("state") @Nullable String state,
            @BeanParam Listing listing) {
        CatalogueFilter filter = new CatalogueFilter(
                Listing.given(text),
                Listing.constant(state, CatalogueState.class, "state")
                        .map(Set::of)
                        .orElse(Set.of()));
        return Items.of(controls.list(filter, listing.page()));
    }

    /** One version, and how it stands. */
    @GET
    @Path("{version}")
    public ControlCatalogueAnswer find(@PathParam("version") int version) {
        return ControlCatalogueAnswer.of(controls.find(version));
    }

    /** What a version says, as an OSCAL catalog. */
    @GET
    @Path("{version}/oscal")
    @Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
    public String oscal(@PathParam("version") int version) {
        return controls.oscal(version);
    }

    /** An OSCAL catalog becomes the draft of the next version: 201 with Location. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response draft(InputStream content) throws IOException {
        DraftCatalogue command = new DraftCatalogue(content.readNBytes(OscalCatalogue.MOST_BYTES + 1));
        return once.answer(
                () -> controls.draft(command),
                made -> Answer.created(
                        URI.create("control-catalogues/" + made), new CatalogueStanding(made, CatalogueState.DRAFT)));
    }

    /** {@code {readVersion}}: a second person publishes a draft. */
    @POST
    @Path("{version}/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response publish(@PathParam("version") int version, String text) {
        int readVersion = Body.read(text).number("readVersion");
        return once.answer(
                () -> {
                    controls.publish(version, readVersion);
                    return version;
                },
                done -> Answer.ok(new CatalogueStanding(done, CatalogueState.PUBLISHED)));
    }

    /** {@code {reason}}: no further audit goes by it. */
    @POST
    @Path("{version}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response withdraw(@PathParam("version") int version, String text) {
        String reason = Body.read(text).text("reason");
        return once.answer(
                () -> {
                    controls.withdraw(version, reason);
                    return version;
                },
                done -> Answer.ok(new CatalogueStanding(done, CatalogueState.WITHDRAWN)));
    }
}
