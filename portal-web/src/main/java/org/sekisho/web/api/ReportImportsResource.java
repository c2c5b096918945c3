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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.intake.IntakeFilter;
import org.sekisho.domain.report.intake.IntakeState;
import org.sekisho.domain.report.intake.RejectReason;
import org.sekisho.domain.report.intake.Rejection;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.report.intake.BegunIntake;
import org.sekisho.ejb.report.intake.ImportReports;
import org.sekisho.ejb.report.intake.IntakeLine;
import org.sekisho.ejb.report.intake.IntakeRunner;
import org.sekisho.ejb.report.intake.IntakeService;
import org.sekisho.ejb.report.intake.IntakeUpload;
import org.sekisho.ejb.report.intake.SourceFileService;
import org.sekisho.ejb.shared.FileToSend;
import org.sekisho.web.shared.FileHeaders;

/** Files of reports: handed in whole, read beside the request, looked at item by item. */
@Path("reports/import")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReportImportsResource {

    /** The path that the body of a file is sent to: it is sealed while it comes, and held nowhere. */
    static final String STREAMED = "reports/import";

    private static final String PATH = "/api/v1/reports/import/";
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final String BYTES = "application/octet-stream";
    private static final int MOST_REJECTED = 1_000;

    @Inject
    private IntakeService intakes;

    @Inject
    private SourceFileService files;

    @Inject
    private IntakeRunner runner;

    @Inject
    private AgreementNames agreements;

    @Inject
    private Once once;

    @Inject
    private Settings settings;

    /** What a file is imported as. */
    public static class Origin {

        @QueryParam("agreement")
        private @Nullable String agreement;

        @QueryParam("format")
        private @Nullable String format;

        @QueryParam("environment")
        private @Nullable String environment;

        @QueryParam("tool")
        private @Nullable String tool;

        @QueryParam("toolVersion")
        private @Nullable String toolVersion;

        @QueryParam("run")
        private @Nullable String run;

        @QueryParam("label")
        private @Nullable String label;

        @QueryParam("fileName")
        private @Nullable String fileName;

        private ImportReports command(AgreementNames agreements) {
            String named =
                    Listing.given(agreement).orElseThrow(() -> Refusal.of(SharedError.REQUIRED, "field", "agreement"));
            String word = Listing.given(format).orElseThrow(() -> Refusal.of(SharedError.REQUIRED, "field", "format"));
            SourceFormat known =
                    SourceFormat.of(word).orElseThrow(() -> Refusal.of(SharedError.MALFORMED, "field", "format"));
            return new ImportReports(
                    agreements.id(named),
                    known,
                    Listing.given(environment).orElse(""),
                    Listing.given(tool).orElse(""),
                    Listing.given(toolVersion).orElse(""),
                    Listing.given(run).orElse(""),
                    Listing.constant(label, Tlp.class, "label").orElse(Tlp.AMBER),
                    Listing.given(fileName).orElse("import." + known.word()));
        }
    }

    /**
     * Imports a file, packed by gzip or not: 200 with what became of its items when it is done within 20 seconds, else 202 with where to
     * ask. The same file makes nothing twice. A file that can't be taken in is refused, and nothing of it stays.
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response importReports(@BeanParam Origin origin, InputStream body) throws IOException {
        IntakeUpload upload = intakes.open(origin.command(agreements));
        upload.take(body);
        once.bodyIs(upload.sha256());
        return once.answer(() -> intakes.begin(upload), this::ended, this::begun);
    }

    /** The imports of one's organisation, the latest first. */
    @GET
    public Items<ReportImportAnswer> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("format") @Nullable String format,
            @BeanParam Listing listing) {
        IntakeFilter filter = new IntakeFilter(
                Listing.constant(state, IntakeState.class, "state").map(Set::of).orElse(Set.of()),
                Listing.given(format).map(word -> SourceFormat.of(word)
                        .orElseThrow(() -> Refusal.of(SharedError.MALFORMED, "field", "format"))),
                Optional.empty());
        return Items.of(
                intakes.list(filter, listing.page()).map(line -> ReportImportAnswer.of(line, false, List.of())));
    }

    /** One import, with how far it has come. */
    @GET
    @Path("{id}")
    public ReportImportAnswer one(@PathParam("id") UUID id) {
        return ReportImportAnswer.of(intakes.one(id), false, rejected(id));
    }

    /** The items that became nothing, in the order of the file. */
    @GET
    @Path("{id}/rejections")
    public Items<ReportImportAnswer.RejectedItem> rejections(
            @PathParam("id") UUID id, @QueryParam("reason") @Nullable String reason, @BeanParam Listing listing) {
        return Items.of(intakes.rejections(id, Listing.constant(reason, RejectReason.class, "reason"), listing.page())
                .map(ReportImportAnswer.RejectedItem::of));
    }

    /** The items that are the same as earlier findings, in the order of the file. */
    @GET
    @Path("{id}/duplicates")
    public Items<DuplicateItem> duplicates(@PathParam("id") UUID id, @BeanParam Listing listing) {
        return Items.of(intakes.repeats(id, listing.page()).map(DuplicateItem::of));
    }

    /** Goes on with an import that broke off, from the beginning of its file: 202 with where to ask. */
    @POST
    @Path("{id}/take-over")
    public Response takeOver(@PathParam("id") UUID id) {
        return once.answer(
                () -> {
                    intakes.takeOver(id);
                    return new BegunIntake(id, false);
                },
                this::begun);
    }

    /** {@code {reason}}: the file as it came, byte by byte; the ETag is its SHA-256. Nothing is masked in it, and nothing of it is kept for a repetition. */
    @POST
    @Path("{id}/file")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({BYTES, MediaType.APPLICATION_JSON})
    public Response file(@PathParam("id") UUID id, String text) {
        FileToSend file = files.handOut(id, Body.read(text).text("reason"));
        StreamingOutput bytes = file::writeTo;
        Response.ResponseBuilder response = Response.ok();
        FileHeaders.of(file).forEach(response::header);
        return response.entity(bytes).build();
    }

    private Answer ended(BegunIntake begun) {
        runner.await(begun.intake(), LONGEST);
        IntakeLine line = intakes.one(begun.intake());
        return switch (line.row().state()) {
            case STAGING -> begun(begun);
            case REFUSED, ABANDONED -> throw line.row()
                    .failure()
                    .map(failure -> failure.refusal())
                    .orElseGet(() -> new Refusal(SharedError.CHANGED_MEANWHILE));
            case PUBLISHED -> Answer.ok(ReportImportAnswer.of(line, begun.repeated(), rejected(begun.intake())));
        };
    }

    private Answer begun(BegunIntake begun) {
        return new Answer(
                Response.Status.ACCEPTED.getStatusCode(),
                URI.create(settings.publicUrl() + PATH + begun.intake()).toString(),
                Answer.json(new Made(begun.intake())));
    }

    private List<Rejection> rejected(UUID intake) {
        List<Rejection> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Rejection> page = intakes.rejections(
                    intake, Optional.empty(), new PageRequest(PageRequest.MOST, after, Optional.empty(), false));
            all.addAll(page.items());
            after = page.next();
        } while (after.isPresent() && all.size() < MOST_REJECTED);
        return all;
    }
}
