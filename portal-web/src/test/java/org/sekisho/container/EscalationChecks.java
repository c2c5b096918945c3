package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Kept;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.ReportFiles;
import org.sekisho.container.regime.Sessions;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.decision.Exposure;
import org.sekisho.domain.report.decision.InstitutionsAffected;
import org.sekisho.domain.report.decision.ServiceImportance;
import org.sekisho.domain.report.decision.TableEdit;
import org.sekisho.domain.report.escalation.EscalationView;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.home.HomeService;
import org.sekisho.ejb.report.AssessReport;
import org.sekisho.ejb.report.FileReport;
import org.sekisho.ejb.report.RatingService;
import org.sekisho.ejb.report.ReportService;
import org.sekisho.ejb.report.decision.TableName;
import org.sekisho.ejb.report.decision.TableService;
import org.sekisho.ejb.report.escalation.EscalationClocks;
import org.sekisho.ejb.report.escalation.EscalationService;
import org.sekisho.ejb.report.intake.ExploitationService;
import org.sekisho.ejb.report.intake.PublishedList;

/** Escalates reports of a bank whose agreement isn't frozen for once. */
final class EscalationChecks {

    private static final Assessment GRAVE = new Assessment(
            Optional.of(Exposure.PUBLIC),
            Optional.of(ServiceImportance.CRITICAL),
            Optional.of(InstitutionsAffected.NETWORK));

    private static final String MEDIUM = "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:H/I:N/A:N";

    private final Regime regime = Regime.get();
    private final Bank bank = regime.own();
    private final Player analyst = bank.person(Role.ANALYST);
    private final Player duty = regime.inspectorOnDuty();
    private final EscalationService escalations = Sessions.use(EscalationService.class);

    /** Each change of a report is evaluated, and each answer stays with its row and inputs. */
    void everyChangeIsEvaluatedAndKept() {
        UUID report = file(Assessment.NONE);
        assertEquals(List.of("FILED escalation 1 NONE"), evaluations(report));
        assertEquals(List.of(), open(report));
        String hash =
                analyst.as(() -> Sessions.use(ReportService.class).one(report).hash());
        analyst.run(() -> Sessions.use(RatingService.class).assess(new AssessReport(report, hash, GRAVE)));
        assertEquals(
                List.of("FILED escalation 1 NONE", "FACTS_CHANGED escalation 1 WITHIN_24_HOURS"), evaluations(report));
        assertEquals(
                List.of("{\"AUTOMATABLE\":\"YES\",\"EXPLOITATION\":\"NONE\",\"EXPOSURE\":\"PUBLIC\",\"INSTITUTIONS\":"
                        + "\"NETWORK\",\"SERVICE\":\"CRITICAL\"}"),
                Database.texts("select inputs from report_evaluation where report_id = ? and level <> 'NONE'", report));
        assertEquals(1, open(report).size());
    }

    /** Whatever an import makes is evaluated with it. */
    void everythingImportedIsEvaluated() {
        ReportFiles files = new ReportFiles(bank, bank.thing("agreement"));
        UUID intake = files.done(files.begin(files.upload("told.sarif", ReportFiles.sarif("to be evaluated")))
                        .intake())
                .row()
                .id();
        assertEquals(
                List.of("IMPORTED NONE"),
                Database.texts(
                        """
                        select e.cause || ' ' || e.level from report_evaluation e join report r on r.id = e.report_id
                            join finding f on f.id = r.origin_id where f.import_id = ?
                        """,
                        intake));
    }

    /** Whose clock ran out is raised again, once for each clock. */
    void aMissedClockRaisesItAgain() {
        UUID escalation = open(file(GRAVE)).get(0);
        Database.run(
                "update escalation set opened_at = opened_at - interval '2 days', state_at = state_at - interval '2 days',"
                        + " told_at = told_at - interval '2 days', due_at = due_at - interval '2 days' where id = ?",
                escalation);
        Sessions.use(EscalationClocks.class).look();
        Sessions.use(EscalationClocks.class).look();
        assertEquals(
                List.of("1 ALL_DUTY_OFFICERS WAITING t"),
                Database.texts(
                        "select concat_ws(' ', raises, circle, state, due_at > opened_at + interval '2 days') from escalation where id = ?",
                        escalation));
    }

