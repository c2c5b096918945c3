package org.sekisho.domain.trail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.shared.Subject;

/**
 * An event as lists show it.
 *
 * @param agreementNumber of the agreement that it concerns, where the reader sees that agreement
 * @param subjectName of what it is about, where that has a name and the reader sees it
 * @param events what happened, in the past tense: {@code agreement.signed}
 * @param details what the leaf says in the open, by name
 */
public record TrailEventRow(
        UUID id,
        Instant time,
        Who who,
        String act,
        Optional<Subject> subject,
        Optional<UUID> agreement,
        Optional<String> agreementNumber,
        Optional<Name> subjectName,
        Outcome outcome,
        List<String> events,
        Map<String, String> details) {

    public TrailEventRow {
        events = List.copyOf(events);
        details = Map.copyOf(details);
    }

    /**
     * Who acted.
     *
     * @param actor as the leaf has it: {@code person:…}, {@code system:…} or {@code anonymous}
     * @param name and {@code email}: of the person, where the reader may see who it is
     */
    public record Who(String actor, Optional<Name> name, Optional<String> email, Optional<Party> organisation) {

        /** The person's id. */
        public Optional<UUID> person() {
            return actor.startsWith("person:")
                    ? Optional.of(UUID.fromString(actor.substring("person:".length())))
                    : Optional.empty();
        }

        /** The name of the job. */
        public Optional<String> system() {
            return actor.startsWith("system:") ? Optional.of(actor.substring("system:".length())) : Optional.empty();
        }
    }

    /** An organisation where it is only named. */
    public record Party(UUID id, String shortName, Name name) {}
}
