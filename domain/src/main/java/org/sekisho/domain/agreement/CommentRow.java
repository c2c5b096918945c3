package org.sekisho.domain.agreement;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.party.Name;

/**
 * A comment as the negotiation shows it.
 *
 * @param clause empty when the whole agreement is meant
 * @param personName the name, where the asker may see that person
 */
public record CommentRow(
        UUID id,
        int versionNumber,
        Optional<ClauseKind> clause,
        UUID organisation,
        UUID person,
        Optional<Name> personName,
        String text,
        Instant madeAt) {}
