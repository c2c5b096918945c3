package org.sekisho.domain.agreement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Which authorities on file a list shows; what is empty doesn't narrow.
 *
 * @param authority only this one
 * @param revoked those that were taken off, or those that weren't
 * @param validOn those whose last day isn't before this day
 * @param overOn those whose last day lies before this day
 * @param words a part of the holder's name or of the document
 */
public record AuthorityFilter(
        Optional<UUID> authority,
        Optional<Boolean> revoked,
        Optional<LocalDate> validOn,
        Optional<LocalDate> overOn,
        Optional<AuthorityKind> kind,
        Optional<String> words) {

    /** Every authority. */
    public static AuthorityFilter all() {
        return new AuthorityFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Those that somebody can sign by on this day. */
    public static AuthorityFilter countingOn(LocalDate day) {
        return new AuthorityFilter(
                Optional.empty(),
                Optional.of(false),
                Optional.of(day),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** One of them. */
    public static AuthorityFilter only(UUID authority) {
        return new AuthorityFilter(
                Optional.of(authority),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
