package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.ApprovalNeeded;
import org.sekisho.domain.agreement.clause.Audience;
import org.sekisho.domain.agreement.clause.ExportClause;
import org.sekisho.domain.agreement.clause.ExportClause.Format;
import org.sekisho.domain.agreement.clause.ExportClause.Material;
import org.sekisho.domain.agreement.clause.ExportClause.Rule;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.embargo.Consent;
import org.sekisho.domain.report.embargo.Embargo;
import org.sekisho.domain.report.release.Recipient;
import org.sekisho.domain.report.release.Release;
import org.sekisho.domain.report.release.ReleaseOrder;
import org.sekisho.domain.report.release.ReleaseState;
import org.sekisho.domain.report.release.ReleasedContent;
import org.sekisho.domain.report.release.WaitingReleases.MissingApproval;
import org.sekisho.domain.report.release.WaitingReleases.MissingReceipt;
import org.sekisho.persistence.shared.TestDatabase;

/** Releases and embargoes in the database: who sees them, and what it refuses whoever asks. */
class ReleaseRowsTest {

    private static final byte[] BYTES = "{\"rendering\":1}".getBytes(StandardCharsets.UTF_8);
    private static final List<String> TABLES = List.of(
            "report_release",
            "report_release_person",
            "report_release_needed",
            "report_release_content",
            "report_release_approval",
            "report_release_receipt",
            "embargo",
            "embargo_participant",
            "embargo_step");

    private final Bench bench = new Bench();
    private final Actor ciso = bench.insertPerson(bench.bank, OrganisationKind.INSTITUTION, Role.CISO);
    private final Actor neighbour = bench.insertPerson(bench.rival, OrganisationKind.INSTITUTION, Role.CISO);
    private UUID report = UUID.randomUUID();

    @BeforeEach
    void aReport() {
        report = bench.inReview(RiskTier.HIGH, 1);
    }

    private UUID request(Set<UUID> people) {
        return bench.as(bench.reviewer, "", entities -> {
            Rule rule = new Rule(
                    Role.SECURITY_REVIEWER,
                    Material.REPORT,
                    Audience.PEER,
                    List.of(new ApprovalNeeded(Role.CISO, 1)),
                    Set.of(Format.JSON),
                    100);
            Recipient to = new Recipient(bench.rival, OrganisationKind.INSTITUTION, people);
            ReleaseOrder order = ReleaseOrder.under(
                    Optional.of(new ExportClause(List.of(rule))), bench.reviewer, to, Format.JSON, false);
            Release release =
                    new Release(entities.find(Report.class, report), order, BYTES, 0, bench.reviewer, Bench.NOW);
            entities.persist(release);
            entities.persist(release.keep(BYTES, bench.vault));
            return release.id();
        });
    }

    private void approve(UUID release) {
        bench.as(ciso, "", entities -> {
            Release locked = lock(entities, release);
            return locked.approval()
                    .approve(ciso, Role.CISO, locked.sha256(), entities.find(Report.class, report), true, Bench.NOW);
        });
    }

