package org.sekisho.ejb.report.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportContent.Component;
import org.sekisho.domain.report.ReportContent.Exhibit;
import org.sekisho.domain.report.ReportContent.Location;
import org.sekisho.domain.report.release.Rendering;
import org.sekisho.ejb.document.VeraPdf;

class RenderedPdfTest {

    @ParameterizedTest
    @EnumSource(ReadingLanguage.class)
    void aReleaseIsPdfA(ReadingLanguage language) {
        VeraPdf.assertConforms(new RenderedPdf(rendering(), language).bytes());
    }

    @Test
    void thePeopleWhomItIsForAreNamedOnItAndAtTheFootOfEachPage() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(new RenderedPdf(rendering(), ReadingLanguage.EN).bytes())) {
            PDFTextStripper page = new PDFTextStripper();
            for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
                page.setStartPage(number);
                page.setEndPage(number);
                String text = page.getText(pdf).replaceAll("\\s", "");
                assertTrue(text.contains("(+2)"), "page " + number);
                assertEquals(number == 1, text.contains("四号担当"), "page " + number);
            }
        }
    }

    private static Rendering rendering() {
        ReportContent content = new ReportContent(
                "認証ゲートウェイの検証漏れ / Missing check in the authentication gateway",
                "外部に公開された認証の入口で、トークンの発行者が検証されていません。\n".repeat(120),
                "Sessions of other customers can be taken over. ".repeat(60),
                "発行者と対象者を検証し、鍵を入れ替えます。",
                List.of("CVE-2026-12345", "GHSA-aaaa-bbbb-cccc"),
                List.of("CWE-345"),
                List.of("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N"),
                List.of(new Component("gateway-core", "4.2.1", "pkg:maven/example/gateway-core@4.2.1")),
                List.of(new Location("src/main/java/example/TokenFilter.java", 118, "TokenFilter.check")),
                List.of(new Exhibit(
                        "要求と応答", "GET /session HTTP/1.1\n\tHost: ████\n\n" + "0123456789abcdef".repeat(40))),
                List.of("https://advisories.example/2026/12345"));
        return new Rendering(
                "SKS-0A1B2C3D-4E5F",
                Optional.of("株式会社あおば銀行"),
                "日の出ソフトウェア株式会社",
                List.of("一号担当", "二号担当", "三号担当", "四号担当"),
                Tlp.AMBER_STRICT,
                Instant.parse("2026-11-28T05:00:00.123456Z"),
                Set.of(SensitiveMatter.values()),
                content);
    }
}
