package org.sekisho.persistence.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.control.CatalogueState;
import org.sekisho.domain.assurance.control.CatalogueVersion;
import org.sekisho.domain.assurance.control.DeliveredCatalogue;
import org.sekisho.domain.assurance.engagement.Commission;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementTerms;
import org.sekisho.domain.assurance.engagement.IndependenceRules;
import org.sekisho.domain.assurance.evidence.ControlEvidence;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.persistence.report.TestUnit;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.TestDatabase;

/** Who takes in, publishes and reads catalogues of controls, and that what one says and which one an audit goes by never changes. */
class CatalogueRowsTest {

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final Instant NOW = Instant.parse("2026-11-30T01:00:00Z");
    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID AUDITED = UUID.randomUUID();
    private static final UUID FIRM = UUID.randomUUID();
    private static final Actor AUTHOR = person(OWNER, OrganisationKind.MINISTRY, Role.COORDINATOR);
    private static final Actor SECOND = person(OWNER, OrganisationKind.MINISTRY, Role.COORDINATOR);
    private static final Actor BANKER = person(AUDITED, OrganisationKind.INSTITUTION, Role.CISO);

    private UUID draft = UUID.randomUUID();
    private int version;

    private static Actor person(UUID organisation, OrganisationKind kind, Role role) {
        return Actor.person(UUID.randomUUID(), organisation, kind, Set.of(organisation), Set.of(role));
    }

    @BeforeAll
    static void people() throws SQLException {
        asOwner(statement -> {
            AuditRows.organisation(statement, OWNER, "catalogue-owner", "MINISTRY");
            AuditRows.organisation(statement, AUDITED, "catalogue-audited", "INSTITUTION");
            AuditRows.organisation(statement, FIRM, "catalogue-firm", "AUDIT_FIRM");
            for (Actor each : List.of(AUTHOR, SECOND)) {
                AuditRows.person(statement, each.requirePerson(), OWNER);
            }
            AuditRows.person(statement, BANKER.requirePerson(), AUDITED);
        });
    }

    /** A draft of a version that no other test has. */
    @BeforeEach
    void takeIn() throws SQLException {
        asOwner(statement -> statement.execute("delete from control_catalogue where state = 'DRAFT'"));
        version = 2 + Math.abs(UUID.randomUUID().hashCode() % 1_000_000);
        draft = as(AUTHOR, entities -> {
            CatalogueVersion taken = new CatalogueVersion(AUTHOR, version, DeliveredCatalogue.catalogue(), NOW);
            entities.persist(taken);
            return taken.id();
        });
    }

    private void publish() {
        as(SECOND, entities -> find(entities).publish(SECOND, NOW));
    }

    private CatalogueVersion find(EntityManager entities) {
        return entities.find(CatalogueVersion.class, draft);
    }

    private boolean sees(Actor actor) {
        return as(actor, entities -> find(entities) != null);
    }

    private int update(Actor actor, String query) {
        return as(actor, entities -> entities.createNativeQuery(query)
                .setParameter(1, draft)
                .executeUpdate());
    }

    @Test
    void aCatalogueIsKeptAsItWasTakenIn() {
        as(AUTHOR, entities -> {
            CatalogueVersion kept = find(entities);
            assertEquals(DeliveredCatalogue.catalogue(), kept.catalogue());
            assertEquals(DeliveredCatalogue.catalogue().title(), kept.title());
            assertEquals(NOW, kept.draftedAt());
            return kept;
        });
    }

    @Test
    void draftsAreReadByTheSecretariatAndWhatIsPublishedByEverybody() {
        assertEquals(List.of(true, true, false), List.of(sees(AUTHOR), sees(SECOND), sees(BANKER)));
        publish();
        assertEquals(List.of(true, true, true), List.of(sees(AUTHOR), sees(SECOND), sees(BANKER)));
    }

