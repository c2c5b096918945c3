package org.sekisho.ejb.party;

import java.util.UUID;
import org.sekisho.domain.party.signin.SessionDirectory.SessionRow;
import org.sekisho.domain.shared.Page;

/**
 * Where a person is signed in.
 *
 * @param current the session in which this is asked
 */
public record MySessions(UUID current, Page<SessionRow> sessions) {}
