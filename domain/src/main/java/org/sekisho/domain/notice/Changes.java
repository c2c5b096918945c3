package org.sekisho.domain.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What differs, in one source, between what waited at the last look and what waits now.
 *
 * @param fresh what waits since
 * @param moved what waits until another time than before
 * @param gone what waits no more; should it come back, it is told anew
 */
public record Changes(List<Notice> fresh, List<Notice> moved, List<Notice> gone) {

    public Changes {
        fresh = List.copyOf(fresh);
        moved = List.copyOf(moved);
        gone = List.copyOf(gone);
    }

    private record Key(UUID person, String item) {

        static Key of(Notice notice) {
            return new Key(notice.person(), notice.item());
        }
    }

    /**
     * Compares.
     *
     * @param waiting what waits now; the same twice is one, due when the first of both is
     */
    public static Changes between(Collection<Notice> before, Collection<Notice> waiting, Instant now) {
        Map<Key, Notice> left = new LinkedHashMap<>();
        before.forEach(notice -> left.put(Key.of(notice), notice));
        Map<Key, Notice> current = new LinkedHashMap<>();
        waiting.forEach(notice -> current.merge(Key.of(notice), notice, Changes::sooner));
        List<Notice> fresh = new ArrayList<>();
        List<Notice> moved = new ArrayList<>();
        current.forEach((key, notice) -> {
            Optional<Notice> known = Optional.ofNullable(left.remove(key));
            if (known.isEmpty()) {
                fresh.add(notice);
            } else if (!known.get().due().equals(notice.due())) {
                moved.add(known.get().moved(notice.due(), now));
            }
        });
        return new Changes(fresh, moved, new ArrayList<>(left.values()));
    }

    private static Notice sooner(Notice one, Notice other) {
        return one.due().orElse(Instant.MAX).isAfter(other.due().orElse(Instant.MAX)) ? other : one;
    }
}
