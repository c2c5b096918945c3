package org.sekisho.domain.report.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.report.decision.EscalationLevel;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Escalations as pages and lists read them, as far as the asker may see them. */
public interface EscalationDirectory {

    /**
     * What waits first, by its clock, then the others, the latest first: the list's own order {@code urgency}. Or sorted by {@code opened},
     * {@code due}, {@code level}, {@code state}, {@code organisation} or {@code number}.
     */
    Page<EscalationRow> list(EscalationFilter filter, PageRequest page);

    Optional<EscalationRow> find(UUID escalation);

    /** An authority that is designated on a day. */
    record Authority(UUID id, Name name) {}

    /** The authorities that escalations go to on this day. */
    List<Authority> authorities(LocalDate day);

    /** What an organisation is called. */
    Name name(UUID organisation);

    /** The names of organisations, as the person who acts reads them. */
    Map<UUID, String> organisations(Set<UUID> ids);

    /**
     * An escalation that goes on, for the queues.
     *
     * @param contextAdded whether the institution has said something to it
     */
    record Going(
            UUID id,
            String reference,
            UUID organisation,
            Name organisationName,
            EscalationLevel level,
            EscalationState state,
            Instant openedAt,
            Instant toldAt,
            Optional<Instant> dueAt,
            int raises,
            Circle circle,
            boolean eased,
            boolean contextAdded) {}

    /** Those that go on, the oldest clock first; of one organisation where one is given. */
    List<Going> going(Optional<UUID> organisation, int most);
}
