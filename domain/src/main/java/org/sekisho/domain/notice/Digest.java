package org.sekisho.domain.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one person is told in one mail: how much waits and until when, and never what.
 *
 * @param waiting how many things wait for the person in all
 * @param firstDue when the first of them is due, or was
 * @param told those of which the person is told with it, with when they are told next
 */
public record Digest(UUID person, int waiting, Optional<Instant> firstDue, List<Notice> told) {

    public Digest {
        told = List.copyOf(told);
    }

    /** Of all that waits for one person. */
    public static Digest of(Collection<Notice> all, Instant now) {
        return new Digest(
                all.iterator().next().person(),
                all.size(),
                all.stream().flatMap(each -> each.due().stream()).min(Comparator.naturalOrder()),
                all.stream()
                        .filter(each -> each.isToBeTold(now))
                        .map(each -> each.told(now))
                        .toList());
    }
}
