package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sekisho.proof.bag.BagLimits;
import org.sekisho.proof.verify.CheckOutcome;
import org.sekisho.proof.verify.CheckResult;
import org.sekisho.proof.verify.ExpectedKeys;
import org.sekisho.proof.verify.PackCheck;
import org.sekisho.proof.verify.PackVerifier;
import org.sekisho.server.AuditorsCertificate;
import org.sekisho.server.Shell;
import org.sekisho.server.TrailChecks;

/** A pack that only its auditors can open, with what they have: openssl, the verifier, and the lines that the portal's page shows. */
final class EncryptedPackJourney {

    private static final int NOT_VERIFIED = 1;

    private final AuditJourney audit;
    private final Inspection inspection;
    private final Path folder;
    private final AuditorsCertificate certificate;
    private String pack = "";

    /** @param folder an empty one of the auditors' machine */
    EncryptedPackJourney(AuditJourney audit, Inspection inspection, Path folder)
            throws IOException, InterruptedException {
        this.audit = audit;
        this.inspection = inspection;
        this.folder = folder;
        this.certificate = AuditorsCertificate.make(folder);
    }

    /** Reads the certificate's file, compares the fingerprint with one's own, and gives it. */
    void give(Visitor auditor) throws IOException, InterruptedException {
        Page page = auditor.page();
        auditor.open(audit.tab("packs"));
        page.click("[aria-labelledby=encryption] a[href*='/audit-certificate?']");
        inspection.look(auditor);
        page.setInputFiles("#file", certificate.file());
        page.click("#read [id$=do]");
        assertThat(page.locator("[aria-labelledby=confirm]")).containsText(certificate.fingerprint());
        inspection.look(auditor);
        ReportJourney.press(page, "#give [id$=doGive]");
        inspection.look(auditor);
    }

    /** Whoever is audited sees for whom their evidence is encrypted. */
    void assertShown(Visitor bank) throws IOException, InterruptedException {
        inspection.look(bank, audit.tab("team"));
        assertThat(bank.page().locator("main")).containsText(certificate.fingerprint());
        bank.page().locator("a[href*='/audit-certificate?']").click();
        inspection.look(bank);
        assertThat(bank.page().locator("form[id=read]")).hasCount(0);
    }

    /** Builds it and takes both files away. */
    void build(Visitor auditor) {
        audit.build(auditor);
        inspection.look(auditor);
        String encrypted = AuditJourney.download(auditor, "/pack-file", folder)
                .getFileName()
                .toString();
        AuditJourney.download(auditor, "/pack-envelope", folder);
        assertTrue(encrypted.endsWith(".zip.enc"), encrypted);
        pack = encrypted.replace(".zip.enc", "");
    }

    /** Runs what the page says, as it says it: decrypts, unpacks, compares checksums, checks the signature, and verifies. */
    void assertOpensAsThePageSays(Visitor auditor) throws IOException, InterruptedException {
        Files.copy(TrailChecks.VERIFIER, folder.resolve("sekisho-verify.jar"));
        inspection.look(auditor, audit.tab("packs"));
        Shell.Said said = Shell.lines(folder, code(auditor, "encryption") + "\n" + code(auditor, "verify"));
        assertTrue(said.isDone(), said::text);
        assertTrue(Files.exists(folder.resolve(pack).resolve("data/samples")), "the sample is in it");
        assertEverySampleIsProven();
    }

    /** The populations were frozen when the audited period was over: their freezings are in the pack all the same. */
    private void assertEverySampleIsProven() {
        CheckResult samples = PackVerifier.verify(folder.resolve(pack + ".zip"), ExpectedKeys.NONE, BagLimits.DEFAULT)
                .get(PackCheck.SAMPLES.ordinal());
        assertEquals(CheckOutcome.PASSED, samples.outcome(), samples::toString);
        assertEquals(List.of(1L, 1L, 1L), samples.parameters(), "samples, drawn, proven to be frozen before");
    }

    /** One byte of what was decrypted, or of what was downloaded: the same lines find it out. */
    void assertRefusedAfterOneByte(Visitor auditor) throws IOException, InterruptedException {
        auditor.open(audit.tab("packs"));
        String verify = lastLine(code(auditor, "verify"));
        StockTools.tamper(folder.resolve(pack + ".zip"));
        assertEquals(NOT_VERIFIED, Shell.lines(folder, verify).code());

        StockTools.tamper(folder.resolve(pack + ".zip.enc"));
        certificate.decrypt(pack);
        assertEquals(NOT_VERIFIED, Shell.lines(folder, verify).code());
    }

    private static String code(Visitor auditor, String section) {
        Locator code = auditor.page().locator("[aria-labelledby=" + section + "] pre code");
        return code.textContent();
    }

    private static String lastLine(String code) {
        return code.strip().replaceFirst("(?s).*\n", "");
    }
}
