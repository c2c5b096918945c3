package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.finding.CorrectiveAction;
import org.sekisho.domain.assurance.finding.CorrectiveActions;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** Corrective actions as rows. */
@ApplicationScoped
public class CorrectiveActionRows implements CorrectiveActions {

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Override
    public Optional<CorrectiveAction> find(UUID id) {
        return entities.find(CorrectiveAction.class, id);
    }

    @Override
    public List<CorrectiveAction> ofFinding(UUID finding) {
        return entities.list(
                CorrectiveAction.class,
                "select a from CorrectiveAction a where a.finding = :finding order by a.number",
                Map.of("finding", finding));
    }

    /** Of two that ask at once, the unique constraint refuses the second. */
    @Override
    public int nextNumber(UUID engagement) {
        return sql.query("select coalesce(max(number), 0) + 1 from corrective_action where engagement_id = :engagement")
                .with("engagement", engagement)
                .first(row -> (int) row.number(0))
                .orElse(1);
    }

    /** What is said about it refers to it, without a relation that would order the two. */
    @Override
    public void add(CorrectiveAction action) {
        entities.add(action);
        entities.flush();
    }
}
