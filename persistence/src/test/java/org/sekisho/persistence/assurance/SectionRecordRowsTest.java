package org.sekisho.persistence.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.evidence.Count;
import org.sekisho.domain.assurance.evidence.Origin;
import org.sekisho.domain.assurance.evidence.Proof;
import org.sekisho.domain.assurance.evidence.SectionRecords;
import org.sekisho.persistence.report.TestUnit;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.TestDatabase;

/** What fell due under an audited agreement, month by month in Japan, as auditors see it who read none of the reports. */
class SectionRecordRowsTest {

    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID AUDITED = UUID.randomUUID();
    private static final UUID RIVAL = UUID.randomUUID();
    private static final UUID FIRM = UUID.randomUUID();
    private static final UUID AUDITOR = UUID.randomUUID();
    private static final UUID AGREEMENT = UUID.randomUUID();
    private static final UUID ENGAGEMENT = UUID.randomUUID();
    private static final Period QUARTER = new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));
    private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");

    @BeforeAll
    static void prepare() throws SQLException {
        try (Connection connection = TestDatabase.get().administrator().getConnection();
                Statement statement = connection.createStatement()) {
            // Rows as they stand after long stories, which the tables' triggers would ask for.
            statement.execute("set session_replication_role = replica");
            AuditRows.organisation(statement, OWNER, "counted-owner", "MINISTRY");
            AuditRows.organisation(statement, AUDITED, "counted-audited", "INSTITUTION");
            AuditRows.organisation(statement, RIVAL, "counted-rival", "INSTITUTION");
            AuditRows.organisation(statement, FIRM, "counted-firm", "AUDIT_FIRM");
            AuditRows.person(statement, AUDITOR, FIRM);
            AuditRows.engagement(statement, ENGAGEMENT, "AUD-COUNTED", OWNER, AUDITED, FIRM);
            statement.execute(
                    "update engagement set agreement_id = '" + AGREEMENT + "' where id = '" + ENGAGEMENT + "'");

            stage(statement, AUDITED, "PASSED", "2026-07-10 00:00Z", "2026-07-09 00:00Z");
            stage(statement, AUDITED, "PASSED", "2026-07-20 00:00Z", "2026-07-21 00:00Z");
            stage(statement, AUDITED, "OPEN", "2026-07-31 15:30Z", "");
            stage(statement, AUDITED, "VOID", "2026-08-10 00:00Z", "2026-08-09 00:00Z");
            stage(statement, AUDITED, "OPEN", "2026-09-30 15:00Z", "");
            stage(statement, RIVAL, "PASSED", "2026-07-10 00:00Z", "2026-07-09 00:00Z");

            escalation(statement, "NOW", "2026-08-01 00:00Z", "2026-08-01 01:00Z", 0);
            escalation(statement, "NOW", "2026-08-02 00:00Z", "2026-08-03 01:00Z", 1);
            escalation(statement, "WITHIN_24_HOURS", "2026-08-03 00:00Z", "", 0);
            escalation(statement, "NOTIFY", "2026-08-04 00:00Z", "", 0);

            release(statement, "RELEASED", "2026-09-01 00:00Z", true);
            release(statement, "RECALLED", "2026-09-02 00:00Z", false);
            release(statement, "DECLINED", "2026-09-03 00:00Z", false);

            attestation(statement, "APPROVED", "2026-06-01", "2026-07-31", "");
            attestation(statement, "WITHDRAWN", "2026-08-10", "2027-08-09", "2026-09-01 16:00Z");
            attestation(statement, "PROPOSED", "2026-07-01", "2027-07-01", "");
        }
    }

    @Test
    void whatFellDueIsCountedInItsMonthAndDoneWhenItWasInTime() throws SQLException {
        assertEquals(
                List.of(
                        new Count(EvidenceSection.ESCALATIONS, YearMonth.of(2026, 8), 1, 2),
                        new Count(EvidenceSection.RELEASES, YearMonth.of(2026, 9), 1, 2),
                        new Count(EvidenceSection.REPORT_REVIEWS, YearMonth.of(2026, 7), 1, 2),
                        new Count(EvidenceSection.REPORT_REVIEWS, YearMonth.of(2026, 8), 0, 1)),
                asAuditor(records -> records.counts(ENGAGEMENT, QUARTER, OCTOBER), ENGAGEMENT));
    }

    @Test
    void whatHasNotFallenDueIsNotCounted() throws SQLException {
        assertEquals(
                List.of(new Count(EvidenceSection.REPORT_REVIEWS, YearMonth.of(2026, 7), 1, 1)),
                asAuditor(
                        records -> records.counts(ENGAGEMENT, QUARTER, Instant.parse("2026-07-15T00:00:00Z")),
                        ENGAGEMENT));
    }

    @Test
    void environmentsAreProvenWhileAnAttestationStands() throws SQLException {
        assertEquals(
                List.of(
                        new Proof(
                                EvidenceSection.ENVIRONMENTS,
                                new Period(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 31)),
                                Origin.SYSTEM),
                        new Proof(
                                EvidenceSection.ENVIRONMENTS,
                                new Period(LocalDate.of(2026, 8, 10), LocalDate.of(2026, 9, 1)),
                                Origin.SYSTEM)),
                asAuditor(records -> records.attested(ENGAGEMENT), ENGAGEMENT));
    }

    @Test
    void whoeverDoesNotSeeTheAuditIsToldNothing() throws SQLException {
        UUID another = UUID.randomUUID();
        assertEquals(List.of(), asAuditor(records -> records.counts(ENGAGEMENT, QUARTER, OCTOBER), another));
        assertEquals(List.of(), asAuditor(records -> records.attested(ENGAGEMENT), another));
    }

    private static <T> T asAuditor(Function<SectionRecords, T> question, UUID open) throws SQLException {
        try (EntityManager entities = TestUnit.open()) {
            entities.getTransaction().begin();
            Connection connection = entities.unwrap(Connection.class);
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        """
                        select set_config('sekisho.actor', 'person:%1$s', true), set_config('sekisho.person', '%1$s', true),
                               set_config('sekisho.organisation', '%2$s', true), set_config('sekisho.reach', 'audits', true),
                               set_config('sekisho.audits', '{%3$s}', true), set_config('sekisho.engagements', '{%3$s}', true)
                        """
                                .formatted(AUDITOR, FIRM, open));
            }
            Sql sql = new Sql();
            TestUnit.inject(sql, "entities", entities);
            SectionRecordRows rows = new SectionRecordRows();
            TestUnit.inject(rows, "sql", sql);
            T answer = question.apply(rows);
            entities.getTransaction().rollback();
            return answer;
        }
    }

    private static void stage(Statement statement, UUID organisation, String state, String due, String closed)
            throws SQLException {
        UUID report = report(statement, organisation);
        UUID chain = UUID.randomUUID();
        statement.execute(
                """
                insert into review_chain (id, row_version, report_id, organisation_id, revision_id, revision_sha256, tier, state, opened_by_person_id,
                    opened_at)
                values ('%s', 1, '%s', '%s', '%s', repeat('0', 64), 'HIGH', 'OPEN', '%s', '2026-07-01 00:00Z')
                """
                        .formatted(chain, report, organisation, UUID.randomUUID(), AUDITOR));
        statement.execute(
                """
                insert into review_stage (id, chain_id, organisation_id, position, side, quorum, least_rank, clock, clock_unit, state, opened_at,
                    due_at, closed_at)
                values ('%s', '%s', '%s', 1, 'INSTITUTION_SECURITY', 1, 'ANY', 24, 'HOURS', '%s', '2026-07-01 00:00Z', '%s', %s)
                """
                        .formatted(UUID.randomUUID(), chain, organisation, state, due, time(closed)));
    }

    private static void escalation(Statement statement, String level, String opened, String acknowledged, int raises)
            throws SQLException {
        UUID report = report(statement, AUDITED);
        boolean done = !acknowledged.isEmpty();
        boolean told = level.equals("NOTIFY");
        statement.execute(
                """
                insert into escalation (id, row_version, report_id, organisation_id, agreement_id, evaluation_id, level, state, opened_at, state_at,
                    told_at, due_at, raises, circle, acknowledged_by_person_id, acknowledged_by_organisation_id, acknowledged_at)
                values ('%1$s', 1, '%2$s', '%3$s', '%4$s', '%1$s', '%5$s', '%6$s', '%7$s', '%7$s', timestamptz '%7$s' + interval '1 minute', %8$s,
                    %9$d, 'ON_DUTY', %10$s, %10$s, %11$s)
                """
                        .formatted(
                                UUID.randomUUID(),
                                report,
                                AUDITED,
                                AGREEMENT,
                                level,
                                done ? "ACKNOWLEDGED" : told ? "TOLD" : "WAITING",
                                opened,
                                done || told ? "null" : "timestamptz '" + opened + "' + interval '1 day'",
                                raises,
                                done ? "'" + FIRM + "'" : "null",
                                time(acknowledged)));
    }

    private static void release(Statement statement, String state, String requested, boolean received)
            throws SQLException {
        UUID release = UUID.randomUUID();
        statement.execute(
                """
                insert into report_release (id, row_version, report_id, organisation_id, agreement_id, revision_sha256, recipient_id, audience, role,
                    format, label, source_withheld, sha256, size, requested_by_person_id, requested_at, state, state_at, sealed_reason)
                values ('%s', 1, '%s', '%s', '%s', repeat('0', 64), '%s', 'PEER', 'CISO', 'PDF', 'AMBER', false, repeat('0', 64), 1, '%s', '%s',
                    '%s', '2026-10-20 00:00Z', %s)
                """
                        .formatted(
                                release,
                                report(statement, AUDITED),
                                AUDITED,
                                AGREEMENT,
                                RIVAL,
                                AUDITOR,
                                requested,
                                state,
                                state.equals("RELEASED") ? "null" : "'\\x01'"));
        if (received) {
            statement.execute("insert into report_release_receipt values ('" + UUID.randomUUID() + "', '" + release
                    + "', 'RECEIVED', '" + AUDITOR + "', '2026-09-02 00:00Z')");
        }
    }

    private static UUID report(Statement statement, UUID organisation) throws SQLException {
        UUID report = UUID.randomUUID();
        statement.execute(
                """
                insert into report (id, row_version, organisation_id, agreement_id, number, label, tier, state, received_at, state_at,
                    current_revision_id, revision_number)
                values ('%1$s', 1, '%2$s', '%3$s', (select count(*) + 1 from report where organisation_id = '%2$s'), 'AMBER', 'HIGH', 'RECEIVED',
                    '2026-07-01 00:00Z', '2026-07-01 00:00Z', '%1$s', 1)
                """
                        .formatted(report, organisation, AGREEMENT));
        return report;
    }

    private static void attestation(Statement statement, String state, String first, String last, String withdrawn)
            throws SQLException {
        boolean decided = !state.equals("PROPOSED");
        statement.execute(
                """
                insert into environment_attestation (id, version, agreement_id, environment_code, attested_by_organisation_id, document_reference,
                    first_day, valid_until, state, proposed_by_person_id, proposed_by_organisation_id, proposed_at, decided_by_person_id, decided_at,
                    withdrawn_by_person_id, withdrawn_at, reason)
                values ('%s', 1, '%s', 'lab', '%s', 'ATT', '%s', '%s', '%s', '%s', '%s', '2026-05-20 00:00Z', %s, %s, %s, %s, '%s')
                """
                        .formatted(
                                UUID.randomUUID(),
                                AGREEMENT,
                                FIRM,
                                first,
                                last,
                                state,
                                AUDITOR,
                                FIRM,
                                decided ? "'" + OWNER + "'" : "null",
                                decided ? "'2026-05-21 00:00Z'" : "null",
                                withdrawn.isEmpty() ? "null" : "'" + OWNER + "'",
                                time(withdrawn),
                                withdrawn.isEmpty() ? "" : "Lost"));
    }

    private static String time(String given) {
        return given.isEmpty() ? "null" : "'" + given + "'";
    }
}
