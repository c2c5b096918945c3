package org.sekisho.domain.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** The reports that the asker may see, and apart from them what they say. */
public interface Reports {

    Optional<Report> find(UUID id);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default Report require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /**
     * For changing it, its review or a vote in it: the row is locked until the transaction ends, and its version goes up, so that a vote
     * and a change don't miss each other.
     *
     * @throws Refusal with {@link SharedError#NOT_FOUND}
     */
    Report requireLocked(UUID id);

    /** What a revision says; empty where the reader may see the report but not its content. */
    Optional<RevisionContent> content(UUID revision);

    /** The next numbers of the organisation, so many together, of which the first is given back. None is given twice. */
    int nextNumbers(UUID organisation, int count);

    /** Where a report comes from; empty where the reader may see the report but not its content. */
    Optional<ReportOrigin> origin(UUID report);

    /** What a later file calls graver than the one did that the report came with. */
    Optional<GraverRepeat> graver(UUID report);

    /** Reports whose tables weren't asked since a later file called them graver, the gravest first. */
    List<UUID> unaskedGraver(int limit);

    void add(Report report, RevisionContent content, ReportOrigin origin);

    void add(RevisionContent content);

    /** Reports put off whose time is over. */
    List<UUID> withDeferralOver(Instant now, int limit);
}
