package org.sekisho.ejb.party;

import java.util.List;
import java.util.UUID;
import org.sekisho.domain.party.signin.SessionDirectory.SessionRow;

/**
 * Where a person is signed in.
 *
 * @param current the session in which this is asked
 */
public record MySessions(UUID current, List<SessionRow> sessions) {

    public MySessions {
        sessions = List.copyOf(sessions);
    }
}
