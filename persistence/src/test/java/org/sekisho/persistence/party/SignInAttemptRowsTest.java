package org.sekisho.persistence.party;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.signin.SignInThrottle;
import org.sekisho.domain.party.signin.SignInThrottle.Tally;
import org.sekisho.persistence.report.TestUnit;
import org.sekisho.persistence.shared.Sql;

/** What decides how long somebody who failed to sign in has to wait: the failures of one address and of one account, each counted for itself. */
class SignInAttemptRowsTest {

    private static final Instant NOW = Instant.parse("2026-11-02T00:00:00Z");

    private final String office = UUID.randomUUID().toString();
    private final String elsewhere = UUID.randomUUID().toString();
    private final byte[] account = SignInThrottle.accountKey(UUID.randomUUID().toString());
    private final EntityManager entities = TestUnit.open();
    private final SignInAttemptRows attempts = new SignInAttemptRows();

    @BeforeEach
    void enter() throws SQLException {
        entities.getTransaction().begin();
        try (Statement statement = entities.unwrap(Connection.class).createStatement()) {
            statement.execute("select set_config('sekisho.actor', 'system:sign-in', true),"
                    + " set_config('sekisho.reach', 'sign-in', true)");
        }
        Sql sql = new Sql();
        TestUnit.inject(sql, "entities", entities);
        TestUnit.inject(attempts, "sql", sql);
    }

    @AfterEach
    void leave() {
        entities.getTransaction().rollback();
        entities.close();
    }

    @Test
    void failuresOfOthersFromTheSameAddressDoNotShortenTheWaitForTheAccount() {
        fail(50, office, SignInThrottle.accountKey("somebody else"), Duration.ofMinutes(14));
        fail(SignInThrottle.MOST_BY_ACCOUNT, elsewhere, account, Duration.ofMinutes(5));

        SignInThrottle.Failures failures = attempts.failures(office, account, NOW);

        assertEquals(new Tally(50, Optional.empty()), failures.byAddress());
        assertEquals(
                new Tally(SignInThrottle.MOST_BY_ACCOUNT, Optional.of(NOW.minus(Duration.ofMinutes(5)))),
                failures.byAccount());
        assertEquals(Duration.ofMinutes(10), SignInThrottle.waitFor(failures, NOW));
    }

    @Test
    void ofMoreThanTheLimitTheWaitIsForTheOneThatLeavesFewerThanIt() {
        fail(3, elsewhere, account, Duration.ofMinutes(12));
        fail(SignInThrottle.MOST_BY_ACCOUNT, elsewhere, account, Duration.ofMinutes(2));
        assertEquals(Duration.ofMinutes(13), SignInThrottle.waitFor(attempts.failures(office, account, NOW), NOW));
    }

    @Test
    void whatIsOlderThanTheWindowIsNotCounted() {
        fail(SignInThrottle.MOST_BY_ACCOUNT, elsewhere, account, SignInThrottle.WINDOW);
        assertEquals(Duration.ZERO, SignInThrottle.waitFor(attempts.failures(office, account, NOW), NOW));
    }

    private void fail(int times, String address, byte[] key, Duration ago) {
        for (int i = 0; i < times; i++) {
            attempts.recordFailure(address, key, NOW.minus(ago));
        }
    }
}
