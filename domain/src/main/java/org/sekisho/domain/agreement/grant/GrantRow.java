package org.sekisho.domain.agreement.grant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.sekisho.domain.party.Role;

/**
 * A grant as a list shows it.
 *
 * @param agreementNumber the agreement's number, for example AGR-2026-0004
 * @param organisationName the organisation's name in the reader's language
 * @param changedAt when the last step was taken
 */
public record GrantRow(
        UUID id,
        UUID agreement,
        String agreementNumber,
        UUID organisation,
        String organisationName,
        UUID person,
        String personName,
        String personEmail,
        Role role,
        LocalDate firstDay,
        LocalDate lastDay,
        GrantState state,
        Instant changedAt) {}
