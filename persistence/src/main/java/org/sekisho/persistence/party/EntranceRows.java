package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.party.signin.SessionKind;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Sets the actor of the transaction by the functions of the schema, which alone may resolve a session. */
@ApplicationScoped
public class EntranceRows implements Entrance {

    @Inject
    private Sql sql;

    @Override
    public Optional<Entered> enter(byte[] sessionHash, Instant now) {
        return sql.query(
                        """
                        select e.person_id, e.organisation_id, e.organisation_kind, array_to_string(e.affiliations, ','),
                               array_to_string(e.roles, ','), e.session_id, e.second_factor, e.language, e.must_change_password,
                               e.second_factor_enrolled, (select s.kind from login_session s where s.id = e.session_id)
                        from enter(:hash, :now) e
                        """)
                .with("hash", sessionHash)
                .with("now", now)
                .first(EntranceRows::entered);
    }

    @Override
    public Optional<FeedReader> enterByCalendarFeed(byte[] tokenHash, Instant now) {
        return sql.query(
                        """
                        select e.person_id, e.organisation_id, e.organisation_kind, array_to_string(e.affiliations, ','),
                               array_to_string(e.roles, ','), e.feed_id, e.second_factor, e.second_factor_enrolled,
                               e.must_change_password, e.language, e.first_of_day
                        from enter_by_calendar_feed(:hash, :now) e
                        """)
                .with("hash", tokenHash)
                .with("now", now)
                .first(row -> new FeedReader(
                        actor(row), row.id(5), row.flag(6), row.flag(7), row.flag(8), row.text(9), row.flag(10)));
    }

    @Override
    public void enter(SystemJob job) {
        sql.query("select cast(enter_system(:job) as text)")
                .with("job", job.job())
                .list(row -> "");
    }

    @Override
    public void holdSnapshot() {
        sql.query("set transaction isolation level repeatable read").run();
    }

    @Override
    public <T> T withReachOf(SystemReach reach, Supplier<T> reading) {
        String before = borrow(reach.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        boolean alive = false;
        try {
            T read = reading.get();
            alive = true;
            return read;
        } catch (Refusal refusal) {
            alive = true;
            throw refusal;
        } finally {
            // After a failure in the database the transaction takes no more statements, and its settings end with it.
            if (alive) {
                borrow(before);
            }
        }
    }

    /** Sets the reach that is borrowed, and says which one was before. */
    private String borrow(String reach) {
        return sql.query("select coalesce(current_setting('sekisho.borrowed', true), ''),"
                        + " set_config('sekisho.borrowed', :reach, true)")
                .with("reach", reach)
                .first(row -> row.text(0))
                .orElse("");
    }

    /** The actor of the first five columns. */
    private static Actor actor(Row row) {
        Set<UUID> affiliations = row.list(3).stream().map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
        Set<Role> roles = row.list(4).stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
        return Actor.person(row.id(0), row.id(1), row.constant(2, OrganisationKind.class), affiliations, roles);
    }

    private static Entered entered(Row row) {
        return new Entered(
                actor(row),
                row.id(5),
                row.constant(10, SessionKind.class),
                row.flag(6),
                row.flag(9),
                row.flag(8),
                row.text(7));
    }
}
