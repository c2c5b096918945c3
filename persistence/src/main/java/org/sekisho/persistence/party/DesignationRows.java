package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.organisation.Designation;
import org.sekisho.domain.party.organisation.Designations;
import org.sekisho.persistence.shared.Entities;

/** Designations as rows. */
@ApplicationScoped
public class DesignationRows implements Designations {

    @Inject
    private Entities entities;

    @Override
    public Optional<Designation> find(UUID id) {
        return entities.find(Designation.class, id);
    }

    @Override
    public Designation require(UUID id) {
        return entities.require(Designation.class, id);
    }

    @Override
    public List<Designation> of(UUID organisation) {
        return entities.list(
                Designation.class,
                "select d from Designation d where d.organisation = :organisation order by d.firstDay desc, d.id desc",
                Map.of("organisation", organisation));
    }

    @Override
    public boolean holds(UUID organisation, LocalDate day) {
        return of(organisation).stream().anyMatch(each -> each.holds(day));
    }

    @Override
    public void add(Designation designation) {
        entities.add(designation);
    }
}
