package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.decision.EscalationLevel;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.decision.ExploitationStage;
import org.sekisho.domain.report.escalation.Circle;
import org.sekisho.domain.report.escalation.Escalation;
import org.sekisho.domain.report.escalation.EscalationContent;
import org.sekisho.domain.report.escalation.EscalationState;
import org.sekisho.domain.report.escalation.EvaluationCause;
import org.sekisho.domain.report.escalation.ReportEvaluation;
import org.sekisho.persistence.shared.TestDatabase;

/** Escalations in the database: who sees them, and what it refuses whoever asks. */
class EscalationRowsTest {

    private static final byte[] RENDERING = "{\"content\":1}".getBytes(StandardCharsets.UTF_8);
    private static final List<String> CONTENTS = List.of(
            "report_evaluation", "escalation_step", "escalation_document", "escalation_content", "escalation_reading");

    private final Bench bench = new Bench();
    private final Actor duty = bench.insertPerson(bench.unit, OrganisationKind.AUTHORITY, Role.DUTY_OFFICER);
    private UUID report = UUID.randomUUID();
    private UUID escalation = UUID.randomUUID();

    @BeforeEach
    void anEscalation() throws SQLException {
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            Rows.run(
                    owner,
                    """
                    insert into role_assignment (id, version, person_id, role, organisation_id, state, founding, reason,
                        requested_by_own_administrator, requested_at, effective_at, closed_reason)
                    values (?, 1, ?, 'DUTY_OFFICER', ?, 'IN_EFFECT', true, '', false, now(), now(), '')
                    """,
                    UUID.randomUUID(),
                    duty.requirePerson(),
                    bench.unit);
        }
        report = bench.inReview(RiskTier.HIGH, 1);
        escalation = bench.as(bench.reviewer, "", entities -> {
            Report found = Bench.lock(entities, report);
            ReportEvaluation by = evaluation(found, EscalationLevel.NOW);
            Escalation opened = new Escalation(found, by, Bench.NOW);
            entities.persist(by);
            entities.persist(opened);
            entities.persist(opened.send(RENDERING, bench.vault, Bench.NOW).orElseThrow());
            return opened.id();
        });
    }

    private static ReportEvaluation evaluation(Report of, EscalationLevel level) {
        Evaluation answer = new Evaluation("escalation", 1, 161, Map.of("EXPLOITATION", "ACTIVE"), level.name());
        return new ReportEvaluation(of, EvaluationCause.FILED, answer, ExploitationStage.NONE, Bench.NOW);
    }

    private Escalation lock(EntityManager entities) {
        return entities.find(Escalation.class, escalation, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    private void acknowledge(Actor actor) {
        bench.as(actor, "", entities -> {
            Escalation found = lock(entities);
            return found.acknowledge(actor, found.rendering().orElseThrow().sha256(), Bench.NOW);
        });
    }

    @Test
    void theRivalSeesNothing() throws SQLException {
        assertEquals(0, seen(bench.stranger, "escalation"));
        for (String table : CONTENTS) {
            assertEquals(0, seen(bench.stranger, table), table);
        }
    }

    @Test
    void theCoordinatorSeesStateAndClockOnly() throws SQLException {
        assertTrue(seen(bench.coordinator, "escalation") > 0);
        for (String table : CONTENTS) {
            assertEquals(0, seen(bench.coordinator, table), table);
        }
    }

    @Test
    void withoutAnActorNothingIsSeen() throws SQLException {
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            assertEquals(0, count(connection, "escalation"));
            for (String table : CONTENTS) {
                assertEquals(0, count(connection, table), table);
            }
        }
    }

    @Test
    void theAuthorityReadsWhatWasSentAndTheReport() throws SQLException {
        assertArrayEquals(RENDERING, bench.as(duty, "", entities -> {
            Escalation found = entities.find(Escalation.class, escalation);
            UUID document = found.rendering().orElseThrow().id();
            return entities.find(EscalationContent.class, document)
                    .open(found.rendering().orElseThrow(), bench.vault);
        }));
        assertEquals(1, seen(duty, "report_evaluation"));
        assertEquals(1, seen(duty, "report_content"));
    }

    @Test
    void aDutyOfficerAcknowledgesOnce() {
        acknowledge(duty);
        assertEquals(EscalationState.ACKNOWLEDGED, bench.as(bench.reviewer, "", entities -> entities.find(
                        Escalation.class, escalation)
                .state()));
        refuses(
                "escalation_acknowledged_once",
                duty,
                "update escalation set acknowledged_at = acknowledged_at + interval '1 second' where id = ?");
    }

    @Test
    void nobodyElseIsWrittenDownAsAcknowledging() {
        String update =
                """
                update escalation set state = 'ACKNOWLEDGED', due_at = null, acknowledged_at = opened_at, acknowledged_by_person_id = '%s',
                    acknowledged_by_organisation_id = '%s' where id = ?
                """;
        for (Actor other : List.of(bench.reviewer, bench.official)) {
            refuses(
                    "escalation_acknowledged_by_duty_officer",
                    other,
                    update.formatted(other.requirePerson(), other.organisation().orElseThrow()));
        }
    }

    @Test
    void nothingIsLoweredOrEndedWithoutSomebodyWhoSaysWhy() {
        refuses(
                "escalation_never_lowered",
                bench.reviewer,
                "update escalation set level = 'NOTIFY', state = 'WAITING' where id = ?");
        refuses(
                "escalation_change",
                bench.reviewer,
                "update escalation set state = 'STOOD_DOWN', due_at = null where id = ?");
        acknowledge(duty);
        refuses("escalation_stood_down_by_somebody", duty, "update escalation set state = 'STOOD_DOWN' where id = ?");
        bench.as(duty, "", entities -> lock(entities).standDown(duty, "Contained", bench.vault, Bench.NOW));
    }

    @Test
    void aLevelRestsOnAnEvaluationThatAsksForIt() {
        acknowledge(duty);
        bench.as(duty, "", entities -> lock(entities).standDown(duty, "Contained", bench.vault, Bench.NOW));
        refuses(
                "escalation_as_evaluated",
                bench.reviewer,
                """
                insert into escalation (id, row_version, report_id, organisation_id, agreement_id, evaluation_id, level, state, opened_at, state_at, told_at,
                    raises, circle)
                select gen_random_uuid(), 1, report_id, organisation_id, agreement_id, evaluation_id, 'NOTIFY', 'TOLD', opened_at, opened_at, told_at, 0,
                    'ON_DUTY' from escalation where id = ?
                """);
    }

    @Test
    void oneEscalationOfAReportGoesOn() {
        refuses(
                "escalation_one_open",
                bench.reviewer,
                """
                insert into escalation (id, row_version, report_id, organisation_id, agreement_id, evaluation_id, level, state, opened_at, state_at, told_at,
                    due_at, raises, circle)
                select gen_random_uuid(), 1, report_id, organisation_id, agreement_id, evaluation_id, level, state, opened_at, state_at, told_at, due_at, 0,
                    circle from escalation where id = ?
                """);
    }

    @Test
    void theClockRaisesItAgain() {
        bench.as(duty, "", entities -> lock(entities).raiseAgain(Bench.NOW.plus(Duration.ofHours(2))));
        Escalation raised = bench.as(bench.reviewer, "", entities -> entities.find(Escalation.class, escalation));
        assertEquals(1, raised.raises());
        assertEquals(Circle.ALL_DUTY_OFFICERS, raised.circle());
    }

    private void refuses(String constraint, Actor actor, String sql) {
        SQLException refusal = assertThrows(SQLException.class, () -> {
            try (Connection connection = TestDatabase.get().application().getConnection()) {
                connection.setAutoCommit(false);
                bench.enter(connection, actor, "");
                Rows.run(connection, sql, escalation);
                connection.commit();
            }
        });
        assertTrue(
                refusal instanceof org.postgresql.util.PSQLException known
                        && known.getServerErrorMessage() != null
                        && constraint.equals(known.getServerErrorMessage().getConstraint()),
                () -> constraint + ": " + refusal.getMessage());
    }

    private long seen(Actor actor, String table) throws SQLException {
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            connection.setAutoCommit(false);
            bench.enter(connection, actor, "");
            long rows = count(connection, table);
            connection.rollback();
            return rows;
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
