package org.sekisho.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * What an act is about.
 *
 * @param kind the word of the business for it: {@code agreement}, {@code person}, {@code pack}
 * @param id which one
 */
public record Subject(String kind, UUID id) {

    public Subject {
        Objects.requireNonNull(kind, "A subject has a kind");
        Objects.requireNonNull(id, "A subject has an id");
    }

    /** As it stands in the trail: {@code agreement:0190…}. */
    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
