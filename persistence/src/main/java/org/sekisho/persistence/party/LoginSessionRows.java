package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.signin.LoginSession;
import org.sekisho.domain.party.signin.LoginSessions;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** Sign-in sessions as rows. */
@ApplicationScoped
public class LoginSessionRows implements LoginSessions {

    /** A session that was rotated began when the one before it did: it is the same visit. */
    private static final String LAST_VISIT =
            """
            select max(o.last_seen_at)
            from login_session s
                join login_session o on o.person_id = s.person_id and o.kind = s.kind and o.signed_in_at < s.signed_in_at
            where s.id = :session
            """;

    @Inject
    private Sql sql;

    @Inject
    private Entities entities;

    @Override
    public Optional<LoginSession> find(UUID id) {
        return entities.find(LoginSession.class, id);
    }

    @Override
    public LoginSession require(UUID id) {
        return entities.require(LoginSession.class, id);
    }

    @Override
    public Optional<LoginSession> findByTokenHash(byte[] tokenHash) {
        return entities.first(
                LoginSession.class,
                "select s from LoginSession s where s.tokenHash = :hash",
                Map.of("hash", tokenHash));
    }

    @Override
    public List<LoginSession> openOf(UUID person) {
        return entities.list(
                LoginSession.class,
                "select s from LoginSession s where s.person = :person and s.endedAt is null",
                Map.of("person", person));
    }

    @Override
    public List<LoginSession> lapsed(Instant now, int most) {
        List<LoginSession> open = entities.list(
                LoginSession.class,
                "select s from LoginSession s where s.endedAt is null and (s.expiresAt <= :now or s.lastSeenAt <="
                        + " :idle)",
                Map.of("now", now, "idle", now.minus(LoginSession.IDLE_LIMIT)));
        return open.size() <= most ? open : open.subList(0, most);
    }

    @Override
    public Optional<Instant> lastVisitBefore(UUID session) {
        return sql.query(LAST_VISIT)
                .with("session", session)
                .first(row -> row.optionalInstant(0))
                .flatMap(last -> last);
    }

    @Override
    public void add(LoginSession session) {
        entities.add(session);
    }
}
