package org.sekisho.domain.assurance.finding;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** Keeps findings and, apart from them, what they say and what was said about them. */
public interface AuditFindings {

    Optional<AuditFinding> find(UUID id);

    /** @throws Refusal {@code shared.not-found} */
    default AuditFinding require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** Those of one engagement that the reader may see, by number. */
    List<AuditFinding> ofEngagement(UUID engagement);

    /** The next free number in the engagement, from 1; two that ask at once get different ones, or one of them is refused. */
    int nextNumber(UUID engagement);

    /** What a revision says, a part a row. */
    List<FindingText> texts(UUID finding, int revision);

    /** What was said about it and its actions, the earliest first. */
    List<FindingStatement> statements(UUID finding);

    void add(AuditFinding finding);

    void add(FindingText text);

    void add(FindingStatement statement);
}
