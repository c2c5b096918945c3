package org.sekisho.domain.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a verb of the domain did. It becomes part of the trail: identifiers, codes, hashes and numbers stand in it openly, a
 * personal detail only as a commitment, and content of reports or evidence never.
 */
public final class DomainEvent {

    private final String name;
    private final Subject subject;
    private final SortedMap<String, Object> details;
    private final SortedMap<String, String> personal;

    private DomainEvent(
            String name, Subject subject, SortedMap<String, Object> details, SortedMap<String, String> personal) {
        this.name = name;
        this.subject = subject;
        this.details = Collections.unmodifiableSortedMap(details);
        this.personal = Collections.unmodifiableSortedMap(personal);
    }

    /** @param name what happened, in the past tense: {@code agreement.signed} */
    public static Builder of(String name, String kind, UUID subject) {
        return new Builder(name, new Subject(kind, subject));
    }

    /** What happened, in the past tense. */
    public String name() {
        return name;
    }

    public Subject subject() {
        return subject;
    }

    /** Open details: values are strings, longs, or lists of strings. */
    public SortedMap<String, Object> details() {
        return details;
    }

    /** Details about a person: the trail holds commitments to them, and what opens a commitment can be erased. */
    public SortedMap<String, String> personal() {
        return personal;
    }

    @Override
    public String toString() {
        return name + " " + subject + " " + details;
    }

    /** Collects the details of one event. */
    public static final class Builder {

        private final String name;
        private final Subject subject;
        private final SortedMap<String, Object> details = new TreeMap<>();
        private final SortedMap<String, String> personal = new TreeMap<>();

        private Builder(String name, Subject subject) {
            this.name = Objects.requireNonNull(name, "An event has a name");
            this.subject = subject;
        }

        /** A detail in the open; null is left out. */
        public Builder with(String key, @Nullable String value) {
            if (value != null) {
                details.put(key, value);
            }
            return this;
        }

        public Builder with(String key, @Nullable UUID value) {
            return with(key, value == null ? null : value.toString());
        }

        public Builder with(String key, @Nullable Enum<?> value) {
            return with(key, value == null ? null : value.name());
        }

        public Builder with(String key, @Nullable Instant value) {
            return with(key, value == null ? null : value.toString());
        }

        public Builder with(String key, @Nullable LocalDate value) {
            return with(key, value == null ? null : value.toString());
        }

        /** A number; its magnitude must stay below 2^53, which the leaf of the trail checks. */
        public Builder with(String key, long value) {
            details.put(key, value);
            return this;
        }

        public Builder with(String key, List<String> values) {
            details.put(key, List.copyOf(values));
            return this;
        }

        /** A detail about a person, or words that a person typed. */
        public Builder personal(String key, @Nullable String value) {
            if (value != null && !value.isEmpty()) {
                personal.put(key, value);
            }
            return this;
        }

        public DomainEvent build() {
            return new DomainEvent(name, subject, details, personal);
        }
    }
}
