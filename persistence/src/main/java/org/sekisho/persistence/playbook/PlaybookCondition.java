package org.sekisho.persistence.playbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sekisho.domain.agreement.access.ConditionSource;
import org.sekisho.domain.agreement.access.OutsideFact;
import org.sekisho.domain.agreement.access.PlaybookFacts;
import org.sekisho.domain.agreement.access.PlaybookFacts.ApprovedPlaybook;
import org.sekisho.domain.shared.Days;
import org.sekisho.persistence.shared.Sql;

/** The approved playbooks of the organisation that receives access, and when each was reviewed and exercised last. */
@ApplicationScoped
public class PlaybookCondition implements ConditionSource {

    private static final String APPROVED =
            """
            select p.code, p.last_reviewed_on,
                   (select max(e.exercised_on) from playbook v join playbook_exercise e on e.playbook_id = v.id
                    where v.organisation_id = p.organisation_id and v.code = p.code and e.exercised_on <= :today) as exercised_on
            from playbook p
            where p.organisation_id = :receiver and p.state = 'APPROVED'
            """;

    @Inject
    private Sql sql;

    @Override
    public Name name() {
        return Name.PLAYBOOKS;
    }

    @Override
    public OutsideFact load(Question question) {
        return new PlaybookFacts(sql.query(APPROVED)
                .with("receiver", question.receiver())
                .with("today", Days.of(question.at()))
                .list(row -> new ApprovedPlaybook(row.text(0), row.day(1), row.optionalDay(2))));
    }
}