    private static Release lock(EntityManager entities, UUID id) {
        return entities.find(Release.class, id, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    @Test
    void theRecipientSeesNothingBeforeItIsReleased() throws SQLException {
        UUID release = request(Set.of());
        for (String table : TABLES) {
            assertEquals(0, seen(bench.stranger, table), table);
        }
        approve(release);
        assertEquals(1, seen(bench.stranger, "report_release"));
        assertEquals(1, seen(bench.stranger, "report_release_content"));
        // How it came to that is the business of whoever released it.
        assertEquals(0, seen(bench.stranger, "report_release_approval"));
        assertEquals(0, seen(bench.stranger, "report_release_needed"));
        assertEquals(0, seen(bench.stranger, "report_content"));
        assertEquals(0, seen(bench.stranger, "report"));
    }

    @Test
    void onlyThoseNamedSeeIt() throws SQLException {
        approve(request(Set.of(bench.stranger.requirePerson())));
        assertEquals(1, seen(bench.stranger, "report_release_content"));
        for (String table : TABLES) {
            assertEquals(0, seen(neighbour, table), table);
        }
    }

    @Test
    void theCoordinatorSeesThatSomethingLeftAndNotWhat() throws SQLException {
        approve(request(Set.of()));
        assertTrue(seen(bench.coordinator, "report_release") > 0);
        assertEquals(0, seen(bench.coordinator, "report_release_content"));
    }

    @Test
    void withoutAnActorNothingIsSeen() throws SQLException {
        approve(request(Set.of()));
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            for (String table : TABLES) {
                assertEquals(0, count(connection, table), table);
            }
        }
    }

    @Test
    void whatLeftIsReadAsItWasKeptUntilTheRecall() {
        UUID release = request(Set.of());
        approve(release);
        assertArrayEquals(BYTES, bench.as(bench.stranger, "", entities -> entities.find(ReleasedContent.class, release)
                .open(entities.find(Release.class, release), bench.vault)));
        bench.as(bench.stranger, "", entities -> lock(entities, release)
                .receipt()
                .received(bench.stranger, Bench.NOW));
        bench.as(bench.reviewer, "", entities -> lock(entities, release)
                .recall(bench.reviewer, "Wrong recipient", bench.vault, Bench.NOW));
        assertEquals(
                Boolean.TRUE,
                bench.as(bench.stranger, "", entities -> entities.find(ReleasedContent.class, release) == null));
        bench.as(bench.stranger, "", entities -> lock(entities, release)
                .receipt()
                .destroyed(bench.stranger, Bench.NOW));
        assertEquals(Boolean.FALSE, bench.as(bench.reviewer, "", entities -> entities.find(Release.class, release)
                .receipt()
                .isDestructionOutstanding()));
    }

    @Test
    void nothingIsReleasedWithoutItsApprovals() throws SQLException {
        UUID release = request(Set.of());
        refuses(
                "report_release_as_approved",
                ciso,
                "update report_release set state = 'RELEASED' where id = ?",
                release);
        refuses("report_release_step", ciso, "update report_release set state = 'RECALLED' where id = ?", release);
        assertEquals(0, seen(bench.stranger, "report_release"));
    }

    @Test
    void nothingLeavesForSomebodyWhoDoesntKeepTheEmbargo() {
        Instant end = Bench.NOW.plus(Duration.ofDays(30));
        UUID release = request(Set.of());
        UUID embargo = bench.as(bench.reviewer, "", entities -> {
            Embargo proposed = new Embargo(
                    entities.find(Report.class, report), end, ZoneId.of("Asia/Tokyo"), bench.reviewer, Bench.NOW);
            proposed.ask(bench.reviewer, bench.rival, OrganisationKind.INSTITUTION, end, Bench.NOW);
            entities.persist(proposed);
            return proposed.id();
        });
        // As if nobody had looked at the embargo before.
        PersistenceException refused = assertThrows(PersistenceException.class, () -> approve(release));
        assertTrue(String.valueOf(refused).contains("keeps no embargo"), () -> String.valueOf(refused));
        bench.as(bench.stranger, "", entities -> entities.find(
                        Embargo.class, embargo, LockModeType.PESSIMISTIC_FORCE_INCREMENT)
                .answer(bench.stranger, true, end, Bench.NOW));
        approve(release);
    }

    @Test
    void noApprovalCountsOfWhoAskedOrOfOtherBytes() {
        UUID release = request(Set.of());
        String insert =
                """
                insert into report_release_approval (id, release_id, role, person_id, sha256, approved_at)
                select ?, r.id, 'CISO', ?, %s, timestamptz '2026-11-27 01:00Z' from report_release r where r.id = ?
                """;
        refuses(
                "report_release_approval_by_another",
                bench.reviewer,
                insert.formatted("r.sha256"),
                UUID.randomUUID(),
                bench.reviewer.requirePerson(),
                release);
        refuses(
                "report_release_approval_asked",
                ciso,
                insert.formatted("repeat('0', 64)"),
                UUID.randomUUID(),
                ciso.requirePerson(),
                release);
        refuses(
                "report_release_approval_by_role",
                bench.colleague,
                insert.formatted("r.sha256"),
                UUID.randomUUID(),
                bench.colleague.requirePerson(),
                release);
        Actor tied = bench.insertPerson(bench.bank, OrganisationKind.INSTITUTION, Role.CISO, bench.rival);
        refuses(
                "report_release_approval_untied",
                tied,
                insert.formatted("r.sha256"),
                UUID.randomUUID(),
                tied.requirePerson(),
                release);
    }

    @Test
    void participantsSeeTheEmbargoAndTheirOwnAnswerOnly() throws SQLException {
        Instant end = Bench.NOW.plus(Duration.ofDays(30));
        UUID vendor = UUID.randomUUID();
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            Rows.organisation(owner, vendor, OrganisationKind.IT_VENDOR);
        }
        UUID embargo = bench.as(bench.reviewer, "", entities -> {
            Embargo proposed = new Embargo(
                    entities.find(Report.class, report), end, ZoneId.of("Asia/Tokyo"), bench.reviewer, Bench.NOW);
            proposed.ask(
                    bench.reviewer,
                    bench.rival,
                    OrganisationKind.INSTITUTION,
                    Bench.NOW.plus(Duration.ofDays(2)),
                    Bench.NOW);
            proposed.ask(
                    bench.reviewer, vendor, OrganisationKind.IT_VENDOR, Bench.NOW.plus(Duration.ofDays(2)), Bench.NOW);
            entities.persist(proposed);
            return proposed.id();
        });
        assertEquals(1, seen(bench.stranger, "embargo"));
        assertEquals(1, seen(bench.stranger, "embargo_participant"));
        assertEquals(0, seen(bench.stranger, "report"));
        bench.as(bench.stranger, "", entities -> entities.find(
                        Embargo.class, embargo, LockModeType.PESSIMISTIC_FORCE_INCREMENT)
                .answer(bench.stranger, true, end, Bench.NOW));
        assertEquals(Consent.ACCEPTED, bench.as(bench.reviewer, "", entities -> entities.find(Embargo.class, embargo)
                .participant(bench.rival)
                .orElseThrow()
                .consent(Bench.NOW)));
        // Proposed, and its own question and answer; the vendor's isn't seen.
        assertEquals(3, seen(bench.stranger, "embargo_step"));
        assertEquals(4, seen(bench.reviewer, "embargo_step"));
        assertEquals(0, seen(bench.official, "embargo"));
        for (String untold : List.of(
                "update embargo set until = until + interval '1 day' where id = '" + embargo + "'",
                "update embargo_participant set declined = true, answered_at = answered_at + interval '1 second'"
                        + " where embargo_id = '" + embargo + "' and answered_at is not null")) {
            assertThrows(
                    PersistenceException.class,
                    () -> bench.as(bench.reviewer, "", entities -> entities.createNativeQuery(untold)
                            .executeUpdate()),
                    untold);
        }
        String observer = "insert into embargo_participant (id, embargo_id, organisation_id, answer_by, declined)"
                + " select gen_random_uuid(), e.id, '" + bench.secretariat
                + "', e.until, false from embargo e where e.id = '" + embargo + "'";
        assertThrows(
                PersistenceException.class,
                () -> bench.as(bench.reviewer, "", entities -> entities.createNativeQuery(observer)
                        .executeUpdate()),
                "who observes keeps no embargo");
    }

