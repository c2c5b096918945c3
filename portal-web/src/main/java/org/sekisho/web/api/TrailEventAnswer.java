package org.sekisho.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Subject;
import org.sekisho.domain.trail.TrailEventRow;
import org.sekisho.web.api.Bodies.OrganisationName;

/**
 * An event in a list.
 *
 * @param actor as the leaf has it
 * @param email of the person, where the caller may see who it is
 * @param events what happened, in the past tense
 * @param details what the leaf says in the open
 */
public record TrailEventAnswer(
        UUID id,
        Instant time,
        String actor,
        Optional<String> email,
        Optional<OrganisationName> organisation,
        String act,
        Optional<String> subject,
        Optional<UUID> agreement,
        String outcome,
        List<String> events,
        Map<String, String> details) {

    static TrailEventAnswer of(TrailEventRow row) {
        return new TrailEventAnswer(
                row.id(),
                row.time(),
                row.who().actor(),
                row.who().email(),
                row.who()
                        .organisation()
                        .map(party -> new OrganisationName(party.id(), party.shortName(), party.name())),
                row.act(),
                row.subject().map(Subject::toString),
                row.agreement(),
                row.outcome().word(),
                row.events(),
                row.details());
    }
}
