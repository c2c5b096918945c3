package org.sekisho.domain.assurance.control;

import java.util.Optional;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** The versions of the catalogue that are kept here, beside the delivered one. */
public interface CatalogueVersions {

    Optional<CatalogueVersion> find(int version);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default CatalogueVersion require(int version) {
        return find(version).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** The one with the highest number. */
    Optional<CatalogueVersion> newest();

    /** The one that waits for its second person, where the reader may see it. */
    Optional<CatalogueVersion> draft();

    /** The published one with the highest number. */
    Optional<CatalogueVersion> newestPublished();

    void add(CatalogueVersion draft);

    /** Takes a draft away. */
    void remove(CatalogueVersion draft);

    /** The version that an engagement goes by that is scheduled now. */
    default int current() {
        return newestPublished().map(CatalogueVersion::version).orElse(DeliveredCatalogue.VERSION);
    }

    /**
     * What a version says, the delivered one included.
     *
     * @throws Refusal with {@link SharedError#NOT_FOUND}
     */
    default ControlCatalogue catalogue(int version) {
        return version == DeliveredCatalogue.VERSION
                ? DeliveredCatalogue.catalogue()
                : require(version).catalogue();
    }
}
