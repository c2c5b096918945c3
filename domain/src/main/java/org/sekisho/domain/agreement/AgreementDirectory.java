package org.sekisho.domain.agreement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Agreements as lists, pages and packs read them, as far as the asker may see them. */
public interface AgreementDirectory {

    /** Sorted by {@code number} (the list's own order, the newest first), {@code state}, {@code receiver} or {@code lastDay}. */
    Page<AgreementRow> list(AgreementFilter filter, PageRequest page);

    Optional<AgreementView> find(UUID id);

    /** By the number that people call it by. */
    Optional<UUID> findByNumber(String number);

    /**
     * Versions, the newest first; sorted by {@code number}, {@code state}, {@code drafted} or {@code governs}.
     *
     * @param states any of these; empty for all
     */
    Page<VersionRow> versions(UUID agreement, Set<VersionState> states, PageRequest page);

    Optional<VersionView> findVersion(UUID agreement, int number);

    /** What is signed, byte for byte in UTF-8: {@code sha256sum} over it gives the version's hash. Empty until it is fixed. */
    Optional<String> content(UUID agreement, int number);

    /** Comments, the oldest first; sorted by {@code time}, {@code version}, {@code clause} or {@code organisation}. */
    Page<CommentRow> comments(UUID agreement, RemarkFilter filter, PageRequest page);

    /** Proposals, the oldest first; sorted as comments are, or by {@code state}. */
    Page<ProposalRow> proposals(UUID agreement, RemarkFilter filter, PageRequest page);

    Optional<ProposalRow> findProposal(UUID id);

    /**
     * Suspensions of an agreement, the latest first. Sorts: {@code began}, {@code cause}, {@code organisation}.
     *
     * @param cause only those of this one; empty for all
     */
    Page<SuspensionRow> suspensions(UUID agreement, Optional<SuspensionCause> cause, PageRequest page);

    /** Authorities on file for an organisation, those that count before those that ended. */
    List<AuthorityRow> authorities(UUID organisation);

    /**
     * Authorities on file for an organisation, page by page; sorted by {@code standing} (the list's own order: those that count
     * before those that were taken off, the longest valid first), {@code holder}, {@code kind}, {@code reference} or {@code validUntil}.
     */
    Page<AuthorityRow> authorities(UUID organisation, AuthorityFilter filter, PageRequest page);

    /**
     * What was done with the agreement, the newest first. Another party's internal approvals aren't in it.
     *
     * @param own the organisation of the asker
     */
    Page<TimelineRow> timeline(UUID agreement, Optional<UUID> own, TimelineFilter filter, PageRequest page);
}
