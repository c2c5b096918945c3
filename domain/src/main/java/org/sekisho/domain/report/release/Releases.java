package org.sekisho.domain.report.release;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Audience;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** The releases that the asker may see. */
public interface Releases {

    Optional<Release> find(UUID id);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default Release require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /**
     * For changing it: the row is locked until the transaction ends.
     *
     * @throws Refusal with {@link SharedError#NOT_FOUND}
     */
    Release requireLocked(UUID id);

    /** What leaves; empty where the asker sees the release but not its content. */
    Optional<ReleasedContent> content(UUID release);

    void add(Release release, ReleasedContent content);

    /**
     * How many releases the organisation asked for under one rule of the agreement since then, declined and withdrawn ones left out. Until
     * the transaction ends, no other asks the same.
     */
    int askedSince(UUID organisation, UUID agreement, Role who, Audience to, Instant since);
}
