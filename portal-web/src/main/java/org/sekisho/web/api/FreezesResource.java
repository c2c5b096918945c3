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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.freeze.FreezeFilter;
import org.sekisho.domain.agreement.freeze.FreezeKind;
import org.sekisho.domain.agreement.freeze.FreezeRow;
import org.sekisho.domain.agreement.freeze.FreezeState;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.access.DeclareFreeze;
import org.sekisho.ejb.access.FreezeService;

/** Freezes: imposed by one, lifted by two. */
@Path("freezes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FreezesResource {

    @Inject
    private FreezeService freezes;

    @Inject
    private AgreementNames agreements;

    @Inject
    private Once once;

    /** A freeze and where it stands. */
    public record Standing(UUID id, FreezeState state) {}

    /**
     * {@code {scope:{agreement?,person?,organisation?,all?},reason}} with exactly one in the scope; 201. A person is named by id or
     * mail address, an organisation by id or short name.
     */
    @POST
    public Response freeze(String text) {
        Body body = Body.read(text);
        Body scope = body.optionalObject("scope").orElseThrow(() -> Refusal.of(SharedError.REQUIRED, "field", "scope"));
        DeclareFreeze command = new DeclareFreeze(
                scope.optionalText("agreement").map(agreements::id),
                scope.optionalText("person"),
                scope.optionalText("organisation"),
                scope.has("all") && scope.flag("all"),
                body.text("reason"));
        return once.answer(
                () -> freezes.freeze(command),
                id -> Answer.created(URI.create("freezes/" + id), new Standing(id, FreezeState.STANDING)));
    }

    /** {@code {reason}}: the first of two calls, by two people of two sides, answers LIFT_PROPOSED, the second LIFTED. */
    @POST
    @Path("{freeze}/lift")
    public Response lift(@PathParam("freeze") String freeze, String text) {
        UUID id = id(freeze);
        String reason = Body.read(text).text("reason");
        return once.answer(() -> freezes.lift(id, reason), state -> Answer.ok(new Standing(id, state)));
    }

    /** Freezes the caller may see, the newest first. */
    @GET
    public Items<FreezeRow> list(
            @QueryParam("state") @Nullable List<String> states,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("agreement") @Nullable String agreement,
            @BeanParam Listing listing) {
        Set<FreezeState> wanted = EnumSet.noneOf(FreezeState.class);
        for (String state : states == null ? List.<String>of() : states) {
            wanted.add(Listing.required(state, FreezeState.class, "state"));
        }
        FreezeFilter filter = new FreezeFilter(
                Listing.constant(kind, FreezeKind.class, "kind"),
                Optional.empty(),
                Listing.given(agreement).map(agreements::id),
                wanted,
                Optional.empty());
        return Items.of(freezes.freezes(filter, listing.page()));
    }

    /** One freeze with who agreed to lift it. */
    @GET
    @Path("{freeze}")
    public FreezeRow find(@PathParam("freeze") String freeze) {
        return freezes.find(id(freeze));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
    }
}
