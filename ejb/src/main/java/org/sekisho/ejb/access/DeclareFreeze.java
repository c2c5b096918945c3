package org.sekisho.ejb.access;

import java.util.Optional;
import java.util.UUID;

/**
 * Freezes exactly one thing, or everything.
 *
 * @param agreement an agreement
 * @param person a person, by id or mail address
 * @param organisation an organisation, by id or short name
 * @param all whether everything is frozen
 * @param reason why; kept with the freeze
 */
public record DeclareFreeze(
        Optional<UUID> agreement, Optional<String> person, Optional<String> organisation, boolean all, String reason) {}