    /** Two who acknowledge at the same time: one does. What they read is kept, and the bank sees it. */
    void itIsAcknowledgedOnce(AtOnce atOnce) {
        UUID escalation = open(file(GRAVE)).get(0);
        EscalationView read = duty.as(() -> escalations.one(escalation));
        assertTrue(read.content().isPresent());
        String hash = read.rendering().orElseThrow();
        Runnable acknowledge = () -> duty.run(() -> escalations.acknowledge(escalation, hash));
        List<String> outcomes = atOnce.run(List.of(acknowledge, acknowledge));
        assertEquals(1, outcomes.stream().filter("done"::equals).count(), outcomes.toString());
        EscalationView seen = bank.person(Role.CISO).as(() -> escalations.one(escalation));
        assertEquals(1, seen.documents().get(0).readings().size());
        assertEquals(List.of("ACKNOWLEDGED"), Database.texts("select state from escalation where id = ?", escalation));
    }

    /** Where no authority is designated, coordinators and the bank are told that it reaches nobody, and the other bank isn't. */
    void withoutADesignatedAuthorityPeopleAreTold() {
        UUID escalation = open(file(GRAVE)).get(0);
        Player coordinator = regime.player(Role.COORDINATOR);
        Player officer = bank.person(Role.DUTY_OFFICER);
        assertFalse(isToldOfNobody(coordinator, escalation));
        try {
            Database.run("update designation set first_day = date '2020-01-01', last_day = date '2020-01-02'");
            assertTrue(isToldOfNobody(coordinator, escalation));
            assertTrue(isToldOfNobody(officer, escalation));
            assertFalse(isToldOfNobody(regime.other().person(Role.DUTY_OFFICER), escalation));
        } finally {
            Kept.restore();
        }
    }

    private static boolean isToldOfNobody(Player player, UUID escalation) {
        return player.as(() -> Sessions.use(HomeService.class).queue()).stream()
                .anyMatch(item -> item.subject().id().equals(escalation)
                        && item.textKey().equals("queue.escalation.unaddressed"));
    }

    /** The other bank finds nothing of it. */
    void theRivalFindsNothing() {
        UUID escalation = open(file(GRAVE)).get(0);
        Player rival = regime.other().person(Role.CISO);
        Refusal refusal = assertThrows(Refusal.class, () -> rival.run(() -> escalations.one(escalation)));
        assertEquals(SharedError.NOT_FOUND, refusal.code());
    }

    /** A flaw that turns out to be exploited: tier and escalation are those of such a one, although nobody touched the report. */
    void aNewEditionOfAListReachesTierAndEscalation() {
        String flaw = "CVE-2026-" + (100_000 + ThreadLocalRandom.current().nextInt(900_000));
        UUID report = file(Assessment.NONE, List.of(flaw));
        assertEquals("MEDIUM", tier(report));
        try {
            regime.player(Role.ADMINISTRATOR)
                    .run(() -> Sessions.use(ExploitationService.class).loadKnown(knownExploited(flaw)));
            Sessions.use(EscalationClocks.class).lookAtLists();
            assertEquals("HIGH", tier(report));
            assertEquals(
                    List.of("FILED escalation 1 NONE", "LISTS_LOADED escalation 1 WITHIN_24_HOURS"),
                    evaluations(report));
            assertEquals(1, open(report).size());
        } finally {
            Kept.restore();
        }
    }

    /**
     * A version comes to govern that a clause, signed before that was refused, named before anybody had adopted it: what it asks more of takes
     * effect on reports that nobody touched, and what it asks less of lowers nothing.
     */
    void aTableThatComesToGovernReachesTierAndEscalation() {
        UUID mild = file(Assessment.NONE);
        UUID grave = file(GRAVE);
        String before = tier(grave);
        EscalationClocks clocks = Sessions.use(EscalationClocks.class);
        try {
            Database.run(
                    """
                    update agreement_clause set data = replace(replace(data, '"risk","version":1', '"risk","version":2'), '"escalation","version":1',
                        '"escalation","version":3') where kind = 'TABLES'
                    """);
            TableName risk = draftNext("risk", "report_rating", "table_row", mild, "CRITICAL", grave, "LOW");
            adopt(draftNext("escalation", "report_evaluation", "row_number", mild, "NOW", grave, "NONE"));
            TableName escalation =
                    draftNext("escalation", "report_evaluation", "row_number", mild, "NOW", grave, "NONE");
            assertEquals(new TableName("risk", 2), risk, "as the clause names it");
            assertEquals(new TableName("escalation", 3), escalation, "as the clause names it");
            clocks.lookAtTables();
            assertEquals(List.of("FILED escalation 1 NONE"), evaluations(mild), "drafts govern nothing");
            adopt(risk);
            adopt(escalation);
            clocks.lookAtTables();
            clocks.lookAtTables();
            assertEquals(List.of("FILED escalation 1 NONE", "TABLE_CHANGED escalation 3 NOW"), evaluations(mild));
            assertEquals("CRITICAL", tier(mild));
            UUID opened = open(mild).get(0);
            assertTrue(duty.as(() -> escalations.one(opened)).content().isPresent());
            assertEquals("TABLE_CHANGED escalation 3 NONE", evaluations(grave).get(1));
            assertEquals(before, tier(grave));
            assertEquals(
                    List.of("WAITING t"),
                    Database.texts(
                            "select concat_ws(' ', state, eased_at is not null) from escalation where report_id = ?",
                            grave));
        } finally {
            Kept.restore();
        }
    }

