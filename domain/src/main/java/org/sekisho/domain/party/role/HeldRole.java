package org.sekisho.domain.party.role;

import java.util.UUID;
import org.sekisho.domain.party.Role;

/**
 * A role that counts when conflicts are checked.
 *
 * @param organisation at which it is or was held
 * @param former whether it ended, at an organisation that the person left less than two years ago; else it is in effect or asked for
 */
public record HeldRole(Role role, UUID organisation, boolean former) {}
