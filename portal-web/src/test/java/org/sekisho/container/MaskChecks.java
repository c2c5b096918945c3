package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.container.regime.Sessions.use;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.sekisho.container.isolation.Dump;
import org.sekisho.container.isolation.Readings;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Kept;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportContent.Exhibit;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.decision.Exposure;
import org.sekisho.domain.report.decision.InstitutionsAffected;
import org.sekisho.domain.report.decision.ServiceImportance;
import org.sekisho.ejb.assurance.PackService;
import org.sekisho.ejb.assurance.RangeWanted;
import org.sekisho.ejb.report.FileReport;
import org.sekisho.ejb.report.ReportFlowService;
import org.sekisho.ejb.report.ReportService;
import org.sekisho.ejb.report.UnmaskReport;
import org.sekisho.ejb.report.UnmaskService;
import org.sekisho.ejb.report.UnmaskedView;
import org.sekisho.ejb.report.escalation.EscalationService;
import org.sekisho.ejb.shared.FileToSend;

/** A credential that stands in a report's title, text and evidence and in a reason: who finds it where, and who sees it after saying why. */
final class MaskChecks {

    private static final String SECRET = "Shirahama-77-Quay";
    private static final String PLANTED = "password=" + SECRET;
    private static final Assessment GRAVE = new Assessment(
            Optional.of(Exposure.PUBLIC),
            Optional.of(ServiceImportance.CRITICAL),
            Optional.of(InstitutionsAffected.NETWORK));

    private final Regime regime = Regime.get();
    private final Bank bank = regime.own();
    private final Player official = regime.player(Role.AUTHORITY_REVIEWER);
    private final Player auditor = regime.player(Role.AUDITOR);

    /** Neither pages, lists, exports, REST, mails, notices, escalations nor packs show it, and the database doesn't hold it readable. */
    void whatIsMaskedStandsInNothingThatOthersRead() throws IOException {
        try {
            UUID report = planted();
            List<UUID> things = new ArrayList<>(List.of(report));
            Database.texts("select id::text from escalation where report_id = ?", report).stream()
                    .map(UUID::fromString)
                    .forEach(things::add);
            assertEquals(2, things.size(), "it is escalated");
            String pack = pack();
            assertTrue(pack.contains(report.toString()), "the pack holds the report");
            assertTrue(pack.contains("[\u25a0 CREDENTIALS 1]"), "and its masks");
            assertFalse(pack.contains(SECRET));
            for (Player reader : List.of(
                    official,
                    auditor,
                    regime.player(Role.COORDINATOR),
                    regime.other().person(Role.SECURITY_REVIEWER))) {
                Readings readings = new Readings(reader);
                assertEquals(List.of(), readings.showing(SECRET, things), reader.email());
                assertTrue(readings.found() > 10, reader.email());
            }
            assertEquals(List.of(), new Dump().database().find(SECRET));
        } finally {
            Kept.restore();
        }
    }

    /** A reviewer of the authority sees it once, after a reason and a password; the trail tells that, and nothing of what was shown. */
    void aReviewerSeesWhatIsMaskedOnceAndTheTrailTellsIt() {
        try {
            UUID report = planted();
            String hash = official.as(() -> use(ReportService.class).one(report).hash());
            assertEquals(
                    "account.password-wrong", AtOnce.outcome(() -> official.run(() -> unmask(report, hash, "wrong"))));
            assertEquals(List.of(), trail(report));
            UnmaskedView view = official.as(() -> unmask(report, hash, official.password()));
            assertEquals(3, view.passages().size(), "in title, text and evidence");
            assertTrue(view.passages().stream()
                    .allMatch(each -> each.matter() == SensitiveMatter.CREDENTIALS
                            && each.text().contains(SECRET)));
            List<String> told = trail(report);
            assertEquals(1, told.size());
            assertTrue(told.get(0).contains("CREDENTIALS:3"), told.get(0));
            assertTrue(told.get(0).contains(hash), told.get(0));
            assertFalse(told.get(0).contains(SECRET), told.get(0));
            assertFalse(
                    official.as(() -> use(ReportService.class).one(report).toString())
                            .contains(SECRET),
                    "it lasts for one answer");
            for (Player other : List.of(
                    regime.other().person(Role.SECURITY_REVIEWER),
                    regime.other().person(Role.CISO))) {
                assertEquals(
                        "shared.not-found",
                        AtOnce.outcome(() -> other.run(() -> unmask(report, hash, other.password()))));
            }
            for (Player other : List.of(auditor, regime.player(Role.COORDINATOR), bank.person(Role.ANALYST))) {
                assertEquals(
                        "shared.not-permitted",
                        AtOnce.outcome(() -> other.run(() -> unmask(report, hash, other.password()))));
            }
        } finally {
            Kept.restore();
        }
    }

    private static UnmaskedView unmask(UUID report, String hash, String password) {
        return use(UnmaskService.class)
                .unmask(new UnmaskReport(report, hash, "To judge whether " + PLANTED + " still works", password, ""));
    }

    private static List<String> trail(UUID report) {
        return Database.texts(
                "select convert_from(leaf, 'UTF8') from trail_event where act = 'report.unmask' and outcome = 'done'"
                        + " and subject_id = ?",
                report);
    }

    private UUID planted() {
        ReportContent content = new ReportContent(
                "Signs in with " + PLANTED,
                "Anybody can sign in with " + PLANTED + ".",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Exhibit("What was sent", "POST /login " + PLANTED)),
                List.of());
        UUID report = bank.person(Role.ANALYST).as(() -> use(ReportService.class)
                .file(new FileReport(bank.thing("agreement"), Tlp.AMBER, content, GRAVE)));
        bank.person(Role.ANALYST).run(() -> use(ReportFlowService.class).reject(report, "Nobody uses " + PLANTED));
        // As if the authority's stage had begun.
        Database.run("update report set authority_reads_since = received_at where id = ?", report);
        Database.texts("select id::text from escalation where report_id = ?", report)
                .forEach(each -> bank.person(Role.CISO).run(() -> use(EscalationService.class)
                        .addContext(UUID.fromString(each), "We still use " + PLANTED)));
        return report;
    }

    /** Every file of a pack that is built now. */
    private String pack() throws IOException {
        UUID pack = regime.pack(bank);
        FileToSend file = auditor.as(() -> use(PackService.class).download(pack, RangeWanted.whole()));
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        file.writeTo(sent);
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
