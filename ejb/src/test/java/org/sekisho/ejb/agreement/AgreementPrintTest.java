package org.sekisho.ejb.agreement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.agreement.AgreementRow;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.agreement.AuthorityKind;
import org.sekisho.domain.agreement.PartyRow;
import org.sekisho.domain.agreement.SignatureMethod;
import org.sekisho.domain.agreement.SignatureRow;
import org.sekisho.domain.agreement.SignatureState;
import org.sekisho.domain.agreement.VersionRow;
import org.sekisho.domain.agreement.VersionState;
import org.sekisho.domain.agreement.VersionView;
import org.sekisho.domain.agreement.clause.ClauseText;
import org.sekisho.domain.agreement.clause.Document;
import org.sekisho.domain.agreement.clause.DocumentHead;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.agreement.clause.UsageClause;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.vault.DocumentKey;
import org.sekisho.ejb.document.PdfSignature;
import org.sekisho.ejb.document.SignedPdf;
import org.sekisho.ejb.document.TestDocumentKey;
import org.sekisho.ejb.document.VeraPdf;

/** What the paper says of a version: whether it binds, which hash was signed, and by whom. */
class AgreementPrintTest {

    private static final UUID AGREEMENT = new UUID(0, 1);
    private static final UUID BANK = new UUID(0, 2);
    private static final UUID PROVIDER = new UUID(0, 3);
    private static final Instant FIXED = Instant.parse("2026-11-02T01:00:00Z");
    private static final Instant SIGNED = Instant.parse("2026-11-03T02:30:00Z");
    private static final Instant NOW = Instant.parse("2026-11-28T05:00:00Z");
    private static final String HASH = "ab".repeat(32);

