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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.disclosure.DisclosureFilter;
import org.sekisho.domain.report.disclosure.DisclosureRow;
import org.sekisho.domain.report.disclosure.DisclosureState;
import org.sekisho.domain.report.disclosure.NotifiedParty;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.report.disclosure.DisclosureService;
import org.sekisho.ejb.report.disclosure.OpenDisclosure;

/** Disclosure cases: who outside was told of a flaw in a product, what they said, and when it is published. */
@Path("disclosures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DisclosuresResource {

    @Inject
    private DisclosureService disclosures;

    @Inject
    private Once once;

    /** Disclosure cases the caller may see, the latest first. */
    @GET
    public Items<DisclosureRow> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("report") @Nullable String report,
            @BeanParam Listing listing) {
        DisclosureFilter filter = new DisclosureFilter(
                Listing.constant(state, DisclosureState.class, "state"),
                Optional.empty(),
                Listing.given(report).map(DisclosuresResource::id));
        return Items.of(disclosures.list(filter, listing.page()));
    }

    /** One case, as far as the caller may see it; the reading is recorded. */
    @GET
    @Path("{disclosure}")
    public DisclosureAnswer one(@PathParam("disclosure") String disclosure) {
        return DisclosureAnswer.of(disclosures.one(id(disclosure)));
    }

    /** {@code {report,revision,product,developer,summary}}: opens a case about the revision that was read; 201. */
    @POST
    public Response open(String text) {
        Body body = Body.read(text);
        OpenDisclosure command = new OpenDisclosure(
                body.id("report"),
                body.text("revision"),
                body.text("product"),
                body.text("developer"),
                body.text("summary"));
        return once.answer(
                () -> disclosures.open(command),
                id -> Answer.created(URI.create("/api/v1/disclosures/" + id), new Made(id)));
    }

    /** {@code {party,day,note?}}: somebody outside was told. */
    @POST
    @Path("{disclosure}/notifications")
    public Response tell(@PathParam("disclosure") String disclosure, String text) {
        UUID id = id(disclosure);
        Body body = Body.read(text);
        NotifiedParty party = body.constant("party", NotifiedParty.class);
        LocalDate day = body.day("day");
        String note = body.optionalText("note").orElse("");
        return done(id, () -> disclosures.tell(id, party, day, note));
    }

    /** {@code {party,day,note}}: somebody who was told has answered. */
    @POST
    @Path("{disclosure}/answers")
    public Response recordAnswer(@PathParam("disclosure") String disclosure, String text) {
        UUID id = id(disclosure);
        Body body = Body.read(text);
        NotifiedParty party = body.constant("party", NotifiedParty.class);
        LocalDate day = body.day("day");
        String note = body.text("note");
        return done(id, () -> disclosures.recordAnswer(id, party, day, note));
    }

    /** {@code {jvn?,cves?}}: the numbers that the flaw has by now, all of them. */
    @POST
    @Path("{disclosure}/numbers")
    public Response number(@PathParam("disclosure") String disclosure, String text) {
        UUID id = id(disclosure);
        Body body = Body.read(text);
        String jvn = body.optionalText("jvn").orElse("");
        List<String> cves = body.texts("cves");
        return done(id, () -> disclosures.number(id, jvn, cves));
    }

    /** {@code {day}}: sets, or moves, the day of publication. */
    @POST
    @Path("{disclosure}/schedule")
    public Response schedule(@PathParam("disclosure") String disclosure, String text) {
        UUID id = id(disclosure);
        LocalDate day = Body.read(text).day("day");
        return done(id, () -> disclosures.schedule(id, day));
    }

    /** Lets designated authorities read it; that can't be taken back. */
    @POST
    @Path("{disclosure}/show")
    public Response show(@PathParam("disclosure") String disclosure) {
        UUID id = id(disclosure);
        return done(id, () -> disclosures.show(id));
    }

    /** {@code {day}}: it was published. */
    @POST
    @Path("{disclosure}/publish")
    public Response publish(@PathParam("disclosure") String disclosure, String text) {
        UUID id = id(disclosure);
        LocalDate day = Body.read(text).day("day");
        return done(id, () -> disclosures.publish(id, day));
    }

    /** {@code {reason}}: it isn't pursued. */
    @POST
    @Path("{disclosure}/withdraw")
    public Response withdraw(@PathParam("disclosure") String disclosure, String text) {
        UUID id = id(disclosure);
        String reason = Body.read(text).text("reason");
        return done(id, () -> disclosures.withdraw(id, reason));
    }

    private Response done(UUID id, Runnable act) {
        return once.answer(act, () -> Answer.ok(DisclosureAnswer.of(disclosures.one(id))));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
    }
}
