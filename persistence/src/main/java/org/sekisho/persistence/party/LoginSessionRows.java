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

/** Sign-in sessions as rows. */
@ApplicationScoped
public class LoginSessionRows implements LoginSessions {

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
    public void add(LoginSession session) {
        entities.add(session);
    }
}
