package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.person.PeopleDirectory.PersonFilter;
import org.sekisho.domain.party.person.PersonState;
import org.sekisho.domain.party.signin.LinkDelivery;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.party.CreatePerson;
import org.sekisho.ejb.party.ImportService;
import org.sekisho.ejb.party.ImportUpload;
import org.sekisho.ejb.party.IssuedLink;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.party.PeopleService;
import org.sekisho.ejb.party.PersonCreated;
import org.sekisho.web.api.Bodies.LinkBody;
import org.sekisho.web.api.PersonBodies.ImportAnswer;
import org.sekisho.web.api.PersonBodies.NewPerson;
import org.sekisho.web.api.PersonBodies.PersonAnswer;
import org.sekisho.web.api.PersonBodies.PersonInvited;
import org.sekisho.web.api.PersonBodies.PersonItem;
import org.sekisho.web.api.PersonBodies.PersonPatch;

/** People and their accounts. A person is named by id or e-mail address. */
@Path("/people")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {

    static final String PATH = "/api/v1/people/";
    private static final String UPLOAD = "people.csv";
    private static final int OK = 200;
    /** RFC 9110 section 15.5.21; JAX-RS 3.1 has no name for it. */
    private static final int UNPROCESSABLE = 422;

    @Inject
    private PeopleService people;

    @Inject
    private OrganisationService organisations;

    @Inject
    private ImportService imports;

    @Inject
    private PersonChanges changes;

    @Inject
    private Once once;

    @Inject
    private Settings settings;

    /** People whom the caller may see; {@code q} is part of a name or address, {@code organisation} an id or short name. */
    @GET
    public Items<PersonItem> list(
            @QueryParam("q") @Nullable String text,
            @QueryParam("organisation") @Nullable String organisation,
            @QueryParam("role") @Nullable String role,
            @QueryParam("state") @Nullable String state,
            @QueryParam("secondFactor") @Nullable String secondFactor,
            @BeanParam Listing listing) {
        PersonFilter filter = new PersonFilter(
                Listing.given(text),
                Listing.given(organisation).map(name -> organisations.find(name).id()),
                Listing.constant(role, Role.class, "role"),
                Listing.constant(state, PersonState.class, "state"),
                Listing.given(secondFactor).map(given -> flag(given, "secondFactor")));
        return Items.of(people.list(filter, listing.page()).map(PersonItem::of));
    }

    /** One person. */
    @GET
    @Path("/{person}")
    public PersonAnswer one(@PathParam("person") String person) {
        return PersonAnswer.of(people.find(person));
    }

    /** Invites somebody: 201 with Location. The link is told once, and only where it goes by this caller's hand. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable NewPerson body) {
        NewPerson given = Checks.require(body, "body");
        UUID home = organisations
                .find(Checks.require(given.organisation(), "organisation"))
                .id();
        List<String> names = given.roles() == null ? List.of() : given.roles();
        CreatePerson command = new CreatePerson(
                Checks.require(given.email(), "email"),
                Checks.require(given.name(), "name").name(),
                language(given.language()).orElse(ReadingLanguage.JA),
                home,
                names.stream()
                        .map(name -> Listing.required(name, Role.class, "roles"))
                        .toList(),
                given.reason() == null ? "" : given.reason());
        return once.answer(
                () -> people.create(command), created -> invited(created, false), created -> invited(created, true));
    }

    /** Changes one thing of a person, or several of address, name and language; answers with what it is now. */
    @PATCH
    @Path("/{person}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public PersonAnswer change(@PathParam("person") String person, @Nullable PersonPatch body) {
        UUID id = people.find(person).person().row().id();
        PersonPatch patch = Checks.require(body, "body");
        changes.apply(id, patch, language(patch.language()));
        return PersonAnswer.of(people.one(id));
    }

    /** Makes a new link to choose a password: 201. */
    @POST
    @Path("/{person}/links")
    public Response link(@PathParam("person") String person) {
        UUID id = people.find(person).person().row().id();
        return once.answer(
                () -> people.reset(id),
                made -> Answer.of(Response.Status.CREATED, link(made, false)),
                made -> Answer.of(Response.Status.CREATED, link(made, true)));
    }

    /**
     * People from a table in CSV (UTF-8, up to 10,000 lines, 5 MiB), whole or not at all; answers line by line.
     *
     * @param dryRun whether it is only checked
     * @return 200; 422 with the same body when lines are rejected, and nothing is imported
     */
    @POST
    @Path("/import")
    @Consumes("text/csv")
    public Response importPeople(
            @QueryParam("dryRun") @DefaultValue("false") String dryRun,
            @QueryParam("reason") @Nullable String reason,
            InputStream content) {
        boolean dry = flag(dryRun, "dryRun");
        ImportUpload upload = new ImportUpload(UPLOAD, content, reason == null ? "" : reason);
        return once.answer(
                () -> dry ? imports.dryRun(upload) : imports.importPeople(upload),
                report -> new Answer(
                        dry || report.done() ? OK : UNPROCESSABLE, "", Answer.json(ImportAnswer.of(dry, report))));
    }

    private Answer invited(PersonCreated created, boolean kept) {
        return Answer.created(
                URI.create(settings.publicUrl() + PATH + created.person()),
                new PersonInvited(created.person(), created.email(), created.roles(), link(created.link(), kept)));
    }

    /** The address of the link is a secret and is kept nowhere. */
    private static LinkBody link(IssuedLink link, boolean kept) {
        boolean sealed = link.delivery() == LinkDelivery.SEALED;
        return new LinkBody(
                link.delivery().name(),
                link.shown().filter(any -> !sealed && !kept),
                link.shown().filter(any -> sealed),
                link.expiresAt());
    }

    private static Optional<ReadingLanguage> language(@Nullable String tag) {
        return Listing.given(tag).map(each -> ReadingLanguage.ofTag(each)
                .orElseThrow(() -> Refusal.of(SharedError.MALFORMED, "field", "language")));
    }

    private static boolean flag(String value, String field) {
        return switch (value) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw Refusal.of(SharedError.MALFORMED, "field", field);
        };
    }
}