    @Test
    void aDraftIsToldByTheJobThatTellsWhatWaits() throws SQLException {
        for (Map.Entry<String, Integer> job : Map.of("notices", 1, "mailer", 0).entrySet()) {
            try (Connection connection = DATABASE.application().getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("select enter_system('" + job.getKey() + "')");
                try (ResultSet row =
                        statement.executeQuery("select count(*) from control_catalogue where state = 'DRAFT'")) {
                    row.next();
                    assertEquals(job.getValue(), row.getInt(1), job.getKey());
                }
                connection.rollback();
            }
        }
    }

    @Test
    void aBankTakesNothingInAndPublishesNothing() {
        assertThrows(
                PersistenceException.class,
                () -> as(BANKER, entities -> {
                    entities.persist(new CatalogueVersion(BANKER, version + 1, DeliveredCatalogue.catalogue(), NOW));
                    entities.flush();
                    return true;
                }));
        assertEquals(0, update(BANKER, "update control_catalogue set row_version = 7 where id = ?"));
        assertEquals(0, update(BANKER, "delete from control_catalogue where id = ?"));
    }

    @Test
    void thereIsOneDraftAtATime() {
        assertThrows(
                PersistenceException.class,
                () -> as(SECOND, entities -> {
                    entities.persist(new CatalogueVersion(SECOND, version + 1, DeliveredCatalogue.catalogue(), NOW));
                    entities.flush();
                    return true;
                }));
    }

    @Test
    void nobodyPublishesWhatTheyTookInThemselves() {
        assertThrows(
                PersistenceException.class,
                () -> update(
                        AUTHOR,
                        "update control_catalogue set state = 'PUBLISHED', published_at = drafted_at,"
                                + " published_by_person_id = drafted_by_person_id where id = ?"));
    }

    @Test
    void whatACatalogueSaysNeverChangesAndItsStatesFollowOneAnother() {
        assertThrows(
                PersistenceException.class,
                () -> update(AUTHOR, "update control_catalogue set oscal = '{}' where id = ?"));
        publish();
        for (String change : List.of("oscal = '{}'", "title_en = 'x'", "controls = 1", "state = 'DRAFT'")) {
            assertThrows(
                    PersistenceException.class,
                    () -> update(AUTHOR, "update control_catalogue set " + change + " where id = ?"),
                    change);
        }
        assertEquals(0, update(AUTHOR, "delete from control_catalogue where id = ?"));
        as(AUTHOR, entities -> find(entities).withdraw(AUTHOR, "Another governs", NOW));
        assertEquals(
                CatalogueState.WITHDRAWN, as(BANKER, entities -> find(entities).state()));
        assertThrows(
                PersistenceException.class,
                () -> update(
                        AUTHOR,
                        "update control_catalogue set state = 'PUBLISHED', withdrawn_at = null,"
                                + " withdrawn_by_person_id = null, withdraw_reason = '' where id = ?"));
    }

    @Test
    void anAuditGoesByAPublishedVersionAndKeepsIt() throws SQLException {
        UUID audit = UUID.randomUUID();
        asOwner(statement -> AuditRows.engagement(
                statement, audit, "AUD-" + audit.toString().substring(0, 8), OWNER, AUDITED, FIRM));
        String another = "insert into engagement select (jsonb_populate_record(e, jsonb_build_object('id', '"
                + UUID.randomUUID() + "', 'number', 'AUD-" + draft.toString().substring(0, 8)
                + "', 'catalogue_version', " + version + "))).* from engagement e where e.id = '" + audit + "'";
        assertThrows(SQLException.class, () -> asOwner(statement -> statement.execute(another)));
        publish();
        asOwner(statement -> statement.execute(another));
        assertThrows(
                SQLException.class,
                () -> asOwner(statement -> statement.execute(
                        "update engagement set catalogue_version = 1 where catalogue_version = " + version)));
    }

    @Test
    void everyListIsReadInEveryOrder() {
        for (String key : CatalogueLists.LIST.sorts().values()) {
            String query = "select " + key + " as sort_key, " + CatalogueLists.LIST.id() + " as tie, "
                    + CatalogueLists.LIST.columns() + " " + CatalogueLists.LIST.from() + " order by 1, 2";
            assertFalse(as(AUTHOR, entities -> entities.createNativeQuery(query).getResultList())
                    .isEmpty());
        }
    }

