package org.sekisho.ejb.assurance.control;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.control.CatalogueState;
import org.sekisho.domain.assurance.control.CatalogueVersion;
import org.sekisho.domain.assurance.control.ControlCatalogue;
import org.sekisho.domain.assurance.control.DeliveredCatalogue;

/**
 * A version of the catalogue with what it says.
 *
 * @param delivered whether it comes with the product
 * @param current whether an engagement that is scheduled now goes by it
 * @param readVersion what a publication has to name, so that nobody decides on what they haven't seen
 * @param draftedBy the person who took it in
 */
public record CatalogueView(
        int version,
        CatalogueState state,
        boolean delivered,
        boolean current,
        int readVersion,
        Optional<UUID> draftedBy,
        Optional<Instant> draftedAt,
        Optional<Instant> publishedAt,
        Optional<Instant> withdrawnAt,
        String withdrawReason,
        ControlCatalogue catalogue) {

    static CatalogueView of(CatalogueVersion kept, int current) {
        return new CatalogueView(
                kept.version(),
                kept.state(),
                false,
                kept.version() == current,
                kept.rowVersion(),
                Optional.of(kept.draftedBy()),
                Optional.of(kept.draftedAt()),
                kept.publishedAt(),
                kept.withdrawnAt(),
                kept.withdrawReason(),
                kept.catalogue());
    }

    static CatalogueView delivered(int current) {
        return new CatalogueView(
                DeliveredCatalogue.VERSION,
                CatalogueState.PUBLISHED,
                true,
                current == DeliveredCatalogue.VERSION,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                DeliveredCatalogue.catalogue());
    }
}
