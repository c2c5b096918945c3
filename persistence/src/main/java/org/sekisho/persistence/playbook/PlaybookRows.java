package org.sekisho.persistence.playbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.playbook.Playbook;
import org.sekisho.domain.playbook.PlaybookState;
import org.sekisho.domain.playbook.Playbooks;
import org.sekisho.persistence.shared.Entities;

/** Playbooks as rows. */
@ApplicationScoped
public class PlaybookRows implements Playbooks {

    @Inject
    private Entities entities;

    @Override
    public Optional<Playbook> find(UUID id) {
        return entities.find(Playbook.class, id);
    }

    @Override
    public Optional<Playbook> find(UUID organisation, String code, PlaybookState state) {
        return entities
                .listLocked(
                        Playbook.class,
                        """
                        select p from Playbook p
                        where p.organisation = :organisation and p.code = :code and p.state = :state
                        order by p.version desc
                        """,
                        Map.of("organisation", organisation, "code", code, "state", state))
                .stream()
                .findFirst();
    }

    @Override
    public void store(Playbook draft) {
        entities.add(draft);
    }
}
