package org.sekisho.ejb.agreement;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.sekisho.ejb.document.PdfDocument;
import org.sekisho.ejb.document.PdfText;

/**
 * One version's document that may be sent: its reading is in the trail. It is laid out while it is written, outside any transaction.
 * The same text and time give the same bytes.
 *
 * @param name of the file, in ASCII
 * @param made the time that the document bears: of what happened last to a version that is fixed, of the reading to one that isn't
 */
public record AgreementPdf(String name, Instant made, PdfText text) {

    public static final String MEDIA_TYPE = "application/pdf";

    /** Writes the PDF; the stream is left open. */
    public void writeTo(OutputStream out) throws IOException {
        PdfDocument.write(text, made, out);
    }
}
