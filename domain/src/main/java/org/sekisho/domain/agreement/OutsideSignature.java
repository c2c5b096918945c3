package org.sekisho.domain.agreement;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/**
 * A signature that was made outside, on a file.
 *
 * @param contentHash SHA-256 in hexadecimal of the content that was signed
 * @param fileHash SHA-256 in hexadecimal of the signed file, which is kept under it
 * @param fileName what the file was called
 * @param signedOn the day on which it was signed, in Tokyo
 */
public record OutsideSignature(
        SignatureMethod method, String contentHash, String fileHash, String fileName, LocalDate signedOn) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public OutsideSignature {
        if (!method.isOutside()) {
            throw new IllegalArgumentException("Not a way to sign outside: " + method);
        }
        requireHash(fileHash);
        fileName = Checks.requireText(fileName, "fileName", 200);
        Checks.require(signedOn, "signedOn");
    }

    static void requireHash(String hash) {
        if (!SHA_256.matcher(hash).matches()) {
            throw new Refusal(AgreementError.HASH_MALFORMED);
        }
    }
}