    @Test
    void evidenceThatCountsIsCountedByTheControlThatItNames() throws SQLException {
        Period period = new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));
        Engagement audit = new Engagement(
                Optional.empty(),
                "AUD-2026-Q2",
                new Commission(OWNER, OrganisationKind.SECRETARIAT, OrganisationKind.INSTITUTION),
                new EngagementTerms(
                        Standard.ISAE_3000,
                        AssuranceLevel.LIMITED,
                        "criteria",
                        AUDITED,
                        "users",
                        period,
                        Set.of(EvidenceSection.OPERATIONS),
                        LocalDate.of(2026, 12, 15)),
                new IndependenceRules(3, 12),
                1,
                NOW);
        asOwner(statement -> {
            AuditRows.engagement(
                    statement, audit.id(), "AUD-" + audit.id().toString().substring(24), OWNER, AUDITED, FIRM);
            evidence(statement, audit.id(), "ac-1", "RECEIVED", "2026-07-31");
            evidence(statement, audit.id(), "ac-1", "RECEIVED", "2026-08-31");
            evidence(statement, audit.id(), "", "RECEIVED", "2026-09-01");
            evidence(statement, audit.id(), "", "WITHDRAWN", "2026-09-01");
            evidence(statement, audit.id(), "ac-2", "RECEIVED", "2026-06-30");
        });
        assertEquals(
                Set.of(
                        new ControlEvidence(EvidenceSection.OPERATIONS, "ac-1", 2),
                        new ControlEvidence(EvidenceSection.OPERATIONS, "", 1)),
                as(BANKER, entities -> Set.copyOf(evidence(entities).byControl(audit))));
    }

    private static void evidence(Statement statement, UUID audit, String control, String state, String last)
            throws SQLException {
        statement.execute(
                """
                insert into evidence_item (id, row_version, engagement_id, organisation_id, section, control, origin, label, file_type,
                    size, sha256, crc32, proves_first, proves_last, arrived_at, uploaded_by_person_id, state, return_reason)
                values ('%s', 0, '%s', '%s', 'OPERATIONS', '%s', 'UPLOADED', 'AMBER', 'PDF', 1, repeat('a', 64), 0, '2026-06-01', '%s',
                    '2026-10-01 00:00Z', '%s', '%s', '')
                """
                        .formatted(UUID.randomUUID(), audit, AUDITED, control, last, BANKER.requirePerson(), state));
    }

    private static EvidenceRows evidence(EntityManager entities) {
        Sql sql = new Sql();
        EvidenceRows rows = new EvidenceRows();
        inject(sql, "entities", entities);
        inject(rows, "sql", sql);
        return rows;
    }

    private static void inject(Object into, String name, Object value) {
        try {
            Field field = into.getClass().getDeclaredField(name);
            field.setAccessible(true);
            field.set(into, value);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private interface Rows {
        void write(Statement statement) throws SQLException;
    }

    private static void asOwner(Rows rows) throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            rows.write(statement);
        }
    }

    /** In a transaction of the application in which the actor acts. */
    private static <T> T as(Actor actor, Function<EntityManager, T> act) {
        try (EntityManager entities = TestUnit.open()) {
            entities.getTransaction().begin();
            try {
                enter(entities.unwrap(Connection.class), actor);
                T result = act.apply(entities);
                entities.getTransaction().commit();
                return result;
            } finally {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
            }
        }
    }

    private static void enter(Connection connection, Actor actor) {
        try (PreparedStatement statement = connection.prepareStatement(
                """
                select set_config('sekisho.actor', ?, true), set_config('sekisho.person', ?, true),
                       set_config('sekisho.organisation', ?, true), set_config('sekisho.reach', ?, true)
                """)) {
            statement.setString(1, actor.name());
            statement.setString(2, actor.requirePerson().toString());
            statement.setString(3, actor.organisation().orElseThrow().toString());
            statement.setString(4, actor.holds(Role.COORDINATOR) ? "agreements,engagements" : "");
            statement.execute();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
