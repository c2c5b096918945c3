package org.sekisho.domain.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.sekisho.domain.shared.QueueSource.Waiting;

/** What waits for whom, and what they have been told of it. Each method takes a fixed number of statements. */
public interface Notices {

    /** Takes the turn until the transaction ends; {@code false} when another node has it. */
    boolean takeTurn();

    /** Everyone whose account is active, with the roles in effect, once for each organisation to which they belong on this day. */
    List<Waiting> everyone(LocalDate today);

    /** What waited at the last look of this source. */
    List<Notice> of(String source);

    /** Keeps what has changed with a source. */
    void keep(Changes changes, Instant now);

    /** Forgets what came from sources that there are no more. */
    void forgetOthers(Collection<String> sources);

    /**
     * People who are to be told something by now, and for whom no mail of this kind lies in the outbox still, so that nothing piles up
     * while mail can't be sent.
     */
    List<Digest> toTell(int most, Instant now);

    /** Keeps when these are to be told next. */
    void told(Collection<Notice> told);
}
