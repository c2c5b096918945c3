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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.MailDomain;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationFilter;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationRow;
import org.sekisho.domain.party.organisation.OrganisationState;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Settings;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.party.RegisterOrganisation;
import org.sekisho.web.api.Bodies.NameBody;

/** Organisations of the working group. */
@Path("/organisations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrganisationsResource {

    static final String PATH = "/api/v1/organisations/";

    @Inject
    private OrganisationService organisations;

    @Inject
    private Once once;

    @Inject
    private Settings settings;

    /** @param mailDomains where its people have their addresses; may be missing */
    public record NewOrganisation(
            @Nullable String shortName,
            @Nullable NameBody name,
            @Nullable String kind,
            @Nullable List<String> mailDomains) {}

    /** An organisation that was registered. */
    public record Registered(UUID id, String shortName, Name name, OrganisationKind kind, OrganisationState state) {}

    /** Organisations by short name, for everyone signed in; {@code q} is part of a name. */
    @GET
    public Items<OrganisationRow> list(
            @QueryParam("q") @Nullable String text,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("state") @Nullable String state,
            @BeanParam Listing listing) {
        OrganisationFilter filter = new OrganisationFilter(
                Listing.given(text),
                Listing.constant(kind, OrganisationKind.class, "kind"),
                Listing.constant(state, OrganisationState.class, "state"));
        return Items.of(organisations.list(filter, listing.page()));
    }

    /** One organisation by id or short name. */
    @GET
    @Path("/{organisation}")
    public OrganisationRow one(@PathParam("organisation") String name) {
        return organisations.find(name);
    }

    /** 201 with Location. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(@Nullable NewOrganisation body) {
        NewOrganisation given = Checks.require(body, "body");
        List<String> domains = given.mailDomains() == null ? List.of() : given.mailDomains();
        Set<MailDomain> mailDomains = domains.stream().map(MailDomain::of).collect(Collectors.toSet());
        RegisterOrganisation command = new RegisterOrganisation(
                Checks.require(given.shortName(), "shortName"),
                Checks.require(given.name(), "name").name(),
                Listing.required(given.kind(), OrganisationKind.class, "kind"),
                mailDomains);
        return once.answer(
                () -> organisations.register(command),
                id -> Answer.created(
                        URI.create(settings.publicUrl() + PATH + id),
                        new Registered(
                                id, command.shortName(), command.name(), command.kind(), OrganisationState.ACTIVE)));
    }
}
