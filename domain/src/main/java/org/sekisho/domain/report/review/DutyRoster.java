package org.sekisho.domain.report.review;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** Who is on duty, and when. */
public interface DutyRoster {

    void add(DutyShift shift);

    void remove(DutyShift shift);

    Optional<DutyShift> find(UUID id);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default DutyShift require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** Shifts of an organisation that aren't over, the first to begin first. */
    Page<ShiftRow> shifts(UUID organisation, Instant now, PageRequest page);

    /**
     * Who is on duty now, by organisation, as far as the asker may see. An organisation that isn't in it has nobody on its roster: then all
     * its duty officers are.
     */
    Map<UUID, Set<UUID>> onDuty(Instant now);

    /** A shift as a list shows it; the name is empty where the reader doesn't see it. */
    record ShiftRow(UUID id, UUID person, String name, Instant startsAt, Instant endsAt, boolean current) {}
}
