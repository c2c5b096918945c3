package org.sekisho.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.shared.Page;

/** Documents of JSON that several resources share. */
public final class Bodies {

    private Bodies() {}

    /** One page of a list: the items, and the cursor of the following page where there is one. */
    public record Items<T>(List<T> items, Optional<String> next) {

        static <T> Items<T> of(Page<T> page) {
            return new Items<>(page.items(), page.next());
        }
    }

    /** A name in both languages, as it comes in. */
    public record NameBody(@Nullable String en, @Nullable String ja) {

        Name name() {
            return Name.of(en, ja);
        }
    }

    /** An organisation where it is only named. */
    public record OrganisationName(UUID id, String shortName, Name name) {}

    /** How a one-time link goes. */
    public record LinkBody(String delivery, Optional<String> url, Optional<Instant> expiresAt) {}
}
