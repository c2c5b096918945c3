package org.sekisho.ejb.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.ejb.document.PdfText.Fact;

/** Whatever is put into a document, it stays PDF/A-2b, and its label stands on every page. */
class PdfDocumentTest {

    private static final Instant MADE = Instant.parse("2026-11-28T05:00:00.123456Z");
    private static final String LONG = "攻撃の経路は、外部に公開された認証の入口から始まり、設定の誤りを経て、内部の決済の仕組みに至ります。";

    @ParameterizedTest
    @EnumSource(Tlp.class)
    void everyElementInBothLanguagesConforms(Tlp label) throws IOException {
        VeraPdf.assertConforms(bytes(everything().label(label)));
    }

    @Test
    void aDocumentWithoutAnythingConforms() throws IOException {
        VeraPdf.assertConforms(bytes(new PdfText("")));
    }

    @Test
    void textThatTheFontsDontHaveConforms() throws IOException {
        PdfText text = new PdfText("😀 \u202Etitle\u0007 <&>")
                .header("header 😀")
                .footer("footer \uFFFE 😀")
                .part(Locale.JAPANESE)
                .heading(1, "😀 العربية ไทย \uD83D")
                .paragraph("\u0000\u0007\u200B\u202E\uFEFF\uE000 𠮷野家 髙﨑 ①㍻ ａ\u0301 \uD840")
                .code("\u0001\t  x = '<script>' && \"y\"; // 😀\n\r\n")
                .facts(List.of(new Fact("", ""), new Fact("😀", "\u00A0")))
                .table(List.of("", "😀"), List.of(List.of("", "\u3000"), List.of("ﷺ", "👨‍👩‍👧")));
        VeraPdf.assertConforms(bytes(text));
    }

    @ParameterizedTest
    @EnumSource(Tlp.class)
    void theLabelStandsAtHeadAndFootOfEveryPageBesideTheNumber(Tlp label) throws IOException {
        byte[] file = bytes(everything().label(label));
        try (PDDocument pdf = Loader.loadPDF(file)) {
            int pages = pdf.getNumberOfPages();
            assertTrue(pages > 4, pages + " pages");
            for (int page = 1; page <= pages; page++) {
                Labels labels = new Labels(label.label());
                labels.setStartPage(page);
                labels.setEndPage(page);
                String text = labels.getText(pdf);
                assertTrue(text.contains(page + " / " + pages), text);
                assertEquals(2, labels.found.size(), text);
                float height = pdf.getPage(page - 1).getMediaBox().getHeight();
                float width = pdf.getPage(page - 1).getMediaBox().getWidth();
                assertTrue(labels.found.get(0).getYDirAdj() < height / 10, "at the head");
                assertTrue(labels.found.get(1).getYDirAdj() > height * 9 / 10, "at the foot");
                labels.found.forEach(end -> {
                    assertTrue(end.getFontSizeInPt() >= 12, "at least 12 pt");
                    assertTrue(end.getXDirAdj() > width * 3 / 4, "to the right");
                });
            }
        }
    }

    @Test
    void aDocumentWithoutLabelHasNoneAndKeepsItsNumbers() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes(everything()))) {
            String text = new PDFTextStripper().getText(pdf);
            assertFalse(text.contains("TLP:"));
            assertTrue(text.contains("2 / " + pdf.getNumberOfPages()), text);
        }
    }

    /** The last letters of the labels on a page. */
    private static final class Labels extends PDFTextStripper {

        private final String label;
        private final List<TextPosition> found = new ArrayList<>();

        Labels(String label) {
            this.label = label;
            setSortByPosition(true);
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) throws IOException {
            int at = text.indexOf(label);
            if (at >= 0) {
                found.add(positions.get(at + label.length() - 1));
            }
            super.writeString(text, positions);
        }
    }

    static PdfText everything() {
        PdfText text = new PdfText("Everything: すべて")
                .header("Header: 見出し")
                .footer("Footer: フッター")
                .stamp("Draft: 下書き");
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            text.part(language)
                    .heading(1, "First: 第一")
                    .paragraph(LONG.repeat(30))
                    .heading(2, "Second: 第二")
                    .numbered("1", "A numbered paragraph. " + LONG)
                    .item("(1)", "An item. " + LONG)
                    .numbered("", "One without a number.")
                    .notice("What to read: 読むべきこと")
                    .code("ab".repeat(32) + "\n" + "日本語のコード ".repeat(40))
                    .facts(List.of(new Fact("Number: 番号", "AGR-2026-0004"), new Fact("Text", LONG.repeat(3))))
                    .newPage()
                    .heading(3, "Third: 第三")
                    .table(
                            List.of("Short", "短い", "Long"),
                            IntStream.range(0, 80)
                                    .mapToObj(row -> List.of("R-" + row, "髙橋", LONG))
                                    .toList());
        }
        return text;
    }

    private static byte[] bytes(PdfText text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfDocument.write(text, MADE, out);
        return out.toByteArray();
    }
}
