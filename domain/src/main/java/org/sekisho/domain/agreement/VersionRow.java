package org.sekisho.domain.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A version as the list of versions shows it.
 *
 * @param contentHash SHA-256 in hexadecimal of what is signed, once it is fixed
 * @param signed how many parties' signatures are in effect
 * @param needed how many parties there are
 * @param endReason why it was given up; empty otherwise
 */
public record VersionRow(
        UUID id,
        int number,
        Optional<Integer> basedOn,
        VersionState state,
        Instant draftedAt,
        Optional<Instant> roundEndsAt,
        Optional<Instant> roundClosedAt,
        Optional<Instant> frozenAt,
        Optional<String> contentHash,
        Optional<LocalDate> governsFrom,
        Optional<LocalDate> firstDay,
        Optional<LocalDate> lastDay,
        Optional<Instant> governsSince,
        Optional<Instant> endedAt,
        String endReason,
        int signed,
        int needed) {}
