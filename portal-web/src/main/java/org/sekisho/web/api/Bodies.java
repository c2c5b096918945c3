package org.sekisho.web.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Name;

/** Documents of JSON that several resources share. */
public final class Bodies {

    private Bodies() {}

    /** A name in both languages, as it comes in. */
    public record NameBody(@Nullable String en, @Nullable String ja) {

        Name name() {
            return Name.of(en, ja);
        }
    }

    /** An organisation where it is only named. */
    public record OrganisationName(UUID id, String shortName, Name name) {}

    /** How a one-time link goes. */
    public record LinkBody(
            String delivery, Optional<String> url, Optional<String> sealed, Optional<Instant> expiresAt) {}
}
