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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.sekisho.domain.agreement.grant.GrantRow;
import org.sekisho.domain.party.Role;
import org.sekisho.ejb.access.GrantService;
import org.sekisho.ejb.access.RequestGrant;

/** The grants under one agreement. */
@Path("agreements/{agreement}/grants")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GrantsResource {

    @Inject
    private GrantService grants;

    @Inject
    private AgreementNames names;

    @Inject
    private Once once;

    /** The grants that the caller may see. */
    @GET
    public Items<GrantRow> list(@PathParam("agreement") String agreement, @BeanParam Listing listing) {
        return Items.of(grants.grantsUnder(names.id(agreement), listing.page()));
    }

    /** {@code {person,role,reason,firstDay,lastDay}}: asks for a grant to somebody of the caller's organisation; 201. */
    @POST
    public Response request(@PathParam("agreement") String agreement, String text) {
        Body body = Body.read(text);
        UUID id = names.id(agreement);
        RequestGrant command = new RequestGrant(
                id,
                body.text("person"),
                Listing.required(body.text("role"), Role.class, "role"),
                body.text("reason"),
                body.day("firstDay"),
                body.day("lastDay"));
        return once.answer(
                () -> grants.request(command),
                made -> Answer.created(URI.create("agreements/" + id + "/grants"), new Made(made)));
    }
}
