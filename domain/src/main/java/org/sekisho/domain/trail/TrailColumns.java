package org.sekisho.domain.trail;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonString;

/**
 * What of an event is kept beside its leaf, for lists, policies, packs and counts to read. All of it follows from the leaf and from the
 * details that were too large for it: nothing else proves these columns, so whoever checks the trail compares them with {@link #of}. What
 * isn't there is an empty text, as in the leaf.
 *
 * @param subject {@code agreement:0190…}
 * @param outcome the word for it
 * @param agreement the id of the agreement that the event concerns
 * @param changes whether something was changed
 */
public record TrailColumns(
        String id,
        Instant time,
        String actor,
        String organisation,
        String act,
        String subject,
        String outcome,
        String agreement,
        boolean changes) {

    private static final String OF_AGREEMENT = "agreement:";
    private static final String OF_FREEZE = "freeze:";

    /** What is told of an act that changed nothing. */
    private static final Set<String> CHANGES_NOTHING = Set.of("access.decided", "pack.download-begun");

    /**
     * What a leaf says of them.
     *
     * @param details those of the leaf, or where they were too large for it those that it holds the hash of
     * @throws RuntimeException where it isn't a leaf
     */
    public static TrailColumns of(JsonObject leaf, JsonObject details) {
        String subject = leaf.string("subject");
        String outcome = leaf.string("outcome");
        return new TrailColumns(
                leaf.string("id"),
                Instant.parse(leaf.string("time")),
                leaf.string("actor"),
                leaf.string("organisation"),
                leaf.string("act"),
                subject,
                outcome,
                agreement(subject, details).map(UUID::toString).orElse(""),
                changes(outcome, details));
    }

    /** The agreement that an event is about, or that its subject belongs to. */
    static Optional<UUID> agreement(String subject, JsonObject details) {
        if (subject.startsWith(OF_AGREEMENT)) {
            return Optional.of(UUID.fromString(subject.substring(OF_AGREEMENT.length())));
        }
        // Freezes named it as their target before they named it as every other event does.
        boolean target = subject.startsWith(OF_FREEZE)
                && details.find("scope").equals(Optional.of(new JsonString("AGREEMENT")))
                && details.find(TrailEvent.AGREEMENT).isEmpty();
        return details.findString(target ? "target" : TrailEvent.AGREEMENT).map(UUID::fromString);
    }

    /** Whether an event tells of a change, and not only of a read, of a refusal, or of a decision that was asked for. */
    static boolean changes(String outcome, JsonObject details) {
        return outcome.equals(Outcome.DONE.word())
                && details.find(TrailEvent.EVENTS).orElse(null) instanceof JsonArray events
                && events.strings().stream().anyMatch(event -> !CHANGES_NOTHING.contains(event));
    }
}
