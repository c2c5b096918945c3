package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.ejb.assurance.control.OscalDocuments;
import org.sekisho.server.DemoPortal;

/** The portal's main job from end to end, in each language: somebody is provisioned, an agreement governs, its evidence is verified. */
@BrowserTests
class AgreementToPackIT {

    /** What openssl says of the checkpoint's signature, and nothing else. */
    private static final String PROVEN = "Signature Verified Successfully";

    /** Stock tools take most of a second for an event: so many stand for all of them, which the verifier's own tests look at. */
    private static final int MANY = 100;

    private static final int SOME = 25;

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String COORDINATOR = "coordinator@sekisho.example";
    private static final String AUTHORITY = "reviewer@cyber.example";
    private static final String AUDITOR = "auditor@audit.example";
    private static final String NEW_PASSWORD = "violet-harbour-29-lantern";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void anAgreementGovernsAndItsEvidenceIsVerified(Language language, DemoPortal portal, Visitors visitors)
            throws Exception {
        boolean english = language == Language.ENGLISH;
        String firm = english ? "Audit Partners LLC" : "監査パートナーズ合同会社";
        LocalDate today = LocalDate.now(TOKYO);
        LocalDate last = today.plusYears(1);

        ProvisioningJourney provisioning = new ProvisioningJourney("aoba", "ANALYST", "journey-" + language.code());
        Visitor administrator = visitors.signedIn("admin@aoba.example", language);
        Visitor ciso = visitors.signedIn("ciso@aoba.example", language);
        Visitor coordinator = visitors.signedIn(COORDINATOR, language);
        provisioning.importPerson(administrator);
        if (english) {
            provisioning.approveRole(ciso);
        } else {
            provisioning.approveRoleFromOutside(coordinator);
        }
        Visitor analyst =
                provisioning.arrive(visitors.stranger(language), provisioning.link(administrator), NEW_PASSWORD);

        AgreementJourney agreement = new AgreementJourney(
                english ? "Aoba Bank" : "青葉銀行",
                english ? "Model Provider KK" : "モデル提供株式会社",
                english ? "Trial of the payment systems" : "決済系システムの試行");
        agreement.draft(coordinator, today, last);
        agreement.negotiate(coordinator, visitors.signedIn("signatory@aoba.example", language), today.plusDays(2));
        for (String party : new String[] {"aoba", "provider", "sekisho"}) {
            agreement.approveAndSign(visitors.signedIn("signatory@" + party + ".example", language), today);
        }
        agreement.open(coordinator, "overview");
        assertThat(coordinator.page().locator("h1 .chip-good")).isVisible();

        AccessJourney access = new AccessJourney(agreement.agreement(), provisioning.email(), provisioning.name());
        Visitor security = visitors.signedIn("security@aoba.example", language);
        access.grant(security, ciso, coordinator, today, last);
        Visitor signatory = visitors.signedIn("signatory@aoba.example", language);
        access.grant(ciso, signatory, coordinator, "security@aoba.example", "SECURITY_REVIEWER", today, last);
        access.attest(security, firm, coordinator, today, today.plusDays(300));
        access.assertDenied(analyst, "MODEL_USE", "/training", english ? "isn’t recorded" : "の記録がありません");
        access.train(ciso, today);
        access.assertPermitted(analyst, "MODEL_USE");

        AuditJourney audit = new AuditJourney(agreement.number(coordinator));
        Visitor auditor = visitors.signedIn(AUDITOR, language);
        audit.schedule(coordinator, today, today.plusDays(40), today.plusDays(60));
        audit.staff(coordinator, visitors.signedIn(AUTHORITY, language), firm, Map.of(AUDITOR, auditor));

        DemoClock clock = new DemoClock(COORDINATOR, visitors, language);
        int later = ClauseSheet.TRAINING_DAYS + 1;
        clock.forwards(later);
        try {
            analyst.signIn(provisioning.email(), NEW_PASSWORD);
            String ranOut = english ? "ran out on" : "に切れました";
            access.assertDenied(analyst, "MODEL_USE", "/training", ranOut);
            access.assertSaidAtHome(analyst, ranOut);
            access.assertPermitted(analyst, "REPORT_READ");
            ciso.signIn("ciso@aoba.example", DemoPortal.PASSWORD);
            access.train(ciso, today.plusDays(later));
            access.assertPermitted(analyst, "MODEL_USE");

            security.signIn("security@aoba.example", DemoPortal.PASSWORD);
            audit.upload(security, today, today.plusDays(later), "Attended by all 3 members");
            auditor.signIn(AUDITOR, DemoPortal.PASSWORD);
            Path pack = audit.pack(auditor, folder);
            assertVerifies(pack, english ? MANY : SOME);
        } finally {
            clock.backToNow();
        }
    }

    private void assertVerifies(Path pack, int events) throws Exception {
        StockTools tools = StockTools.unpack(pack, folder.resolve("unpacked"));
        assertTrue(tools.manifestsHold(), "every file is as its manifest says");
        assertTrue(tools.signatureHolds(), "the portal signed the manifests");
        assertTrue(Files.exists(tools.bag().resolve("data/VERIFY.txt")));
        assertTrue(Files.exists(tools.bag().resolve("data/summary.pdf")));
        try (Stream<Path> documents = Files.list(tools.bag().resolve("data/agreement/documents"))) {
            assertEquals(2, documents.filter(Files::isRegularFile).count(), "the portal signed it in both languages");
        }
        assertEquals(List.of(), OscalDocuments.faults(tools.bag()), "NIST's schemas allow the OSCAL documents");
        tools.tamper("data/summary.pdf");
        assertFalse(tools.manifestsHold(), "a changed file is found out");
        tools.tamper("data/summary.pdf");
        assertTrue(tools.manifestsHold(), "and the same byte changed back");
        tools.keepEvents(events);
        assertEquals(PROVEN, tools.trailSays(), "every event leads to the signed checkpoint");
        tools.keepEvents(SOME);
        tools.tamper("data/trail/entries.jsonl");
        assertNotEquals(PROVEN, tools.trailSays(), "a changed event is found out");
        tools.tamper("tagmanifest-sha256.txt");
        assertFalse(tools.signatureHolds(), "a changed manifest is found out");
    }
}
