package org.sekisho.domain.party.organisation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.hash.Sha256;

/**
 * An organisation's public key of RSA, to which a one-time link is sealed when nobody of the organisation could hand it over. The other
 * half never comes here: who reads the portal, its log or its database can't open what was sealed.
 *
 * @param encoded the SubjectPublicKeyInfo (RFC 5280 section 4.1) in Base64
 */
public record LinkKey(String encoded) {

    /** The most characters that are taken for a key. */
    public static final int LIMIT = 4_000;

    private static final int LEAST_BITS = 3_072;
    private static final int MOST_BITS = 8_192;
    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");
    private static final OAEPParameterSpec PADDING =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    /**
     * Reads a key as {@code openssl pkey -pubout} writes it.
     *
     * @throws Refusal with {@link PartyError#LINK_KEY_MALFORMED} when it isn't one, or is of less than 3,072 bits
     */
    public static LinkKey ofPem(@Nullable String pem) {
        String text = Checks.requireText(pem, "linkKey", LIMIT);
        Matcher found = PEM.matcher(text);
        Checks.check(found.matches(), PartyError.LINK_KEY_MALFORMED);
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(found.group(1));
            LinkKey key = new LinkKey(Base64.getEncoder().encodeToString(bytes));
            int bits = key.key().getModulus().bitLength();
            Checks.check(bits >= LEAST_BITS && bits <= MOST_BITS, PartyError.LINK_KEY_MALFORMED);
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new Refusal(PartyError.LINK_KEY_MALFORMED);
        }
    }

    /** SHA-256 of the key in hexadecimal: what two people compare by telephone. */
    public String fingerprint() {
        return Sha256.hex(Base64.getDecoder().decode(encoded));
    }

    /** Seals a text that only the holder of the other half can open: RSAES-OAEP (RFC 8017 section 7.1) with SHA-256, in Base64. */
    public String seal(String text) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key(), PADDING);
            return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private RSAPublicKey key() throws GeneralSecurityException {
        byte[] bytes = Base64.getDecoder().decode(encoded);
        return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
    }
}
