package org.sekisho.domain.trail;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is looked for in the trail; an empty field narrows nothing.
 *
 * @param words a part of the actor's name, e-mail or of an agreement's number, or a whole id
 * @param wordedActs the acts whose wording in a reader's language holds the words: they count as found too
 * @param act one act, as {@code agreement.sign}
 * @param area the first word of acts, as {@code agreement}
 * @param actor {@code person:…} or {@code system:…} as the leaf has it, or a person's id or e-mail
 * @param organisation for which the actor acted
 * @param subject what the act was about
 * @param agreement that the act concerns, be it about the agreement or about what belongs to it
 * @param from the first instant
 * @param until the first instant after the last
 */
public record TrailFilter(
        Optional<String> words,
        Set<String> wordedActs,
        Optional<String> act,
        Optional<String> area,
        Optional<String> actor,
        Optional<UUID> organisation,
        Optional<UUID> subject,
        Optional<UUID> agreement,
        Optional<Outcome> outcome,
        Optional<Instant> from,
        Optional<Instant> until) {

    public TrailFilter {
        wordedActs = Set.copyOf(wordedActs);
    }
}
