package org.sekisho.domain.agreement.grant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One grant with its history, as its page and an evidence pack show it. */
public record GrantView(GrantRow row, String reason, int version, List<Step> steps) {

    public GrantView {
        steps = List.copyOf(steps);
    }

    /**
     * One act of the history.
     *
     * @param personName the name, where the asker may see that person
     * @param reason the words given; empty where none were asked for
     */
    public record Step(
            int number,
            GrantAct act,
            String actorName,
            Optional<UUID> person,
            Optional<String> personName,
            Optional<UUID> organisation,
            Instant doneAt,
            String reason) {}
}
