package org.sekisho.web.assurance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.certificate.CertificateFacts;
import org.sekisho.domain.assurance.certificate.CertificateRow;
import org.sekisho.domain.assurance.certificate.PackCertificate;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.assurance.CertificateService;
import org.sekisho.ejb.assurance.GiveCertificate;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;

/** The certificate that an audit's packs are encrypted for: a file is read, shown, and given once its fingerprint was confirmed. */
@Named
@RequestScoped
public class AuditCertificatePage {

    /** What was read comes back with the confirmation, in Base64; the portal keeps nothing in between. */
    private static final String READ = "certificate";

    private static final String SHOWN = "fingerprint";

    @Inject
    private AuditPage page;

    @Inject
    private CertificateService certificates;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    private @Nullable Optional<CertificateRow> certificate;
    private @Nullable CertificateFacts facts;
    private byte @Nullable [] read;
    private @Nullable Part file;

    @PostConstruct
    void require() {
        me.require("audit:read");
    }

    /** The certificate in use. */
    public Optional<CertificateRow> getCertificate() {
        if (certificate == null) {
            certificate = certificates.certificate(page.getId());
        }
        return certificate;
    }

    /** Whether its time is over, so that no pack can be requested. */
    public boolean isOver() {
        return getCertificate()
                .flatMap(CertificateRow::certificate)
                .filter(each -> each.isOver(clock.instant()))
                .isPresent();
    }

    /** What was given and withdrawn, the latest first. */
    public List<CertificateRow> getHistory() {
        return certificates.certificates(page.getId(), PageRequest.most()).items();
    }

    /** Whether there is one to confirm: it was read just now, or comes back from the form that confirms it. */
    public boolean isShown() {
        if (facts == null && request.getParameter(READ) != null) {
            try {
                facts = certificates.readCertificate(page.getId(), bytes());
            } catch (Refusal changed) {
                // Whoever confirms it learns why; there is nothing to show.
                return false;
            }
        }
        return facts != null;
    }

    /** What stands in the file that was read. */
    public CertificateFacts getFacts() {
        return Objects.requireNonNull(facts);
    }

    /** What was read, for the form that confirms it. */
    public String getBase64() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    private byte[] bytes() {
        if (read == null) {
            try {
                read = Base64.getDecoder().decode(FormValues.text(request.getParameter(READ)));
            } catch (IllegalArgumentException malformed) {
                throw Refusal.of(SharedError.MALFORMED, "field", READ);
            }
        }
        return read;
    }

    /** Reads a file and shows what it says. */
    public void examine() {
        Part given = file;
        if (given == null || FormValues.text(given.getSubmittedFileName()).isEmpty()) {
            notices.wrong("file", "certificate.file-missing");
            return;
        }
        try (InputStream content = given.getInputStream()) {
            byte[] some = content.readNBytes(PackCertificate.MOST_BYTES + 1);
            facts = certificates.readCertificate(page.getId(), some);
            read = some;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Gives the one that was shown. */
    public void give() {
        certificates.giveCertificate(
                new GiveCertificate(page.getId(), bytes(), Optional.ofNullable(request.getParameter(SHOWN))));
        notices.done("certificate.done.given", Map.of());
        notices.leadTo("/audit-certificate?audit=" + page.getId());
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
