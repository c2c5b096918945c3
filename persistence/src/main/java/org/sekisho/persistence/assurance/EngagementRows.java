package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.Engagements;
import org.sekisho.persistence.shared.Entities;

/** Engagements as rows. */
@ApplicationScoped
public class EngagementRows implements Engagements {

    @Inject
    private Entities entities;

    @Override
    public Optional<Engagement> find(UUID id) {
        return entities.find(Engagement.class, id);
    }

    @Override
    public List<Engagement> ofAgreement(UUID agreement) {
        return entities.list(
                Engagement.class,
                "select e from Engagement e where e.agreement = :agreement order by e.terms.periodFirst, e.id",
                Map.of("agreement", agreement));
    }

    @Override
    public List<Engagement> ofOwnAccount(UUID audited) {
        return entities.list(
                Engagement.class,
                "select e from Engagement e where e.agreement is null and e.terms.responsibleParty = :audited"
                        + " order by e.terms.periodFirst, e.id",
                Map.of("audited", audited));
    }

    @Override
    public void add(Engagement engagement) {
        entities.add(engagement);
    }
}
