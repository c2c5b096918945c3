package org.sekisho.web.api;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.domain.assurance.control.CatalogueState;
import org.sekisho.domain.assurance.control.Wording;
import org.sekisho.ejb.assurance.control.CatalogueView;

/** A version of the catalogue of controls; what it says is asked for as an OSCAL catalog. */
public record ControlCatalogueAnswer(
        int version,
        Wording title,
        CatalogueState state,
        boolean delivered,
        boolean current,
        int controls,
        int readVersion,
        Optional<Instant> publishedAt,
        Optional<Instant> withdrawnAt) {

    static ControlCatalogueAnswer of(CatalogueView view) {
        return new ControlCatalogueAnswer(
                view.version(),
                view.catalogue().title(),
                view.state(),
                view.delivered(),
                view.current(),
                view.catalogue().controls().size(),
                view.readVersion(),
                view.publishedAt(),
                view.withdrawnAt());
    }
}
