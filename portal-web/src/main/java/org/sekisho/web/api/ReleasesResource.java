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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.ExportClause.Format;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.report.release.ReleaseFilter;
import org.sekisho.domain.report.release.ReleaseState;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.report.release.ReceivedReleaseService;
import org.sekisho.ejb.report.release.ReleaseApprovalService;
import org.sekisho.ejb.report.release.ReleaseChoices;
import org.sekisho.ejb.report.release.ReleaseService;
import org.sekisho.ejb.report.release.ReleasedFile;
import org.sekisho.ejb.report.release.RequestRelease;

/** Renderings of reports that are shared with other organisations: asked for, approved, received, recalled. */
@Path("releases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReleasesResource {

    private static final String PATH = "/api/v1/releases/";

    @Inject
    private ReleaseService releases;

    @Inject
    private ReleaseApprovalService approvals;

    @Inject
    private ReceivedReleaseService received;

    @Inject
    private OrganisationService organisations;

    @Inject
    private Once once;

    /**
     * Releases that the caller may see, the latest first: sent, received, or to be approved.
     *
     * @param states any of these, the parameter repeated
     * @param report of one report only
     * @param way RECEIVED or SENT
     */
    @GET
    public Items<ReleaseAnswer> list(
            @QueryParam("state") @Nullable List<String> states,
            @QueryParam("report") @Nullable UUID report,
            @QueryParam("way") @Nullable String way,
            @BeanParam Listing listing) {
        Set<ReleaseState> wanted = EnumSet.noneOf(ReleaseState.class);
        for (String state : states == null ? List.<String>of() : states) {
            wanted.add(Listing.required(state, ReleaseState.class, "state"));
        }
        ReleaseFilter filter = new ReleaseFilter(
                wanted, Optional.ofNullable(report), Listing.constant(way, ReleaseFilter.Way.class, "way"));
        return Items.of(releases.list(filter, listing.page()).map(ReleaseAnswer::of));
    }

    /** To whom the caller may ask to release a report, in which formats, and what is masked for them. */
    @GET
    @Path("choices")
    public ReleaseChoices choices(@QueryParam("report") @Nullable UUID report) {
        if (report == null) {
            throw Refusal.of(SharedError.REQUIRED, "field", "report");
        }
        return releases.choices(report);
    }

    /** One release, without what leaves. */
    @GET
    @Path("{release}")
    public ReleaseRead one(@PathParam("release") UUID release) {
        return ReleaseRead.of(releases.one(release));
    }

    /**
     * {@code {report,revision,recipient,people?,format,sourceWithheld?,language?}}: asks for a release of the revision that was read; 201.
     * The recipient is named by id or short name, people by their addresses.
     */
    @POST
    public Response request(String text) {
        Body body = Body.read(text);
        RequestRelease command = new RequestRelease(
                body.id("report"),
                body.text("revision"),
                organisations.find(body.text("recipient")).id(),
                body.texts("people"),
                body.constant("format", Format.class),
                body.has("sourceWithheld") && body.flag("sourceWithheld"),
                language(body.optionalText("language").orElse("en")));
        return once.answer(() -> releases.request(command), id -> Answer.created(URI.create(PATH + id), new Made(id)));
    }

    /** {@code {sha256}}: approves the very bytes that the hash names. The last approval that is needed releases them. 204. */
    @POST
    @Path("{release}/approve")
    public Response approve(@PathParam("release") UUID release, String text) {
        String sha256 = Body.read(text).text("sha256");
        return once.answer(() -> approvals.approve(release, sha256));
    }

    /** {@code {reason}}: nothing leaves; 204. */
    @POST
    @Path("{release}/decline")
    public Response decline(@PathParam("release") UUID release, String text) {
        String reason = Body.read(text).text("reason");
        return once.answer(() -> approvals.decline(release, reason));
    }

    /** Its organisation no longer wants it; 204. */
    @POST
    @Path("{release}/withdraw")
    public Response withdraw(@PathParam("release") UUID release) {
        return once.answer(() -> releases.withdraw(release));
    }

    /** {@code {reason}}: the recipient reads it no longer, and has to destroy what was taken from it; 204. */
    @POST
    @Path("{release}/recall")
    public Response recall(@PathParam("release") UUID release, String text) {
        String reason = Body.read(text).text("reason");
        return once.answer(() -> releases.recall(release, reason));
    }

    /** Somebody of the recipient confirms that it was received; 204. */
    @POST
    @Path("{release}/confirm-receipt")
    public Response confirmReceipt(@PathParam("release") UUID release) {
        return once.answer(() -> received.confirmReceipt(release));
    }

    /** Somebody of the recipient confirms that it, and what was taken from it, was destroyed; 204. */
    @POST
    @Path("{release}/confirm-destruction")
    public Response confirmDestruction(@PathParam("release") UUID release) {
        return once.answer(() -> received.confirmDestruction(release));
    }

    /** The very bytes, for the recipient, the owner and who approves; the ETag is their SHA-256. Each download is in the trail. */
    @GET
    @Path("{release}/content")
    @Produces(MediaType.WILDCARD)
    public Response content(@PathParam("release") UUID release) {
        ReleasedFile file = received.content(release);
        return Response.ok(file.bytes(), file.mediaType())
                .tag(file.sha256())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static ReadingLanguage language(String tag) {
        return ReadingLanguage.ofTag(tag).orElseThrow(() -> Refusal.of(SharedError.MALFORMED, "field", "language"));
    }
}
