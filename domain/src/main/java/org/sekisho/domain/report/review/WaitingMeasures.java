package org.sekisho.domain.report.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.shared.QueueSource.Waiting;

/** Interim measures that wait for somebody: of each sort on one report the newest. */
public interface WaitingMeasures {

    /** Measures of which no duty officer has confirmed having read, one line for each authority that may. */
    List<WaitingMeasure> unread(Optional<Waiting> who, LocalDate today, int most);

    /** Measures on reports that nobody has submitted for review; the organisation is the owner. */
    List<WaitingMeasure> unreviewed(Optional<Waiting> who, int most);

    /** Measures of which it was said that no review had begun in time, and none runs yet; the organisation is the owner. */
    List<WaitingMeasure> late(int most);

    /** The same, one line for each authority that reads the report. */
    List<WaitingMeasure> lateAtAuthorities(Optional<Waiting> who, LocalDate today, int most);

    /** Measures whose end came and that nobody has undone; the organisation is the owner. */
    List<WaitingMeasure> over(Optional<Waiting> who, int most);

    /**
     * A measure and for whose people it waits.
     *
     * @param owner what the institution is called
     * @param reviewDueAt by when the full review begins
     */
    record WaitingMeasure(
            UUID id,
            UUID report,
            String reference,
            Name owner,
            InterimMeasure.Kind kind,
            Instant expiresAt,
            Instant reviewDueAt,
            UUID organisation) {}
}
