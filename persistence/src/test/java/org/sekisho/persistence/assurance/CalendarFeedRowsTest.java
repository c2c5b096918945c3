package org.sekisho.persistence.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.assurance.calendar.CalendarEntry;
import org.sekisho.domain.assurance.calendar.CalendarEntry.Kind;
import org.sekisho.domain.assurance.calendar.CalendarFeed;
import org.sekisho.domain.party.Entrance.FeedReader;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.persistence.party.EntranceRows;
import org.sekisho.persistence.report.TestUnit;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.TestDatabase;

/** Feeds and what they tell, by the provider of the product. */
class CalendarFeedRowsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");

    private final UUID bank = UUID.randomUUID();
    private final UUID firm = UUID.randomUUID();
    private final UUID office = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();
    private final UUID audit = UUID.randomUUID();
    private final String number = "AUD-" + audit.toString().substring(0, 8);

    private final EntranceRows entrance = new EntranceRows();
    private final CalendarFeedRows feeds = new CalendarFeedRows();
    private final CalendarEntryRows entries = new CalendarEntryRows();

    @BeforeEach
    void aPersonWithAnAddress() throws SQLException {
        try (Connection owner = TestDatabase.get().owner().getConnection();
                Statement statement = owner.createStatement()) {
            AuditRows.organisation(statement, bank, "r" + bank.toString().substring(0, 8), "INSTITUTION");
            AuditRows.organisation(statement, firm, "r" + firm.toString().substring(0, 8), "AUDIT_FIRM");
            CalendarFeedTest.person(owner, person, bank, "CISO");
            AuditRows.organisation(statement, office, "r" + office.toString().substring(0, 8), "MODEL_PROVIDER");
            AuditRows.engagement(statement, audit, number, office, bank, firm);
        }
    }

    @Test
    void whoReadsIsThePersonWithTheirRoles() {
        FeedReader reader = read(person.toString(), found -> found.orElseThrow());
        assertEquals(person, reader.actor().requirePerson());
        assertEquals(Optional.of(bank), reader.actor().organisation());
        assertEquals(Set.of(Role.CISO), reader.actor().roles());
        assertTrue(reader.secondFactor());
        assertEquals("EN", reader.language());
    }

    @Test
    void theCalendarIsThePersonsOwn() {
        List<CalendarEntry> found = read(person.toString(), reader -> entries.all());
        assertEquals(
                List.of(
                        entry(Kind.PERIOD_END, LocalDate.of(2026, 9, 30)),
                        entry(Kind.REPORT_DUE, LocalDate.of(2026, 12, 15))),
                found);
    }

    private CalendarEntry entry(Kind kind, LocalDate day) {
        return new CalendarEntry(
                kind,
                audit,
                number,
                OptionalInt.empty(),
                false,
                day,
                Instant.parse("2026-06-01T00:00:00Z"),
                Optional.of(Instant.parse("2026-07-02T00:00:00Z")),
                0);
    }

    @Test
    void anAddressTakesThePlaceOfTheOneBefore() {
        String token = Tokens.fresh();
        UUID made = read(person.toString(), reader -> {
            CalendarFeed before = feeds.current(person, bank).orElseThrow();
            before.revoke(NOW);
            CalendarFeed next = new CalendarFeed(token, reader.orElseThrow().actor(), true, NOW);
            feeds.add(next);
            return next.id();
        });
        assertEquals(Optional.empty(), read(person.toString(), reader -> reader));
        CalendarFeed current = read(token, reader -> feeds.current(person, bank).orElseThrow());
        assertEquals(made, current.id());
        assertEquals(NOW, current.madeAt());
        assertEquals(Optional.of(NOW), current.lastReadAt());
    }

    @Test
    void theFirstReadingOfADayInTokyoIsTold() {
        Instant lateInTheEvening = Instant.parse("2026-11-24T14:59:59Z");
        assertTrue(isFirst(NOW));
        assertFalse(isFirst(NOW));
        assertFalse(isFirst(lateInTheEvening));
        assertTrue(isFirst(lateInTheEvening.plusSeconds(1)));
        // A node whose clock is behind tells no day twice.
        assertFalse(isFirst(lateInTheEvening));
    }

    private boolean isFirst(Instant at) {
        return read(person.toString(), at, reader -> reader.orElseThrow().firstOfDay());
    }

    private <T> T read(String token, Function<Optional<FeedReader>, T> act) {
        return read(token, NOW, act);
    }

    /** Does something as whoever the address names, and commits it. */
    private <T> T read(String token, Instant at, Function<Optional<FeedReader>, T> act) {
        EntityManager manager = TestUnit.open();
        try {
            Sql sql = new Sql();
            Entities entities = new Entities();
            TestUnit.inject(sql, "entities", manager);
            TestUnit.inject(entities, "entities", manager);
            TestUnit.inject(entrance, "sql", sql);
            TestUnit.inject(entries, "sql", sql);
            TestUnit.inject(feeds, "entities", entities);
            manager.getTransaction().begin();
            T done = act.apply(entrance.enterByCalendarFeed(Tokens.hash(token), at));
            manager.getTransaction().commit();
            return done;
        } finally {
            manager.close();
        }
    }
}
