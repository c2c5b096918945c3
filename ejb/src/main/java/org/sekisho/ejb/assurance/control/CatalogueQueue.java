package org.sekisho.ejb.assurance.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.assurance.control.CatalogueVersion;
import org.sekisho.domain.assurance.control.CatalogueVersions;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/** The draft of the catalogue of controls that waits for a second person; there is one at a time. */
@ApplicationScoped
public class CatalogueQueue implements QueueSource {

    @Inject
    private CatalogueVersions versions;

    @Override
    public List<Waits> waits(Optional<Waiting> who, int most, Instant now) {
        if (who.isPresent() && !who.get().holds(CatalogueVersion.PUBLISHERS)) {
            return List.of();
        }
        return versions.draft().stream()
                .map(draft -> new Waits(item(draft), draft.publishers()))
                .toList();
    }

    private static QueueItem item(CatalogueVersion draft) {
        return new QueueItem(
                new Subject(CatalogueVersion.KIND, draft.id()),
                "queue.catalogue-publish",
                Map.of("version", draft.version()),
                Optional.empty(),
                "queue-consequence.catalogue",
                "queue-action.decide",
                "/control-catalogue?version=" + draft.version());
    }
}
