package org.sekisho.domain.agreement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.Name;

/**
 * One act in an agreement's life, as its timeline shows it: taken from the trail, without what is personal in it.
 *
 * @param event the event of the trail, under which its proof is found
 * @param act as the trail names it: {@code agreement.sign}
 * @param events what the act did, in the past tense: {@code agreement.signed}
 * @param system the system's actor, {@code system:agreement-term}, where no person acted
 * @param organisation for whom the person acted
 * @param personName the name, where the asker may see that person
 * @param details the open details by name; lists are joined by commas
 */
public record TimelineRow(
        UUID event,
        Instant time,
        String act,
        List<String> events,
        Optional<String> system,
        Optional<UUID> organisation,
        Optional<Name> personName,
        Map<String, String> details) {

    public TimelineRow {
        events = List.copyOf(events);
        details = Map.copyOf(details);
    }
}
