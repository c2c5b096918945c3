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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.FoundBy;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportContentJson;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.reading.ReportFilter;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.report.FileReport;
import org.sekisho.ejb.report.ReportService;
import org.sekisho.ejb.report.ReviseReport;
import org.sekisho.proof.json.CanonicalJson;

/** Reports: list, one, filed, revised. */
@Path("reports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReportsResource {

    @Inject
    private ReportService reports;

    @Inject
    private OrganisationService organisations;

    @Inject
    private AgreementNames agreements;

    @Inject
    private Once once;

    /** Which reports a list holds. */
    public static class Which {

        @QueryParam("state")
        private @Nullable List<String> states;

        @QueryParam("tier")
        private @Nullable String tier;

        @QueryParam("label")
        private @Nullable String label;

        @QueryParam("agreement")
        private @Nullable String agreement;

        @QueryParam("organisation")
        private @Nullable String organisation;

        @QueryParam("q")
        private @Nullable String marker;

        @QueryParam("import")
        private @Nullable UUID intake;

        private ReportFilter filter(AgreementNames agreements, OrganisationService organisations) {
            Set<ReportState> any = new HashSet<>();
            for (String state : states == null ? List.<String>of() : states) {
                Listing.constant(state, ReportState.class, "state").ifPresent(any::add);
            }
            return new ReportFilter(
                    Listing.given(agreement).map(agreements::id),
                    Listing.given(organisation)
                            .map(name -> organisations.find(name).id()),
                    any,
                    Listing.constant(tier, RiskTier.class, "tier"),
                    Listing.constant(label, Tlp.class, "label"),
                    Listing.given(marker),
                    Optional.ofNullable(intake));
        }
    }

    /** Reports the caller may see, the latest first; titles only of those that they may read. */
    @GET
    public Items<ReportRow> list(@BeanParam Which which, @BeanParam Listing listing) {
        return Items.of(reports.list(which.filter(agreements, organisations), listing.page()));
    }

    /** One report, as far as the caller may see it; the reading is recorded. */
    @GET
    @Path("{report}")
    public ReportAnswer one(@PathParam("report") UUID report) {
        return ReportAnswer.of(reports.one(report));
    }

    /** {@code {agreement,label,content,environment,tool,toolVersion,run}}, of which the last four may be left out: files a report for the caller's institution; 201. */
    @POST
    public Response file(String text) {
        Body body = Body.read(text);
        FileReport command = new FileReport(
                agreements.id(body.text("agreement")),
                Listing.required(body.text("label"), Tlp.class, "label"),
                content(body),
                Assessment.NONE,
                foundBy(body));
        return once.answer(() -> reports.file(command), id -> Answer.created(place(id), new Made(id)));
    }

    /** {@code {revision,content}}: writes a new revision of the one that was read. */
    @POST
    @Path("{report}/revisions")
    public Response revise(@PathParam("report") UUID report, String text) {
        Body body = Body.read(text);
        ReviseReport command = new ReviseReport(report, body.text("revision"), content(body));
        return once.answer(() -> reports.revise(command), () -> Answer.ok(one(report)));
    }

    /** What a revision says, byte for byte: {@code sha256sum} over the answer gives the hash that stands on every vote. */
    @GET
    @Path("{report}/revisions/{number}/content")
    @Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
    public String content(@PathParam("report") UUID report, @PathParam("number") int number) {
        return reports.content(report, number);
    }

    private static FoundBy foundBy(Body body) {
        return new FoundBy(
                body.optionalText("environment").orElse(""),
                body.optionalText("tool").orElse(""),
                body.optionalText("toolVersion").orElse(""),
                body.optionalText("run").orElse(""));
    }

    private static ReportContent content(Body body) {
        return ReportContentJson.read(CanonicalJson.text(
                body.json("content").orElseThrow(() -> Refusal.of(SharedError.REQUIRED, "field", "content"))));
    }

    private static URI place(UUID report) {
        return URI.create("/api/v1/reports/" + report);
    }
}
