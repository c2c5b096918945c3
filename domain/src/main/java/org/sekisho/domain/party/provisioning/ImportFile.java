package org.sekisho.domain.party.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/** The bytes of an uploaded table, made into text or refused before anything of it is read. */
public final class ImportFile {

    /** The most bytes of a file. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    /** What spreadsheets in Japan write unless told otherwise: Shift_JIS with the vendor's characters. */
    private static final String SHIFT_JIS = "windows-31j";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ImportFile() {}

    /**
     * The text of a file in UTF-8, without the byte order mark.
     *
     * @param bytes read up to one byte beyond the limit, however long the stream is
     * @throws Refusal with {@link PartyError#IMPORT_TOO_LARGE}, {@link PartyError#IMPORT_SHIFT_JIS},
     *     {@link PartyError#IMPORT_NOT_UTF8} or {@link PartyError#IMPORT_EMPTY}
     */
    public static String text(InputStream bytes) throws IOException {
        byte[] read = bytes.readNBytes(MOST_BYTES + 1);
        Checks.check(read.length <= MOST_BYTES, PartyError.IMPORT_TOO_LARGE, Map.of("limit", MOST_BYTES));
        Optional<String> text = decode(read, StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            boolean shiftJis = Charset.isSupported(SHIFT_JIS)
                    && decode(read, Charset.forName(SHIFT_JIS))
                            .filter(ImportFile::isText)
                            .isPresent();
            throw new Refusal(shiftJis ? PartyError.IMPORT_SHIFT_JIS : PartyError.IMPORT_NOT_UTF8);
        }
        // UTF-16 of plain ASCII is valid UTF-8, with a NUL in every character.
        Checks.check(isText(text.get()), PartyError.IMPORT_NOT_UTF8);
        String plain = text.get();
        String body = plain.startsWith(String.valueOf(BYTE_ORDER_MARK)) ? plain.substring(1) : plain;
        Checks.check(!body.isBlank(), PartyError.IMPORT_EMPTY);
        return body;
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isText(String text) {
        return text.chars().allMatch(each -> each >= ' ' || each == '\t' || each == '\n' || each == '\r');
    }
}