    @Test
    void aReleaseKeepsItsApprovalsAndPeople() {
        UUID release = request(Set.of(bench.stranger.requirePerson()));
        approve(release);
        bench.as(bench.reviewer, "", entities -> {
            Release kept = entities.find(Release.class, release);
            assertEquals(ReleaseState.RELEASED, kept.state());
            assertEquals(Set.of(bench.stranger.requirePerson()), kept.people());
            assertEquals(List.of(new ApprovalNeeded(Role.CISO, 1)), kept.needed());
            assertEquals(ciso.requirePerson(), kept.approval().given().get(0).person());
            return kept;
        });
    }

    @Test
    void whoCanApproveIsToldAsTheJobSays() {
        UUID release = request(Set.of());
        MissingApproval said = unapproved(release).orElseThrow();
        assertEquals(Role.CISO, said.role());
        assertEquals(Set.of(bench.reviewer.requirePerson()), said.except());
        assertTrue(unapproved(release, ciso).isPresent());
        assertTrue(unapproved(release, bench.reviewer).isEmpty(), "nobody approves what they asked for");
        assertTrue(unapproved(release, neighbour).isEmpty());
        approve(release);
        assertTrue(unapproved(release).isEmpty());
    }

    @Test
    void whoOwesAReceiptIsToldUntilItIsConfirmed() {
        UUID release = request(Set.of(bench.stranger.requirePerson()));
        assertTrue(unconfirmed(release).isEmpty());
        approve(release);
        MissingReceipt owed = unconfirmed(release).orElseThrow();
        assertEquals(Set.of(bench.stranger.requirePerson()), owed.people());
        assertEquals(Optional.of(owed), unconfirmed(release, bench.stranger));
        assertTrue(unconfirmed(release, neighbour).isEmpty());
        bench.as(bench.stranger, "", entities -> lock(entities, release)
                .receipt()
                .received(bench.stranger, Bench.NOW));
        assertTrue(unconfirmed(release).isEmpty());
        assertTrue(unconfirmed(release, bench.stranger).isEmpty());
    }

    private Optional<MissingApproval> unapproved(UUID release) {
        return WaitingReviewRowsTest.asJob(
                        "notices", entities -> waiting(entities).unapproved(Optional.empty(), 5_000, Bench.NOW))
                .stream()
                .filter(each -> each.release().equals(release))
                .findFirst();
    }

    private Optional<MissingApproval> unapproved(UUID release, Actor actor) {
        return bench
                .as(actor, "", entities -> waiting(entities)
                        .unapproved(Optional.of(WaitingReviewRowsTest.who(actor)), 50, Bench.NOW))
                .stream()
                .filter(each -> each.release().equals(release))
                .findFirst();
    }

    private Optional<MissingReceipt> unconfirmed(UUID release) {
        return WaitingReviewRowsTest.asJob(
                        "notices", entities -> waiting(entities).unconfirmed(Optional.empty(), 5_000))
                .stream()
                .filter(each -> each.release().equals(release))
                .findFirst();
    }

    private Optional<MissingReceipt> unconfirmed(UUID release, Actor actor) {
        return bench
                .as(actor, "", entities -> waiting(entities)
                        .unconfirmed(Optional.of(WaitingReviewRowsTest.who(actor)), 50))
                .stream()
                .filter(each -> each.release().equals(release))
                .findFirst();
    }

    private static WaitingReleaseRows waiting(EntityManager entities) {
        WaitingReleaseRows rows = new WaitingReleaseRows();
        TestUnit.inject(rows, "sql", ReviewQueueListsTest.sql(entities));
        return rows;
    }

    private void refuses(String constraint, Actor actor, String sql, Object... parameters) {
        SQLException refusal = assertThrows(SQLException.class, () -> {
            try (Connection connection = TestDatabase.get().application().getConnection()) {
                connection.setAutoCommit(false);
                bench.enter(connection, actor, "");
                Rows.run(connection, sql, parameters);
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
