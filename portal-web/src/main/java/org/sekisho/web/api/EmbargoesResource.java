package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.embargo.EmbargoView;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.report.embargo.EmbargoService;
import org.sekisho.ejb.report.embargo.ProposeEmbargo;

/** Until when reports are kept from others. */
@Path("embargoes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EmbargoesResource {

    @Inject
    private EmbargoService embargoes;

    @Inject
    private OrganisationService organisations;

    @Inject
    private Once once;

    /**
     * The embargoes of a report, the latest first; without one, what the caller's organisation was asked to keep and is still in effect, the
     * next end first. On one page.
     */
    @GET
    public Items<EmbargoAnswer> list(@QueryParam("report") @Nullable UUID report) {
        List<EmbargoView> found = report == null ? embargoes.asked() : embargoes.ofReport(report);
        return new Items<>(found.stream().map(EmbargoAnswer::of).toList(), Optional.empty());
    }

    /** One embargo. */
    @GET
    @Path("{embargo}")
    public EmbargoAnswer one(@PathParam("embargo") UUID embargo) {
        return EmbargoAnswer.of(embargoes.one(embargo));
    }

    /**
     * {@code {report,until,zone?,asked,answerBy}}: proposes one and asks organisations, named by id or short name; 201. The zone is
     * Asia/Tokyo unless another is named.
     */
    @POST
    public Response propose(String text) {
        Body body = Body.read(text);
        ProposeEmbargo command = new ProposeEmbargo(
                body.id("report"),
                body.instant("until"),
                zone(body.optionalText("zone").orElse(Days.ZONE.getId())),
                body.texts("asked").stream()
                        .map(name -> organisations.find(name).id())
                        .toList(),
                body.instant("answerBy"));
        return once.answer(
                () -> embargoes.propose(command),
                id -> Answer.created(URI.create("/api/v1/embargoes/" + id), new Made(id)));
    }

    /** {@code {accepts,until}}: answers for the caller's organisation, naming the end that was read. */
    @POST
    @Path("{embargo}/answer")
    public Response answer(@PathParam("embargo") UUID embargo, String text) {
        Body body = Body.read(text);
        boolean accepts = body.flag("accepts");
        Instant read = body.instant("until");
        return done(embargo, () -> embargoes.answer(embargo, accepts, read));
    }

    /** {@code {until,answerBy}}: moves the end to a later moment, and asks everybody anew. */
    @POST
    @Path("{embargo}/extend")
    public Response extend(@PathParam("embargo") UUID embargo, String text) {
        Body body = Body.read(text);
        Instant later = body.instant("until");
        Instant answerBy = body.instant("answerBy");
        return done(embargo, () -> embargoes.extend(embargo, later, answerBy));
    }

    /** {@code {reason}}: ends it before its time. */
    @POST
    @Path("{embargo}/end")
    public Response end(@PathParam("embargo") UUID embargo, String text) {
        String reason = Body.read(text).text("reason");
        return done(embargo, () -> embargoes.end(embargo, reason));
    }

    /** {@code {reason}}: it was made known before its time, with what is known of that. */
    @POST
    @Path("{embargo}/report-breach")
    public Response reportBreach(@PathParam("embargo") UUID embargo, String text) {
        String reason = Body.read(text).text("reason");
        return done(embargo, () -> embargoes.reportBreach(embargo, reason));
    }

    private Response done(UUID embargo, Runnable act) {
        return once.answer(act, () -> Answer.ok(one(embargo)));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw Refusal.of(SharedError.MALFORMED, "field", "zone");
        }
    }
}
