package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.agreement.access.AssuranceFacts;
import org.sekisho.domain.agreement.access.ConditionSource;
import org.sekisho.domain.agreement.access.OutsideFact;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.shared.Days;
import org.sekisho.persistence.shared.Sql;

/**
 * When an agreement's last audit of the organisation that receives access was closed, and which one is under way. Corrective actions
 * aren't kept by this version of the product: no engagement can have one, so that none is open is known.
 */
@ApplicationScoped
public class AssuranceCondition implements ConditionSource {

    private static final String OF_RECEIVER =
            "from engagement where agreement_id = :agreement and responsible_party_id = :receiver";

    @Inject
    private Sql sql;

    @Override
    public Name name() {
        return Name.ASSURANCE;
    }

    @Override
    public OutsideFact load(Question question) {
        return new AssuranceFacts(lastClosed(question), underWay(question), List.of());
    }

    private Optional<LocalDate> lastClosed(Question question) {
        return sql.query("select closed_at " + OF_RECEIVER)
                .and("and state = 'CLOSED' order by closed_at desc limit 1")
                .with("agreement", question.agreement())
                .with("receiver", question.receiver())
                .first(row -> Days.of(row.instant(0)));
    }

    /** One that was begun comes before one that is only scheduled, and the one due first before the others. */
    private Optional<AssuranceFacts.Engagement> underWay(Question question) {
        return sql.query("select number, state, report_due " + OF_RECEIVER)
                .and("and state <> 'CLOSED' order by state = 'SCHEDULED', report_due limit 1")
                .with("agreement", question.agreement())
                .with("receiver", question.receiver())
                .first(row ->
                        new AssuranceFacts.Engagement(row.text(0), row.constant(1, EngagementState.class), row.day(2)));
    }
}
