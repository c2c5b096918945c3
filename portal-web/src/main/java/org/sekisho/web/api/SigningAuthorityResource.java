package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.AuthorityFilter;
import org.sekisho.domain.agreement.AuthorityKind;
import org.sekisho.domain.agreement.AuthorityRow;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.agreement.RecordAuthority;
import org.sekisho.ejb.agreement.SigningAuthorityService;
import org.sekisho.ejb.party.OrganisationService;

/** Who may sign for an organisation. */
@Path("signing-authorities")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SigningAuthorityResource {

    @Inject
    private SigningAuthorityService authorities;

    @Inject
    private OrganisationService organisations;

    @Inject
    private Once once;

    /** Authorities on file for an organisation. */
    @GET
    public Items<AuthorityRow> list(
            @QueryParam("organisation") @Nullable String organisation, @BeanParam Listing listing) {
        if (organisation == null) {
            throw Refusal.of(SharedError.REQUIRED, "field", "organisation");
        }
        return Items.of(authorities.list(organisations.find(organisation).id(), AuthorityFilter.all(), listing.page()));
    }

    /** {@code {organisation,person?,holderName,kind,reference,validUntil}}; 201 with the id. */
    @POST
    public Response record(String text) {
        Body body = Body.read(text);
        RecordAuthority command = new RecordAuthority(
                organisations.find(body.text("organisation")).id(),
                body.optionalId("person"),
                body.text("holderName"),
                body.constant("kind", AuthorityKind.class),
                body.text("reference"),
                body.day("validUntil"));
        return once.answer(
                () -> authorities.recordAuthority(command), id -> Answer.of(Response.Status.CREATED, new Made(id)));
    }
}
