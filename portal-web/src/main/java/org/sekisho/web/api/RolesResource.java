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
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.role.AssignmentState;
import org.sekisho.domain.party.role.RoleDirectory.RoleFilter;
import org.sekisho.domain.party.role.RoleDirectory.RoleRow;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Settings;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.party.PeopleService;
import org.sekisho.ejb.party.RequestRole;
import org.sekisho.ejb.party.RoleService;

/** Roles: asked for by one person, approved by a second, confirmed where they take effect. */
@Path("/roles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RolesResource {

    private static final String PATH = "/api/v1/roles/";

    @Inject
    private RoleService roles;

    @Inject
    private PeopleService people;

    @Inject
    private OrganisationService organisations;

    @Inject
    private Once once;

    @Inject
    private Settings settings;

    /** @param person by id or address; organisation by id or short name */
    public record NewRole(
            @Nullable String person, @Nullable String role, @Nullable String organisation, @Nullable String reason) {}

    /** Why. */
    public record Reason(@Nullable String reason) {

        String words() {
            return reason == null ? "" : reason;
        }
    }

    /** A role in a list. */
    public record RoleAnswer(
            UUID id,
            UUID person,
            String email,
            String role,
            String organisation,
            String state,
            String reason,
            Instant requestedAt,
            int version) {

        static RoleAnswer of(RoleRow row) {
            return new RoleAnswer(
                    row.id(),
                    row.person(),
                    row.email(),
                    row.role().name(),
                    row.organisationShortName(),
                    row.state().name(),
                    row.reason(),
                    row.requestedAt(),
                    row.version());
        }
    }

    /** Roles that the caller may see, the latest request first; {@code state=REQUESTED} and {@code APPROVED} wait for somebody. */
    @GET
    public Items<RoleAnswer> list(
            @QueryParam("q") @Nullable String text,
            @QueryParam("organisation") @Nullable String organisation,
            @QueryParam("role") @Nullable String role,
            @QueryParam("state") @Nullable String state,
            @BeanParam Listing listing) {
        RoleFilter filter = new RoleFilter(
                Listing.given(text),
                Optional.empty(),
                Listing.given(organisation).map(name -> organisations.find(name).id()),
                Listing.constant(role, Role.class, "role"),
                Listing.constant(state, AssignmentState.class, "state"));
        return Items.of(roles.list(filter, listing.page()).map(RoleAnswer::of));
    }

    /** Asks for a role: 201 with Location. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response request(@Nullable NewRole body) {
        NewRole given = Checks.require(body, "body");
        RequestRole command = new RequestRole(
                people.find(Checks.require(given.person(), "person"))
                        .person()
                        .row()
                        .id(),
                Listing.required(given.role(), Role.class, "role"),
                organisations
                        .find(Checks.require(given.organisation(), "organisation"))
                        .id(),
                given.reason() == null ? "" : given.reason());
        return once.answer(
                () -> roles.request(command),
                id -> Answer.created(URI.create(settings.publicUrl() + PATH + id), new Made(id)));
    }

    /** One role. */
    @GET
    @Path("/{role}")
    public RoleAnswer one(@PathParam("role") UUID role) {
        return RoleAnswer.of(roles.one(role));
    }

    /** A second person agrees: 204. */
    @POST
    @Path("/{role}/approve")
    public Response approve(@PathParam("role") UUID role) {
        return once.answer(() -> roles.approve(role));
    }

    /** An administrator of the organisation confirms: 204. */
    @POST
    @Path("/{role}/confirm")
    public Response confirm(@PathParam("role") UUID role) {
        return once.answer(() -> roles.confirm(role));
    }

    /** Says no: 204. */
    @POST
    @Path("/{role}/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decline(@PathParam("role") UUID role, @Nullable Reason why) {
        return once.answer(
                () -> roles.decline(role, Checks.require(why, "reason").words()));
    }

    /** Takes the request back: 204. */
    @POST
    @Path("/{role}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response withdraw(@PathParam("role") UUID role, @Nullable Reason why) {
        return once.answer(
                () -> roles.withdraw(role, Checks.require(why, "reason").words()));
    }

    /** Ends a role in effect: 204. */
    @POST
    @Path("/{role}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response end(@PathParam("role") UUID role, @Nullable Reason why) {
        return once.answer(() -> roles.end(role, Checks.require(why, "reason").words()));
    }
}
