package org.sekisho.persistence.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.shared.Subject;
import org.sekisho.domain.trail.Outcome;
import org.sekisho.domain.trail.TrailEvent;
import org.sekisho.domain.trail.log.ColumnAudit;
import org.sekisho.domain.trail.log.Tampering;
import org.sekisho.domain.trail.log.Tampering.Kind;
import org.sekisho.domain.trail.log.TrailAudit;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.persistence.shared.TestDatabase.Databases;

/**
 * What the owner of the database does to all that people read of an event, and leaves its leaf as it is: every leaf is still the one that was
 * signed, and an act is gone from lists, packs and access logs all the same.
 */
class ColumnTamperingTest {

    /** An event with a subject, an organisation, and words that somebody typed. */
    private static final int PLAIN = 4;

    /** An event whose details were too large for its leaf. */
    private static final int LARGE = 5;

    private static final int FREEZE = 6;
    private static final int SEQUENCED = 7;

    private static int databases;

    private final Databases database = TestDatabase.get().another("column_tampering_" + ++databases);
    private final TestTrail trail = new TestTrail(database);

    @BeforeEach
    void sequence() throws Exception {
        trail.write(PLAIN);
        write("grant", Outcome.DONE, Map.of("events", List.of("grant.approved"), "agreement", UUID.randomUUID()));
        write(
                "intake",
                Outcome.DONE,
                Map.of(
                        "events",
                        List.of("intake.published"),
                        "agreement",
                        UUID.randomUUID(),
                        "kept",
                        Collections.nCopies(600, UUID.randomUUID())));
        write("freeze", Outcome.DONE, Map.of("scope", "AGREEMENT", "target", UUID.randomUUID()));
        trail.sequenceAll();
        assertEquals(SEQUENCED, trail.number("select count(*) from trail_leaf"));
        assertEquals(1, trail.number("select count(*) from trail_material"));
        trail.write(1);
        assertEquals(List.of(), readings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time = time - interval '1 year'",
                "actor = 'person:' || gen_random_uuid()",
                "organisation = null",
                "organisation = gen_random_uuid()",
                "act = 'grant.list'",
                "subject_kind = 'person'",
                "subject_id = gen_random_uuid()",
                "subject_kind = null, subject_id = null",
                "outcome = 'refused'",
                "agreement = null",
                "agreement = gen_random_uuid()",
                "changes = false",
                "leaf_hash = sha256('another')"
            })
    void aColumnThatDiffersFromItsLeafIsFound(String change) throws Exception {
        trail.asOwner("update trail_event set " + change + " where id = " + event(PLAIN));
        assertFound(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreement = gen_random_uuid()", "changes = false"})
    void aColumnThatDiffersFromDetailsTooLargeForALeafIsFound(String change) throws Exception {
        trail.asOwner("update trail_event set " + change + " where id = " + event(LARGE));
        assertFound(LARGE);
    }

    @Test
    void anIdThatIsNotThatOfTheLeafIsFound() throws Exception {
        trail.asOwner(
                """
                alter table trail_leaf drop constraint trail_leaf_event_fkey;
                update trail_event set id = '0190f000-0000-7000-8000-000000000000' where id = %s;
                update trail_leaf set event = '0190f000-0000-7000-8000-000000000000' where index = 2
                """
                        .formatted(event(2)));
        assertFound(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update trail_material set material = convert_to(replace(convert_from(material, 'UTF8'), 'published', 'abandoned'), 'UTF8')",
                "update trail_material set material = '{'",
                "delete from trail_material"
            })
    void detailsTooLargeForALeafThatDifferFromItsHashAreFound(String change) throws Exception {
        trail.asOwner(change);
        assertFound(LARGE);
    }

    @Test
    void detailsBesideALeafThatHasItsOwnAreFound() throws Exception {
        trail.asOwner("insert into trail_material (event, material) values (" + event(PLAIN)
                + ", convert_to('{\"events\":[\"grant.withdrawn\"]}', 'UTF8'))");
        assertFound(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"value = 'another reason'", "key = sha256('another')", "detail = 'comment'"})
    void anOpeningThatDoesNotOpenItsCommitmentIsFound(String change) throws Exception {
        trail.asOwner("update trail_opening set " + change + " where event = " + event(PLAIN));
        assertFound(PLAIN);
    }

    @Test
    void anOpeningOfDetailsTooLargeForALeafIsComparedToo() throws Exception {
        trail.asOwner("update trail_opening set value = 'another reason' where event = " + event(LARGE));
        assertFound(LARGE);
    }

    @Test
    void anOpeningOfWhatTheLeafCommitsToNothingAboutIsFound() throws Exception {
        trail.asOwner("insert into trail_opening values (" + event(1) + ", 'reason', sha256('key'), 'because')");
        assertFound(1);
    }

    @Test
    void anErasedOpeningIsNoFinding() throws Exception {
        trail.asOwner("delete from trail_opening");
        assertEquals(List.of(), readings());
    }

    @Test
    void aFreezeThatNamesItsAgreementOnlyAsItsTargetConcernsIt() throws Exception {
        trail.asOwner("update trail_event set agreement = null where id = " + event(FREEZE));
        assertFound(FREEZE);
    }

    @Test
    void anEventThatWaitsForItsPlaceIsComparedToo() throws Exception {
        trail.asOwner("update trail_event set actor = 'system:other' where id in (select event from trail_outbox)");
        assertFound(SEQUENCED);
    }

    @Test
    void aLeafThatIsNoJsonStopsNothing() throws Exception {
        trail.asOwner(
                "update trail_event set leaf = '\\xff00', leaf_hash = sha256('\\x00ff00') where id = " + event(0));
        trail.asOwner("update trail_event set act = 'other' where id = " + event(3));
        assertEquals(List.of("COLUMNS_DIFFER 0", "COLUMNS_DIFFER 3"), readings());
    }

    @Test
    void aPlaceFarOffKeepsNobodyWaiting() throws Exception {
        trail.asOwner(
                """
                alter table trail_leaf drop constraint trail_leaf_event_fkey;
                insert into trail_leaf (index, event) values (9223372036854775807, gen_random_uuid());
                update trail_event set act = 'other' where id = %s
                """
                        .formatted(event(3)));
        assertEquals(List.of("COLUMNS_DIFFER 3"), readings());
    }

    /** At this place, with this event, while every leaf is as it was signed. */
    private void assertFound(int index) throws Exception {
        try (JdbcLogRecords records = JdbcLogRecords.of(database.owner())) {
            assertEquals(
                    List.of(),
                    new TrailAudit(
                                    records,
                                    List.of(trail.key().signer(TestTrail.ORIGIN).verifier()),
                                    List.of())
                            .run());
            List<Tampering> found = ColumnAudit.run(records);
            assertEquals(
                    List.of(Kind.COLUMNS_DIFFER),
                    found.stream().map(Tampering::kind).toList());
            assertEquals(index, found.get(0).first());
            assertEquals(
                    1,
                    trail.number(
                            "select count(*) from trail_event e left join trail_leaf l on l.event = e.id where e.id = '"
                                    + found.get(0).event().orElseThrow() + "' and coalesce(l.index, " + SEQUENCED
                                    + ") = " + index));
        }
    }

    private List<String> readings() {
        try (JdbcLogRecords records = JdbcLogRecords.of(database.owner())) {
            return ColumnAudit.run(records).stream()
                    .map(each -> each.kind() + " " + each.first())
                    .toList();
        }
    }

    private static String event(int index) {
        return "(select event from trail_leaf where index = " + index + ")";
    }

    /** Writes an event as the portal does, with a reason that somebody typed. */
    private void write(String kind, Outcome outcome, Map<String, Object> details) throws SQLException {
        TrailEvent event = TrailEvent.of(new TrailEvent.Draft(
                Instant.parse("2026-11-01T10:11:12.345678Z"),
                "person:" + UUID.randomUUID(),
                Optional.of(UUID.randomUUID()),
                kind + ".approve",
                Optional.of(new Subject(kind, UUID.randomUUID())),
                outcome,
                new TreeMap<>(details),
                new TreeMap<>(Map.of("reason", "„because“ \"of\" \n that"))));
        try (Connection connection = trail.writer()) {
            try (Statement enter = connection.createStatement()) {
                enter.execute("select enter_system('installer')");
            }
            Subject subject = event.subject().orElseThrow();
            insert(
                    connection,
                    """
                    insert into trail_event (id, time, actor, organisation, act, subject_kind, subject_id, outcome, leaf, leaf_hash,
                                             agreement, changes)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?)
                    """,
                    event.id(),
                    event.time().atOffset(ZoneOffset.UTC),
                    event.actor(),
                    event.organisation().orElseThrow(),
                    event.act(),
                    subject.kind(),
                    subject.id(),
                    event.outcome().word(),
                    event.leaf(),
                    event.leafHash(),
                    event.agreement().map(UUID::toString).orElse(null),
                    event.changes());
            insert(
                    connection,
                    "insert into trail_outbox (event, leaf_hash) values (?, ?)",
                    event.id(),
                    event.leafHash());
            for (Map.Entry<String, TrailEvent.Opening> each : event.openings().entrySet()) {
                insert(
                        connection,
                        "insert into trail_opening (event, detail, key, value) values (?, ?, ?, ?)",
                        event.id(),
                        each.getKey(),
                        each.getValue().key(),
                        each.getValue().value());
            }
            if (event.material().isPresent()) {
                insert(
                        connection,
                        "insert into trail_material (event, material) values (?, ?)",
                        event.id(),
                        event.material().get());
            }
            connection.commit();
        }
    }

    private static void insert(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }
}
