package org.sekisho.ejb.assurance;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.certificate.CertificateDirectory;
import org.sekisho.domain.assurance.certificate.CertificateFacts;
import org.sekisho.domain.assurance.certificate.CertificateRow;
import org.sekisho.domain.assurance.certificate.CertificateTurn;
import org.sekisho.domain.assurance.certificate.Certificates;
import org.sekisho.domain.assurance.certificate.PackCertificate;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.Engagements;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** The certificate for which the packs of an audit are encrypted: whoever may request packs gives, replaces and withdraws it. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class CertificateService {

    @Inject
    private CurrentAct act;

    @Inject
    private Engagements engagements;

    @Inject
    private Certificates certificates;

    @Inject
    private CertificateDirectory directory;

    /** The certificate in use; empty where packs aren't encrypted. Whoever sees the audit sees it. */
    @Permission(value = "audit:read", recorded = Recorded.REFUSALS)
    public Optional<CertificateRow> certificate(@About(Engagement.KIND) UUID engagement) {
        engagements.require(engagement);
        return directory.latest(engagement).filter(turn -> turn.certificate().isPresent());
    }

    /** What was given and withdrawn, the latest first. Sorts: {@code number}. */
    @Permission(value = "audit:read", recorded = Recorded.REFUSALS)
    public Page<CertificateRow> certificates(@About(Engagement.KIND) UUID engagement, PageRequest page) {
        engagements.require(engagement);
        return directory.list(engagement, page);
    }

    /**
     * What a certificate says that somebody thinks of giving; nothing is kept.
     *
     * @param file PEM or DER, at most 16 KiB
     */
    @Permission(value = "pack:build", recorded = Recorded.REFUSALS)
    public CertificateFacts readCertificate(@About(Engagement.KIND) UUID engagement, byte[] file) {
        engagements.require(engagement).requireAuditor(act.actor(), act.now());
        return CertificateFacts.of(PackCertificate.of(file, act.now()));
    }

    /** Gives a certificate: packs that are requested from then on are encrypted for it. The turn's id. */
    @Permission("pack:build")
    public UUID giveCertificate(GiveCertificate command) {
        PackCertificate given = PackCertificate.of(command.file(), act.now());
        Checks.check(
                command.confirmed()
                        .filter(shown -> !shown.equals(given.sha256()))
                        .isEmpty(),
                AssuranceError.CERTIFICATE_ANOTHER);
        Engagement engagement = engagements.require(command.engagement());
        return add(
                CertificateTurn.give(act.actor(), engagement, given, certificates.latest(engagement.id()), act.now()));
    }

    /** Withdraws the certificate in use: packs that are requested from then on aren't encrypted. */
    @Permission("pack:build")
    public void withdrawCertificate(@About(Engagement.KIND) UUID engagement) {
        Engagement found = engagements.require(engagement);
        add(CertificateTurn.withdraw(act.actor(), found, certificates.latest(found.id()), act.now()));
    }

    private UUID add(CertificateTurn turn) {
        certificates.add(turn);
        act.happened(turn.event());
        return turn.id();
    }
}
