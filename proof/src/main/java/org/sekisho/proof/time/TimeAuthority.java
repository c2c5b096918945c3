package org.sekisho.proof.time;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Authorities that are believed. A chain (PKIX; RFC 5280, section 6) has to lead from the token's certificate to one of them, as it was valid
 * at the token's time. Revocation isn't asked for: the verifier works offline.
 */
public final class TimeAuthority {

    private final Set<TrustAnchor> anchors;

    private TimeAuthority(Set<TrustAnchor> anchors) {
        this.anchors = anchors;
    }

    /** @throws TimeException where the file holds no certificates in PEM */
    public static TimeAuthority read(Path pem) throws TimeException {
        try (InputStream file = Files.newInputStream(pem)) {
            Set<TrustAnchor> anchors = CertificateFactory.getInstance("X.509").generateCertificates(file).stream()
                    .map(certificate -> new TrustAnchor((X509Certificate) certificate, null))
                    .collect(Collectors.toUnmodifiableSet());
            if (!anchors.isEmpty()) {
                return new TimeAuthority(anchors);
            }
        } catch (IOException | CertificateException e) {
            throw new TimeException(TimeProblem.AUTHORITY_UNREADABLE, e);
        }
        throw new TimeException(TimeProblem.AUTHORITY_UNREADABLE);
    }

    /** @throws TimeException where no chain leads to an authority that is believed */
    public void require(VerifiedTime token) throws TimeException {
        X509CertSelector signer = new X509CertSelector();
        signer.setCertificate(token.signer());
        try {
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, signer);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(token.time()));
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(token.certificates())));
            CertPathBuilder.getInstance("PKIX").build(parameters);
        } catch (GeneralSecurityException e) {
            throw new TimeException(TimeProblem.TOKEN_AUTHORITY_UNKNOWN, e);
        }
    }
}
