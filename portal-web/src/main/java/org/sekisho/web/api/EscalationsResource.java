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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.decision.EscalationLevel;
import org.sekisho.domain.report.escalation.EscalationFilter;
import org.sekisho.domain.report.escalation.EscalationRow;
import org.sekisho.domain.report.escalation.EscalationState;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.report.escalation.EscalationService;

/** Escalations: what reports ask for towards the authority, and what became of it. */
@Path("escalations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EscalationsResource {

    @Inject
    private EscalationService escalations;

    @Inject
    private Once once;

    /** An escalation and where it stands. */
    public record EscalationStanding(UUID id, EscalationState state) {}

    /** Escalations the caller may see, what waits first by its clock. */
    @GET
    public Items<EscalationRow> list(
            @QueryParam("state") @Nullable List<String> states,
            @QueryParam("level") @Nullable String level,
            @QueryParam("report") @Nullable String report,
            @BeanParam Listing listing) {
        Set<EscalationState> wanted = EnumSet.noneOf(EscalationState.class);
        for (String state : states == null ? List.<String>of() : states) {
            wanted.add(Listing.required(state, EscalationState.class, "state"));
        }
        EscalationFilter filter = new EscalationFilter(
                wanted,
                Listing.constant(level, EscalationLevel.class, "level"),
                Optional.empty(),
                Optional.empty(),
                Listing.given(report).map(EscalationsResource::id));
        return Items.of(escalations.list(filter, listing.page()));
    }

    /** One escalation. That somebody of the authority read what was sent is kept, and the institution sees it. */
    @GET
    @Path("{escalation}")
    public EscalationAnswer one(@PathParam("escalation") String escalation) {
        return EscalationAnswer.of(escalations.one(id(escalation)));
    }

    /** The very bytes that were put before the authority, by their hash. */
    @GET
    @Path("{escalation}/documents/{sha256}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response document(@PathParam("escalation") String escalation, @PathParam("sha256") String sha256) {
        return Response.ok(escalations.document(id(escalation), sha256)).build();
    }

    /** {@code {readHash}}: a duty officer of the authority takes it on, bound to the rendering that was read. */
    @POST
    @Path("{escalation}/acknowledge")
    public Response acknowledge(@PathParam("escalation") String escalation, String text) {
        UUID id = id(escalation);
        String readHash = Body.read(text).text("readHash");
        return done(id, EscalationState.ACKNOWLEDGED, () -> escalations.acknowledge(id, readHash));
    }

    /** {@code {text}}: the institution adds what the authority should know; no clock waits for it. 204. */
    @POST
    @Path("{escalation}/context")
    public Response addContext(@PathParam("escalation") String escalation, String text) {
        UUID id = id(escalation);
        String words = Body.read(text).text("text");
        return once.answer(
                () -> {
                    escalations.addContext(id, words);
                    return id;
                },
                added -> Answer.done());
    }

    /** The institution marks it as given voluntarily, not to be made public. 204. */
    @POST
    @Path("{escalation}/mark-voluntary")
    public Response markVoluntary(@PathParam("escalation") String escalation) {
        UUID id = id(escalation);
        return once.answer(
                () -> {
                    escalations.markVoluntary(id);
                    return id;
                },
                marked -> Answer.done());
    }

    /** {@code {reason}}: the authority ends it. */
    @POST
    @Path("{escalation}/stand-down")
    public Response standDown(@PathParam("escalation") String escalation, String text) {
        UUID id = id(escalation);
        String reason = Body.read(text).text("reason");
        return done(id, EscalationState.STOOD_DOWN, () -> escalations.standDown(id, reason));
    }

    private Response done(UUID id, EscalationState state, Runnable act) {
        return once.answer(
                () -> {
                    act.run();
                    return id;
                },
                same -> Answer.ok(new EscalationStanding(same, state)));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
    }
}
