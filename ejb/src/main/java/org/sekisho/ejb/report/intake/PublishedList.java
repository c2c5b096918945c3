package org.sekisho.ejb.report.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.sekisho.domain.report.severity.SeverityError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.proof.hash.Sha256;

/** A published list as it came: read before the use case, whose transaction doesn't wait for the sender. */
public record PublishedList(byte[] bytes) {

    /** Both lists have less than 3 MB as they are published. */
    public static final int MOST_BYTES = 32 << 20;

    /** @throws org.sekisho.domain.shared.Refusal {@link SeverityError#LIST_TOO_LARGE} */
    public static PublishedList read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        Checks.check(bytes.length <= MOST_BYTES, SeverityError.LIST_TOO_LARGE, Map.of("limit", MOST_BYTES));
        return new PublishedList(bytes);
    }

    /** SHA-256 of it, in lower-case hexadecimal. */
    public String sha256() {
        return Sha256.hex(bytes);
    }
}
