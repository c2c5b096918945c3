package org.sekisho.domain.shared;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that waits for a person: what it is, by when, what happens if nothing is done, and where it is done. The words stand
 * in the bundles under the three keys.
 *
 * @param subject what has to be dealt with
 * @param textKey names the sentence that says what waits
 * @param parameters what the sentences need, by name: strings, numbers, dates, identifiers
 * @param due by when; empty when nothing runs out
 * @param consequenceKey names the sentence that says what happens if nothing is done; it is never an approval
 * @param actionKey names the words on the button
 * @param path where it is done, within the portal: {@code /audits/…}
 */
public record QueueItem(
        Subject subject,
        String textKey,
        Map<String, Object> parameters,
        Optional<Instant> due,
        String consequenceKey,
        String actionKey,
        String path) {

    /** Oldest clock first; what has no clock comes last. Ties are broken, so that a reload doesn't shuffle the list. */
    public static final Comparator<QueueItem> OLDEST_CLOCK_FIRST = Comparator.comparing(
                    (QueueItem item) -> item.due().orElse(Instant.MAX))
            .thenComparing(QueueItem::textKey)
            .thenComparing(item -> item.subject().toString());

    public QueueItem {
        Objects.requireNonNull(subject, "An item is about something");
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("Not a path within the portal: " + path);
        }
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * What it is told apart by: what waits, of what, and what happens if nothing is done. When that changes, because a clock ran out,
     * it is another item, and people are told anew.
     */
    public String key() {
        return textKey + " " + subject.kind() + ":" + subject.id() + " " + consequenceKey;
    }
}
