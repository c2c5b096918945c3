package org.sekisho.domain.party.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sessions that the actor may see: their own, and as an administrator those of their people. */
public interface LoginSessions {

    Optional<LoginSession> find(UUID id);

    /** @throws org.sekisho.domain.shared.Refusal when there is none, or none that the actor may see */
    LoginSession require(UUID id);

    /** The session that a token with this hash names, ended or not. */
    Optional<LoginSession> findByTokenHash(byte[] tokenHash);

    /** The sessions of a person that haven't ended by an act; some may have run out. */
    List<LoginSession> openOf(UUID person);

    /** Sessions past their limits that nobody ended, for writing that down. */
    List<LoginSession> lapsed(Instant now, int most);

    /** When the session's person was last here before it, in a session of the same kind; empty at the first visit. */
    Optional<Instant> lastVisitBefore(UUID session);

    void add(LoginSession session);
}
