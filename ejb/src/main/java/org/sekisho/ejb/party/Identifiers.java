package org.sekisho.ejb.party;

import java.util.Optional;
import java.util.UUID;

/** Reads identifiers that came as text. */
final class Identifiers {

    private Identifiers() {}

    /** The identifier, where the text is one in its full form. */
    static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