    /** The next version, which answers otherwise what two reports were last asked. */
    private TableName draftNext(
            String code, String answers, String number, UUID mild, String graver, UUID grave, String milder) {
        Player coordinator = regime.player(Role.COORDINATOR);
        TableService tables = Sessions.use(TableService.class);
        int newest = Integer.parseInt(
                Database.texts("select coalesce(max(version), 1) from decision_table where code = ?", code)
                        .get(0));
        TableName next = coordinator.as(() -> tables.copy(code, newest));
        TableEdit edit =
                TableEdit.ofOutcomes(Map.of(row(answers, number, mild), graver, row(answers, number, grave), milder));
        coordinator.run(() -> tables.answer(
                code, next.version(), tables.find(code, next.version()).readVersion(), edit));
        return next;
    }

    private static int row(String answers, String number, UUID report) {
        return Integer.parseInt(Database.texts("select " + number + " from " + answers + " where report_id = ?", report)
                .get(0));
    }

    private void adopt(TableName draft) {
        TableService tables = Sessions.use(TableService.class);
        regime.player(Role.AUTHORITY_REVIEWER)
                .run(() -> tables.adopt(
                        draft.code(),
                        draft.version(),
                        tables.find(draft.code(), draft.version()).readVersion()));
    }

    /** What an import brings is put before the authority by the clock, as what somebody files is by their act. */
    void whatAnImportBringsIsEscalated() {
        String flaw = "CVE-2026-" + (100_000 + ThreadLocalRandom.current().nextInt(900_000));
        ReportFiles files = new ReportFiles(bank, bank.thing("agreement"));
        byte[] osv =
                """
                {"schema_version": "1.6.0", "id": "SEK-%1$s", "modified": "2026-11-30T00:00:00Z", "summary": "Found %1$s", "aliases": ["%1$s"]}
                """
                        .formatted(flaw)
                        .getBytes(StandardCharsets.UTF_8);
        try {
            regime.player(Role.ADMINISTRATOR)
                    .run(() -> Sessions.use(ExploitationService.class).loadKnown(knownExploited(flaw)));
            UUID intake = files.done(
                            files.begin(files.upload("told.json", SourceFormat.OSV, new ByteArrayInputStream(osv)))
                                    .intake())
                    .row()
                    .id();
            UUID report = UUID.fromString(Database.texts(
                            "select r.id::text from report r join finding f on f.id = r.origin_id where f.import_id = ?",
                            intake)
                    .get(0));
            Sessions.use(EscalationClocks.class).look();
            assertEquals(1, open(report).size(), () -> evaluations(report).toString());
        } finally {
            Kept.restore();
        }
    }

    private static PublishedList knownExploited(String flaw) {
        return new PublishedList(
                """
                {"catalogVersion": "2026.11.30", "dateReleased": "2026-11-30T00:00:00Z", "count": 1, "vulnerabilities": [
                 {"cveID": "%s", "vendorProject": "v", "product": "p", "dateAdded": "2026-11-30", "dueDate": "2026-12-21",
                  "shortDescription": "d", "knownRansomwareCampaignUse": "Unknown", "cwes": []}]}
                """
                        .formatted(flaw)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String tier(UUID report) {
        return Database.texts("select tier from report where id = ?", report).get(0);
    }

    private UUID file(Assessment said) {
        return file(said, List.of());
    }

    private UUID file(Assessment said, List<String> identifiers) {
        ReportContent content = new ReportContent(
                "Finding " + UUID.randomUUID(),
                "Looked at",
                "",
                "",
                identifiers,
                List.of(),
                List.of(MEDIUM),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return analyst.as(() -> Sessions.use(ReportService.class)
                .file(new FileReport(bank.thing("agreement"), Tlp.AMBER, content, said)));
    }

    private static List<UUID> open(UUID report) {
        return Database.texts("select id::text from escalation where report_id = ?", report).stream()
                .map(UUID::fromString)
                .toList();
    }

    private static List<String> evaluations(UUID report) {
        return Database.texts(
                "select concat_ws(' ', cause, table_code, table_version, level) from report_evaluation where report_id = ?"
                        + " order by evaluated_at",
                report);
    }
}
