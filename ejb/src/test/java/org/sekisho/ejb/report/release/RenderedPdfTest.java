package org.sekisho.ejb.report.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
                Tlp.AMBER_STRICT,
                Instant.parse("2026-11-28T05:00:00.123456Z"),
                Set.of(SensitiveMatter.values()),
                content);
    }
}
