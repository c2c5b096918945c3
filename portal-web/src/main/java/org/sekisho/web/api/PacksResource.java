package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.pack.PackRow;
import org.sekisho.domain.assurance.pack.PackState;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.assurance.PackService;
import org.sekisho.ejb.assurance.RangeWanted;
import org.sekisho.ejb.shared.FileToSend;
import org.sekisho.web.shared.FileHeaders;
import org.sekisho.web.shared.RefusalWords;

/** One pack: how far it is, and its bytes. */
@Path("packs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PacksResource {

    private static final String ZIP = "application/zip";
    private static final String ENCRYPTED = "application/octet-stream";
    private static final String ENVELOPE = "application/pkcs7-mime";

    @Inject
    private PackService packs;

    @Inject
    private Once once;

    @Context
    private HttpHeaders headers;

    /** The pack, with its progress. */
    @GET
    @Path("{id}")
    public PackAnswer one(@PathParam("id") UUID id) {
        return PackAnswer.of(packs.one(id));
    }

    /** Puts a failed pack back into the queue. */
    @POST
    @Path("{id}/retry")
    public Response retry(@PathParam("id") UUID id) {
        return once.answer(() -> packs.retry(id));
    }

    /** What opens an encrypted pack (CMS EnvelopedData, DER) for whoever has the key of its certificate. */
    @GET
    @Path("{id}/envelope")
    @Produces({ENVELOPE, MediaType.APPLICATION_JSON})
    public Response envelope(@PathParam("id") UUID id) {
        FileToSend file = packs.envelope(id);
        StreamingOutput bytes = file::writeTo;
        Response.ResponseBuilder response = Response.ok();
        FileHeaders.of(file).forEach(response::header);
        return response.entity(bytes).build();
    }

    /** The file (a ZIP file, encrypted where a certificate is in use), or the range that is asked for (RFC 9110, section 14); the ETag is the SHA-256 of the whole file. */
    @GET
    @Path("{id}/content")
    @Produces({ZIP, ENCRYPTED, MediaType.APPLICATION_JSON})
    public Response content(
            @PathParam("id") UUID id,
            @HeaderParam(FileHeaders.RANGE) @Nullable String range,
            @HeaderParam(FileHeaders.IF_RANGE) @Nullable String ifRange) {
        FileToSend file;
        try {
            file = packs.download(id, new RangeWanted(Listing.given(range), Listing.given(ifRange)));
        } catch (Refusal refusal) {
            if (refusal.code() == SharedError.NOT_PERMITTED) {
                // What one may not see isn't there, whatever one may not do with it.
                packs.one(id);
            }
            if (refusal.code() != AssuranceError.PACK_RANGE) {
                throw refusal;
            }
            return Response.fromResponse(Problem.of(
                            Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE.getStatusCode(),
                            refusal.code().code(),
                            RefusalWords.of(refusal, Problems.locale(headers)),
                            refusal.parameters()))
                    .header("Content-Range", FileHeaders.unsatisfied(refusal))
                    .build();
        }
        StreamingOutput bytes = file::writeTo;
        Response.ResponseBuilder response =
                Response.status(file.isPartial() ? Response.Status.PARTIAL_CONTENT : Response.Status.OK);
        FileHeaders.of(file).forEach(response::header);
        return response.entity(bytes).build();
    }

    /** What a download would be; nothing is sent, and none is recorded. */
    @HEAD
    @Path("{id}/content")
    public Response head(@PathParam("id") UUID id) {
        PackRow pack = packs.one(id);
        if (pack.state() != PackState.READY) {
            throw new Refusal(AssuranceError.PACK_NOT_READY);
        }
        Response.ResponseBuilder response = Response.ok();
        FileHeaders.ofWhole(
                        pack.certificate().isPresent() ? ENCRYPTED : ZIP,
                        pack.size().orElse(0),
                        pack.sha256().orElse(""))
                .forEach(response::header);
        return response.build();
    }
}
