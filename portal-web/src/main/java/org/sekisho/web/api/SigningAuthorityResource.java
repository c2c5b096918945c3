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
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
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

    /**
     * Authorities on file for an organisation.
     *
     * @param validOn those that count on this day: not taken off, and not over
     * @param words a part of the holder's name or of the document
     */
    @GET
    public Items<AuthorityRow> list(
            @QueryParam("organisation") @Nullable String organisation,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("validOn") @Nullable String validOn,
            @QueryParam("q") @Nullable String words,
            @BeanParam Listing listing) {
        if (organisation == null) {
            throw Refusal.of(SharedError.REQUIRED, "field", "organisation");
        }
        Optional<LocalDate> day = Listing.day(validOn, "validOn");
        AuthorityFilter filter = new AuthorityFilter(
                Optional.empty(),
                day.map(any -> false),
                day,
                Optional.empty(),
                Listing.constant(kind, AuthorityKind.class, "kind"),
                Listing.given(words));
        return Items.of(authorities.list(organisations.find(organisation).id(), filter, listing.page()));
    }

    /** {@code {organisation,person?,holderName,kind,reference,validUntil}}, the person by id or mail address; 201 with the id. */
    @POST
    public Response record(String text) {
        Body body = Body.read(text);
        UUID organisation = organisations.find(body.text("organisation")).id();
        RecordAuthority command = new RecordAuthority(
                organisation,
                holder(organisation, body),
                body.text("holderName"),
                body.constant("kind", AuthorityKind.class),
                body.text("reference"),
                body.day("validUntil"));
        return once.answer(
                () -> authorities.recordAuthority(command), id -> Answer.of(Response.Status.CREATED, new Made(id)));
    }

    private Optional<UUID> holder(UUID organisation, Body body) {
        return body.optionalText("person").filter(name -> name.contains("@")).isPresent()
                ? Optional.of(authorities.holder(organisation, body.text("person")))
                : body.optionalId("person");
    }
}