    @Test
    void aDraftSaysOnEveryPageThatNobodySignedIt() throws IOException {
        try (PDDocument pdf = read(print(VersionState.DRAFT, Language.EN))) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertHolds(text(pdf, page), "Draft,notsigned", page + "/" + pdf.getNumberOfPages());
            }
            String last = text(pdf, pdf.getNumberOfPages());
            assertHolds(last, "isn’tfixed");
            assertFalse(last.contains(HASH));
        }
    }

    @Test
    void aGoverningVersionNamesTheHashAndWhoSignedIt() throws IOException {
        try (PDDocument pdf = read(print(VersionState.GOVERNING, Language.JA))) {
            String last = text(pdf, pdf.getNumberOfPages());
            assertHolds(last, HASH, "佐藤遥", "委任状", "未署名", "2026年11月3日11:30JST");
            assertHolds(text(pdf, 1), "日本語を正文とします");
            assertFalse(text(pdf, 1).contains("未署名"));
            assertEquals(
                    "AGR-2026-0004 第3版：あおば銀行：試行", pdf.getDocumentInformation().getTitle());
            assertEquals("ja", pdf.getDocumentCatalog().getLanguage());
        }
    }

    @Test
    void aPrintSaysThatThePortalDidntSignIt() throws IOException {
        for (VersionState state : VersionState.values()) {
            try (PDDocument pdf = read(print(state, Language.EN))) {
                assertHolds(text(pdf, pdf.getNumberOfPages()), "Thisprintbearsnosignatureoftheportal");
            }
        }
    }

    @Test
    void whatThePortalSignsHasTheSignatoriesActsInIt() throws IOException {
        for (Language language : Language.values()) {
            AgreementPdf pdf = new AgreementPrint(agreement(), governing(), language, NOW, Optional.of("3f".repeat(32)))
                    .of(document(language));
            assertEquals(NOW, pdf.made());
            assertEquals("AGR-2026-0004-v3-" + language.locale().toLanguageTag() + "-signed.pdf", pdf.name());
            try (PDDocument read = read(pdf)) {
                String last = text(read, read.getNumberOfPages());
                assertHolds(
                        last,
                        "佐藤遥",
                        "2026-12",
                        "2026-11-03T02:30:00Z",
                        HASH,
                        "Provider",
                        "2026-11-03T04:30:00Z",
                        "cd".repeat(32),
                        "3F:3F");
                assertHolds(last, language == Language.JA ? "2026年11月3日11:30JST" : "3November2026,11:30JST");
                assertHolds(last, language == Language.JA ? "外部(電子証明書)" : "Outside,electroniccertificate");
                assertFalse(last.contains("Thisprintbearsnosignature"));
            }
        }
    }

    @Test
    void itsSignatureHoldsAndItStaysPdfA() throws Exception {
        DocumentKey key = TestDocumentKey.make(NOW);
        for (Language language : Language.values()) {
            AgreementPrint print =
                    new AgreementPrint(agreement(), governing(), language, NOW, Optional.of(key.fingerprint()));
            byte[] unsigned = bytes(print.of(document(language)));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PdfSignature.sign(unsigned, key, NOW, print.reason(), Optional.empty(), out);
            assertTrue(SignedPdf.read(out.toByteArray()).holds(key.certificate()));
            VeraPdf.assertConforms(out.toByteArray());
        }
    }

    /** Signed in the portal by one party, and outside by the other. */
    private static VersionView governing() {
        VersionView view = version(VersionState.GOVERNING);
        SignatureRow inside = view.signatures().get(0);
        SignatureRow outside = new SignatureRow(
                new UUID(0, 7),
                3,
                PROVIDER,
                Optional.empty(),
                "Pat Provider",
                AuthorityKind.REPRESENTATION,
                "Register of companies",
                HASH,
                SignatureMethod.OUTSIDE_CERTIFICATE,
                LocalDate.of(2026, 11, 2),
                SIGNED.plusSeconds(7_200),
                SignatureState.IN_EFFECT,
                Optional.of("cd".repeat(32)),
                Optional.of("signed.pdf"),
                true,
                true,
                Optional.empty(),
                "");
        return new VersionView(view.row(), List.of(), view.parties(), List.of(inside, outside), List.of());
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        try (PDDocument pdf = read(print(VersionState.GOVERNING, Language.JA))) {
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertTrue(font.isEmbedded(), font.getName());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(VersionState.class)
    void everyPrintIsPdfA(VersionState state) throws IOException {
        for (Language language : Language.values()) {
            VeraPdf.assertConforms(bytes(print(state, language)));
        }
    }

    @Test
    void theSameVersionGivesTheSameBytesWheneverItIsPrinted() throws IOException {
        byte[] once = bytes(new AgreementPrint(agreement(), version(VersionState.GOVERNING), Language.EN, NOW)
                .of(document(Language.EN)));
        byte[] later = bytes(
                new AgreementPrint(agreement(), version(VersionState.GOVERNING), Language.EN, NOW.plusSeconds(7_200))
                        .of(document(Language.EN)));

        assertArrayEquals(once, later);
    }

    private static void assertHolds(String text, String... parts) {
        for (String part : parts) {
            assertTrue(text.contains(part), () -> part + " in " + text);
        }
    }

    private static AgreementPdf print(VersionState state, Language language) {
        return new AgreementPrint(agreement(), version(state), language, NOW).of(document(language));
    }

    private static byte[] bytes(AgreementPdf pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.writeTo(out);
        return out.toByteArray();
    }

    private static PDDocument read(AgreementPdf pdf) throws IOException {
        return Loader.loadPDF(bytes(pdf));
    }

    /** The text of a page without spaces: where lines break doesn't matter, nor which of two code points a glyph stands for. */
    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return Normalizer.normalize(stripper.getText(pdf), Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private static Document document(Language language) {
        DocumentHead head = new DocumentHead(
                "AGR-2026-0004",
                3,
                new Words("Aoba Bank: trial", "あおば銀行：試行"),
                List.of(new DocumentHead.NamedParty(
                        PartyRole.INSTITUTION_RECEIVING, new Words("Aoba Bank", "株式会社あおば銀行"))),
                Optional.empty());
        return ClauseText.document(head, List.of(new UsageClause(2_000, 8_000_000)), language);
    }

    private static AgreementRow agreement() {
        return new AgreementRow(
                AGREEMENT,
                1,
                "AGR-2026-0004",
                new Words("Aoba Bank: trial", "あおば銀行：試行"),
                AgreementState.IN_FORCE,
                3,
                Optional.of(3),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                parties());
    }

    private static List<PartyRow> parties() {
        return List.of(
                new PartyRow(BANK, "aoba", PartyRole.INSTITUTION_RECEIVING, new Words("Aoba Bank", "株式会社あおば銀行")),
                new PartyRow(PROVIDER, "provider", PartyRole.PROVIDER, new Words("Provider", "提供会社")));
    }

    private static VersionView version(VersionState state) {
        boolean fixed = state.isFrozen();
        VersionRow row = new VersionRow(
                new UUID(0, 4),
                3,
                Optional.of(2),
                state,
                FIXED.minusSeconds(3_600),
                Optional.empty(),
                Optional.empty(),
                Optional.of(FIXED).filter(at -> fixed),
                Optional.of(HASH).filter(at -> fixed),
                Optional.of(LocalDate.of(2026, 11, 3)).filter(at -> fixed),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                fixed ? 1 : 0,
                2);
        SignatureRow signature = new SignatureRow(
                new UUID(0, 5),
                3,
                BANK,
                Optional.of(new UUID(0, 6)),
                "佐藤 遥",
                AuthorityKind.POWER_OF_ATTORNEY,
                "2026-12",
                HASH,
                SignatureMethod.TWO_FACTORS,
                LocalDate.of(2026, 11, 3),
                SIGNED,
                SignatureState.IN_EFFECT,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                "");
        return new VersionView(row, List.of(), parties(), fixed ? List.of(signature) : List.of(), List.of());
    }
}
