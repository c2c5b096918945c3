package org.sekisho.persistence.vault;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys and certificates in files of text (RFC 7468). */
final class Pem {

    private static final int LINE = 64;
    private static final String BLOCK = "-----BEGIN %1$s-----\\r?\\n([A-Za-z0-9+/=\\r\\n]{1,20000})-----END %1$s-----";

    private Pem() {}

    /** A block under a label. */
    static String block(String label, byte[] der) {
        String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }

    /** @throws IllegalArgumentException where the file has none */
    static PrivateKey privateKey(String file, String algorithm) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der(file, "PRIVATE KEY")));
    }

    /** @throws IllegalArgumentException where the file has none */
    static X509Certificate certificate(String file) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der(file, "CERTIFICATE")));
    }

    private static byte[] der(String file, String label) {
        Matcher block = Pattern.compile(BLOCK.formatted(label)).matcher(file);
        if (!block.find()) {
            throw new IllegalArgumentException("No PEM block " + label);
        }
        return Base64.getDecoder()
                .decode(block.group(1).replaceAll("[\\r\\n]", "").getBytes(StandardCharsets.US_ASCII));
    }
}
