package org.sekisho.domain.assurance.engagement;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One request as its page shows it.
 *
 * @param agreement under which it is answered; empty where an organisation is audited on its own account
 * @param evidence what answers it, by id
 * @param open whether its engagement isn't closed, so that something can still be done
 */
public record RequestView(
        RequestRow row,
        Optional<UUID> agreement,
        Instant raisedAt,
        Optional<Instant> answeredAt,
        Optional<Instant> judgedAt,
        Set<UUID> evidence,
        boolean open) {

    public RequestView {
        evidence = Set.copyOf(evidence);
    }

    /** Puts it together. */
    public static RequestView of(RequestRow row, AuditRequest request, Engagement engagement) {
        return new RequestView(
                row,
                engagement.agreement(),
                request.raisedAt(),
                request.answeredAt(),
                request.judgement().at(),
                request.evidence(),
                engagement.state() != EngagementState.CLOSED);
    }
}
