package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.persistence.shared.TestDatabase;

/** Who is on duty, as the application's role reads it. */
class DutyRosterRowsTest {

    private final Bench bench = new Bench();
    private final Actor first = officer(bench.unit, OrganisationKind.AUTHORITY);
    private final Actor later = officer(bench.unit, OrganisationKind.AUTHORITY);
    private final Actor former = officer(bench.unit, OrganisationKind.AUTHORITY);
    private final Actor ofBank = officer(bench.bank, OrganisationKind.INSTITUTION);

    private Actor officer(UUID organisation, OrganisationKind kind) {
        return bench.insertPerson(organisation, kind, Role.DUTY_OFFICER);
    }

    @BeforeEach
    void rosters() throws SQLException {
        role(first);
        role(later);
        role(ofBank);
        shift(first, Bench.NOW.minus(Duration.ofHours(1)));
        shift(later, Bench.NOW.plus(Duration.ofHours(8)));
        // The roster still names somebody who holds the role no more.
        shift(former, Bench.NOW.minus(Duration.ofHours(1)));
        shift(ofBank, Bench.NOW);
    }

    @Test
    void whoHoldsTheRoleAndHasAShiftIsOnDuty() {
        assertEquals(Map.of(bench.unit, Set.of(first.requirePerson())), onDuty(bench.official, Bench.NOW));
        // A shift's end doesn't belong to it.
        assertEquals(
                Map.of(bench.unit, Set.of(later.requirePerson())),
                onDuty(bench.official, Bench.NOW.plus(Duration.ofHours(8))));
        assertEquals(Map.of(), onDuty(bench.official, Bench.NOW.plus(Duration.ofHours(16))));
    }

    @Test
    void anOrganisationSeesItsOwnRosterAlone() {
        assertEquals(Map.of(bench.bank, Set.of(ofBank.requirePerson())), onDuty(bench.reviewer, Bench.NOW));
        assertEquals(Map.of(), onDuty(bench.stranger, Bench.NOW));
    }

    private Map<UUID, Set<UUID>> onDuty(Actor reader, Instant now) {
        return bench.as(reader, "", entities -> {
            DutyRosterRows roster = new DutyRosterRows();
            TestUnit.inject(roster, "sql", ReviewQueueListsTest.sql(entities));
            return roster.onDuty(now);
        });
    }

    private static void role(Actor person) throws SQLException {
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            Rows.run(
                    owner,
                    """
                    insert into role_assignment (id, version, person_id, role, organisation_id, state, founding, reason,
                        requested_by_own_administrator, requested_at, effective_at, closed_reason)
                    values (?, 1, ?, 'DUTY_OFFICER', ?, 'IN_EFFECT', true, '', false, now(), now(), '')
                    """,
                    UUID.randomUUID(),
                    person.requirePerson(),
                    person.organisation().orElseThrow());
        }
    }

    /** Of eight hours. */
    private static void shift(Actor person, Instant from) throws SQLException {
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            Rows.run(
                    owner,
                    """
                    insert into duty_shift (id, organisation_id, person_id, starts_at, ends_at, recorded_by_person_id, recorded_at)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """,
                    UUID.randomUUID(),
                    person.organisation().orElseThrow(),
                    person.requirePerson(),
                    at(from),
                    at(from.plus(Duration.ofHours(8))),
                    person.requirePerson(),
                    at(Bench.NOW));
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
