package org.sekisho.web.assurance;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.agreement.PublishedCertificate;
import org.sekisho.ejb.agreement.SignedDocumentService;
import org.sekisho.ejb.assurance.AuditReportService;
import org.sekisho.ejb.assurance.EvidenceService;
import org.sekisho.ejb.assurance.PackKeyService;
import org.sekisho.ejb.assurance.PackService;
import org.sekisho.ejb.assurance.RangeWanted;
import org.sekisho.ejb.shared.FileToSend;
import org.sekisho.web.shared.FileHeaders;
import org.sekisho.web.shared.FormValues;

/**
 * Sends packs and evidence to the browser, whole or by ranges, so that a download that broke off goes on. The reading is recorded
 * before the first byte leaves. Public keys and the verifier are for everybody.
 */
@WebServlet(
        urlPatterns = {
            FileServlet.PACK,
            FileServlet.ENVELOPE,
            FileServlet.EVIDENCE,
            FileServlet.REPORT,
            FileServlet.KEY,
            FileServlet.DOCUMENTS,
            FileServlet.VERIFIER
        })
public class FileServlet extends HttpServlet {

    static final String PACK = "/pack-file";
    static final String ENVELOPE = "/pack-envelope";
    static final String EVIDENCE = "/evidence-file";
    static final String REPORT = "/audit-report-file";
    static final String KEY = "/keys/pack.pem";
    static final String DOCUMENTS = "/keys/documents.pem";
    static final String VERIFIER = "/keys/sekisho-verify.jar";
    /** The module is a runnable jar of its own: the same file, under the name that auditors know. */
    private static final String VERIFIER_FILE = "/WEB-INF/lib/sekisho-proof.jar";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient PackService packs;

    @Inject
    private transient EvidenceService evidence;

    @Inject
    private transient AuditReportService reports;

    @Inject
    private transient PackKeyService keys;

    @Inject
    private transient SignedDocumentService documents;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (request.getServletPath().equals(KEY)) {
                pem(response, "pack.pem", keys.key().pem());
                return;
            }
            if (request.getServletPath().equals(DOCUMENTS)) {
                pem(
                        response,
                        "documents.pem",
                        documents.certificates().stream()
                                .map(PublishedCertificate::pem)
                                .collect(Collectors.joining()));
                return;
            }
            if (request.getServletPath().equals(VERIFIER)) {
                verifier(response);
                return;
            }
            FileToSend file = file(request);
            response.setStatus(file.isPartial() ? HttpServletResponse.SC_PARTIAL_CONTENT : HttpServletResponse.SC_OK);
            FileHeaders.of(file).forEach(response::setHeader);
            file.writeTo(response.getOutputStream());
        } catch (Refusal refusal) {
            refuse(request, response, refusal);
        }
    }

    /** Nothing is sent without being recorded, and nobody needs the head alone. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private FileToSend file(HttpServletRequest request) {
        RangeWanted range = new RangeWanted(
                Optional.ofNullable(request.getHeader(FileHeaders.RANGE)),
                Optional.ofNullable(request.getHeader(FileHeaders.IF_RANGE)));
        UUID id = FormValues.requireId(request, "id");
        return switch (request.getServletPath()) {
            case PACK -> packs.download(id, range);
            case ENVELOPE -> packs.envelope(id);
            case REPORT -> reports.report(id, range);
            default -> evidence.content(id, FormValues.id(request.getParameter("audit")), range);
        };
    }

    private static void pem(HttpServletResponse response, String name, String pem) throws IOException {
        response.setContentType("application/x-pem-file");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.getOutputStream().write(pem.getBytes(StandardCharsets.US_ASCII));
    }

    private void verifier(HttpServletResponse response) throws IOException {
        try (InputStream jar = getServletContext().getResourceAsStream(VERIFIER_FILE)) {
            if (jar == null) {
                throw new IOException("The portal was packed without " + VERIFIER_FILE);
            }
            response.setContentType("application/java-archive");
            response.setHeader("Content-Disposition", "attachment; filename=\"sekisho-verify.jar\"");
            jar.transferTo(response.getOutputStream());
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws IOException {
        if (response.isCommitted()) {
            throw refusal;
        }
        if (refusal.code() == AssuranceError.PACK_RANGE) {
            response.setHeader("Content-Range", FileHeaders.unsatisfied(refusal));
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            // Or the container would put a page of its own, which says what it is, in the place of the file.
            response.setContentLength(0);
            response.flushBuffer();
            return;
        }
        switch (refusal.code().kind()) {
            case UNAUTHENTICATED -> response.sendRedirect("/sign-in");
                // Whether there is such a file is no business of whoever may not have it.
            case FORBIDDEN, NOT_FOUND, INVALID, CONFLICT, LIMITED -> response.sendError(
                    HttpServletResponse.SC_NOT_FOUND);
            case UNAVAILABLE -> response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
