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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.LevelDecision;
import org.sekisho.domain.agreement.SignedDocumentRow;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.agreement.AgreementPdf;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.ejb.agreement.RecordApproval;
import org.sekisho.ejb.agreement.SignAgreement;
import org.sekisho.ejb.agreement.SignedDocumentService;
import org.sekisho.ejb.agreement.SigningService;
import org.sekisho.ejb.shared.FileToSend;
import org.sekisho.web.shared.FileHeaders;

/** How an agreement's newest version comes to be signed. */
@Path("agreements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SigningResource {

    @Inject
    private SigningService signing;

    @Inject
    private AgreementService agreements;

    @Inject
    private SignedDocumentService documents;

    @Inject
    private AgreementNames names;

    @Inject
    private Once once;

    /** What is signed, byte for byte: {@code sha256sum} over the answer gives the hash that stands on every signature. */
    @GET
    @Path("{agreement}/versions/{number}/content")
    @Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
    public String content(@PathParam("agreement") String name, @PathParam("number") int number) {
        return agreements.content(names.id(name), number);
    }

    /**
     * The version's document as PDF; the reading is recorded.
     *
     * @param language {@code ja} or {@code en}; what the caller reads first where nothing is said
     */
    @GET
    @Path("{agreement}/versions/{number}/document")
    @Produces({AgreementPdf.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    public Response document(
            @PathParam("agreement") String name,
            @PathParam("number") int number,
            @QueryParam("language") @Nullable String language,
            @Context HttpHeaders headers) {
        AgreementPdf pdf = agreements.download(names.id(name), number, language(language, headers));
        StreamingOutput bytes = pdf::writeTo;
        return Response.ok(bytes, AgreementPdf.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + pdf.name() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** What the portal signed of the version: for each language hash, certificate and time; none before it came into force. */
    @GET
    @Path("{agreement}/versions/{number}/signed-documents")
    public Items<SignedDocumentRow> signed(@PathParam("agreement") String name, @PathParam("number") int number) {
        return new Items<>(documents.signedDocuments(names.id(name), number), Optional.empty());
    }

    /**
     * The PDF that the portal signed, byte for byte; the reading is recorded. 404 before it is made.
     *
     * @param language {@code ja} or {@code en}; what the caller reads first where nothing is said
     */
    @GET
    @Path("{agreement}/versions/{number}/signed-document")
    @Produces({AgreementPdf.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    public Response signedDocument(
            @PathParam("agreement") String name,
            @PathParam("number") int number,
            @QueryParam("language") @Nullable String language,
            @Context HttpHeaders headers) {
        FileToSend file = documents.signedDocument(names.id(name), number, language(language, headers));
        StreamingOutput bytes = file::writeTo;
        Response.ResponseBuilder answer = Response.ok();
        FileHeaders.of(file).forEach(answer::header);
        // It is small: ranges of it aren't given.
        return answer.header(FileHeaders.ACCEPT_RANGES, null).entity(bytes).build();
    }

    /** {@code {governsFrom?}}: fixes the content of the newest version. */
    @POST
    @Path("{agreement}/open-signing")
    public Response open(@PathParam("agreement") String name, String text) {
        UUID id = names.id(name);
        Optional<LocalDate> from = Body.read(text).optionalDay("governsFrom");
        return names.act(id, () -> signing.openSigning(id, from));
    }

    /** {@code {levels:[…]}}: begins the internal approval of the caller's party. */
    @POST
    @Path("{agreement}/approvals")
    public Response plan(@PathParam("agreement") String name, String text) {
        UUID id = names.id(name);
        List<String> levels = Body.read(text).texts("levels");
        int newest = names.latest(id);
        return names.act(id, () -> signing.planApproval(id, newest, levels));
    }

    /** {@code {level,name,approved,decidedOn,remark?,decisionNumber?}}: what one level of the own party decided. */
    @POST
    @Path("{agreement}/approvals/levels")
    public Response record(@PathParam("agreement") String name, String text) {
        Body body = Body.read(text);
        UUID id = names.id(name);
        LevelDecision decision = new LevelDecision(
                body.number("level"),
                body.text("name"),
                body.flag("approved"),
                body.day("decidedOn"),
                body.optionalText("remark").orElse(""),
                body.optionalText("decisionNumber"));
        RecordApproval command = new RecordApproval(id, names.latest(id), decision);
        return names.act(id, () -> signing.recordApproval(command));
    }

    /**
     * {@code {hash,password,otp?,authority?,version?}}: signs for the caller's party, with credentials entered again. Under an
     * Idempotency-Key the request is known by the rest of its body: no hash of a password is kept.
     */
    @POST
    @Path("{agreement}/sign")
    public Response sign(@PathParam("agreement") String name, String text) {
        Body body = Body.read(text);
        UUID id = names.id(name);
        SignAgreement command = new SignAgreement(
                id,
                body.optionalNumber("version").orElseGet(() -> names.latest(id)),
                body.text("hash"),
                body.optionalId("authority"),
                body.text("password"),
                body.optionalText("otp").orElse(""));
        once.identifyBy(body.without("password", "otp"));
        return names.act(id, () -> signing.sign(command));
    }

    private static Language language(@Nullable String given, HttpHeaders headers) {
        if (given == null) {
            return Language.of(headers.getAcceptableLanguages().get(0));
        }
        return switch (given) {
            case "ja" -> Language.JA;
            case "en" -> Language.EN;
            default -> throw Refusal.of(SharedError.MALFORMED, "field", "language");
        };
    }
}
