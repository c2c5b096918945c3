package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.assurance.control.CatalogueState;
import org.sekisho.domain.assurance.control.CatalogueVersion;
import org.sekisho.domain.assurance.control.CatalogueVersions;
import org.sekisho.persistence.shared.Entities;

/** Versions of the catalogue of controls as rows. */
@ApplicationScoped
public class CatalogueRows implements CatalogueVersions {

    @Inject
    private Entities entities;

    @Override
    public Optional<CatalogueVersion> find(int version) {
        return entities.first(
                CatalogueVersion.class,
                "select c from CatalogueVersion c where c.version = :version",
                Map.of("version", version));
    }

    @Override
    public Optional<CatalogueVersion> newest() {
        return entities.first(
                CatalogueVersion.class, "select c from CatalogueVersion c order by c.version desc", Map.of());
    }

    @Override
    public Optional<CatalogueVersion> draft() {
        return entities.first(
                CatalogueVersion.class,
                "select c from CatalogueVersion c where c.state = :state",
                Map.of("state", CatalogueState.DRAFT));
    }

    @Override
    public Optional<CatalogueVersion> newestPublished() {
        return entities.first(
                CatalogueVersion.class,
                "select c from CatalogueVersion c where c.state = :state order by c.version desc",
                Map.of("state", CatalogueState.PUBLISHED));
    }

    @Override
    public void add(CatalogueVersion draft) {
        entities.add(draft);
        entities.flush();
    }

    @Override
    public void remove(CatalogueVersion draft) {
        entities.remove(draft);
    }
}
