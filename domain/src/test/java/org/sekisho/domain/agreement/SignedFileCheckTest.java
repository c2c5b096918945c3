package org.sekisho.domain.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.domain.agreement.Refusals.refuses;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.sekisho.proof.hash.Sha256;

/** What is taken in as a file signed outside. */
class SignedFileCheckTest {

    private static final String SOUND = "%PDF-1.7\n1 0 obj\n" + "x".repeat(3_000) + "\nstartxref\n0\n%%EOF\n";

    @Test
    void aWholePdfPassesHoweverItIsCut() {
        for (int part : new int[] {1, 2, 7, 1_024, SOUND.length()}) {
            SignedFileCheck check = new SignedFileCheck();
            take(check, SOUND, part);
            assertEquals(Sha256.hex(SOUND.getBytes(StandardCharsets.US_ASCII)), check.finish());
            assertEquals(SOUND.length(), check.size());
        }
    }

    @Test
    void somethingElseIsRefusedAtItsFirstBytes() {
        refuses(AgreementError.FILE_NOT_PDF, () -> take(new SignedFileCheck(), "PK\u0003\u0004 and more", 64));
    }

    @Test
    void aFileTooShortForAHeadIsRefusedAtItsEnd() {
        SignedFileCheck check = new SignedFileCheck();
        take(check, "%PD", 3);
        refuses(AgreementError.FILE_NOT_PDF, check::finish);
    }

    @Test
    void aPdfThatBreaksOffIsRefused() {
        SignedFileCheck check = new SignedFileCheck();
        take(check, SOUND.substring(0, 2_000), 512);
        refuses(AgreementError.FILE_NOT_PDF, check::finish);
    }

    @Test
    void anEndMarkFarBeforeTheEndDoesNotCount() {
        SignedFileCheck check = new SignedFileCheck();
        take(check, SOUND + "y".repeat(1_100), 512);
        refuses(AgreementError.FILE_NOT_PDF, check::finish);
    }

    @Test
    void nothingIsRefused() {
        refuses(AgreementError.FILE_EMPTY, () -> new SignedFileCheck().finish());
    }

    @Test
    void moreThanTheLimitIsRefusedWhileItComes() {
        SignedFileCheck check = new SignedFileCheck();
        take(check, SOUND, SOUND.length());
        byte[] more = new byte[1024 * 1024];
        refuses(AgreementError.FILE_TOO_LARGE, () -> {
            for (long sent = 0; sent <= SignedFileCheck.MOST_BYTES; sent += more.length) {
                check.update(more, more.length);
            }
        });
        refuses(AgreementError.FILE_TOO_LARGE, () -> SignedFileCheck.checkSize(SignedFileCheck.MOST_BYTES + 1));
    }

    private static void take(SignedFileCheck check, String text, int part) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < bytes.length; at += part) {
            int length = Math.min(part, bytes.length - at);
            byte[] buffer = new byte[part];
            System.arraycopy(bytes, at, buffer, 0, length);
            check.update(buffer, length);
        }
    }
}
