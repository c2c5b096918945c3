package org.sekisho.domain.agreement.access;

import java.time.LocalDate;
import java.util.UUID;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.party.Role;

/** A grant as a decision sees it, in whatever state. */
public record GrantFact(
        UUID agreement,
        UUID person,
        UUID organisation,
        Role role,
        LocalDate firstDay,
        LocalDate lastDay,
        GrantState state) {}
