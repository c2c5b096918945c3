package org.sekisho.domain.playbook;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which versions of playbooks a list shows; what is empty doesn't narrow.
 *
 * @param states any of these; empty for all
 * @param words a part of a title or of the code
 */
public record PlaybookFilter(
        Optional<UUID> organisation, Optional<String> code, Set<PlaybookState> states, Optional<String> words) {

    public PlaybookFilter {
        states = Set.copyOf(states);
    }

    /** Every playbook the asker may see. */
    public static PlaybookFilter all() {
        return new PlaybookFilter(Optional.empty(), Optional.empty(), Set.of(), Optional.empty());
    }
}
