package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.trail.Outcome;
import org.sekisho.domain.trail.TrailFilter;
import org.sekisho.ejb.party.OrganisationService;

/** Makes a filter of what an address asks for; organisations and agreements may be named. */
@RequestScoped
public class TrailQuery {

    @Inject
    private OrganisationService organisations;

    @Inject
    private AgreementNames agreements;

    TrailFilter filter(TrailParameters given) {
        return new TrailFilter(
                Listing.given(given.words),
                Set.of(),
                Listing.given(given.act),
                Listing.given(given.area),
                Listing.given(given.actor),
                Listing.given(given.organisation)
                        .map(name -> organisations.find(name).id()),
                Listing.given(given.subject).map(TrailQuery::subject),
                Listing.given(given.agreement).map(agreements::id),
                Listing.constant(given.outcome, Outcome.class, "outcome"),
                instant(given.from, "from"),
                instant(given.until, "until"));
    }

    private static UUID subject(String given) {
        try {
            return UUID.fromString(given.substring(given.indexOf(':') + 1));
        } catch (IllegalArgumentException malformed) {
            throw Refusal.of(SharedError.MALFORMED, "field", "subject");
        }
    }

    private static Optional<Instant> instant(@Nullable String given, String field) {
        try {
            return Listing.given(given)
                    .map(text -> OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
        } catch (DateTimeParseException malformed) {
            throw Refusal.of(SharedError.MALFORMED, "field", field);
        }
    }
}
