package org.sekisho.ejb.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** Lays a text out as PDF/A-2b (ISO 19005-2), with the product's fonts embedded. */
public final class PdfDocument {

    private static final String FAMILY = "Noto Sans JP";
    private static final Pattern CREATED =
            Pattern.compile("<xmp:(Create|Modify)Date>[^<]*</xmp:(?:Create|Modify)Date>");
    private static final int BOLD = 700;
    private static final int REGULAR = 400;

    private PdfDocument() {}

    /**
     * Writes the document. The same text and time give the same document.
     *
     * @param made the time that the document says it was made at
     * @param out gets the PDF; not closed
     */
    public static void write(PdfText text, Instant made, OutputStream out) throws IOException {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfAConformance.PDFA_2_B);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useFont(() -> resource("fonts/NotoSansJP-Regular.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> resource("fonts/NotoSansJP-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true);
        builder.useUriResolver((base, address) -> null);
        builder.withHtmlContent(text.xhtml(style()), null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            date(document.getDocumentInformation(), text, made);
            dateMetadata(document, made);
            text.language().ifPresent(language -> document.getDocumentCatalog().setLanguage(language.toLanguageTag()));
            document.setDocumentId(made.toEpochMilli());
            // Fonts get their glyphs when a document is saved, and only the first time.
            document.save(OutputStream.nullOutputStream());
            dropGlyphLists(document);
            document.save(out);
            document.close();
        }
    }

    private static void date(PDDocumentInformation information, PdfText text, Instant made) {
        Calendar calendar = GregorianCalendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(made.toEpochMilli());
        information.setTitle(text.title());
        information.setCreationDate(calendar);
        information.setModificationDate(calendar);
    }

    /** The renderer wrote the time of the clock into the metadata (XMP), and PDF/A wants both to agree. */
    private static void dateMetadata(PDDocument document, Instant made) throws IOException {
        String xmp = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
        String dated = CREATED.matcher(xmp)
                .replaceAll("<xmp:$1Date>" + made.truncatedTo(ChronoUnit.SECONDS) + "</xmp:$1Date>");
        PDMetadata metadata =
                new PDMetadata(document, new ByteArrayInputStream(dated.getBytes(StandardCharsets.UTF_8)));
        document.getDocumentCatalog().setMetadata(metadata);
    }

    /**
     * A list of an embedded font's glyphs (CIDSet) is optional, and the one that is written leaves out glyphs that the font holds only as parts of
     * others, which PDF/A forbids (ISO 19005-2, 6.2.11.4.2).
     */
    private static void dropGlyphLists(PDDocument document) {
        for (PDPage page : document.getPages()) {
            COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            if (fonts == null) {
                continue;
            }
            for (COSName name : fonts.keySet()) {
                COSArray descendants = Objects.requireNonNull(fonts.getCOSDictionary(name), name::getName)
                        .getCOSArray(COSName.DESCENDANT_FONTS);
                if (descendants != null && descendants.getObject(0) instanceof COSDictionary font) {
                    Objects.requireNonNull(font.getCOSDictionary(COSName.FONT_DESC), name::getName)
                            .removeItem(COSName.CID_SET);
                }
            }
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(PdfDocument.class.getResourceAsStream(name), name);
    }

    private static String style() throws IOException {
        try (InputStream style = resource("document.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
