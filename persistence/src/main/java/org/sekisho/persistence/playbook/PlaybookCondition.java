package org.sekisho.persistence.playbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.access.ConditionSource;
import org.sekisho.domain.agreement.access.PlaybookFacts;
import org.sekisho.domain.agreement.access.PlaybookFacts.ApprovedPlaybook;
import org.sekisho.domain.shared.Days;
import org.sekisho.persistence.shared.Sql;

/** The approved playbooks of the organisation that receives access, and when each was reviewed and exercised last. */
@ApplicationScoped
public class PlaybookCondition implements ConditionSource {

    private static final String APPROVED =
            """
            select p.organisation_id, p.code, p.last_reviewed_on,
                   (select max(e.exercised_on) from playbook v join playbook_exercise e on e.playbook_id = v.id
                    where v.organisation_id = p.organisation_id and v.code = p.code and e.exercised_on <= :today) as exercised_on
            from playbook p
            where p.organisation_id = any (cast(string_to_array(:receivers, ',') as uuid[])) and p.state = 'APPROVED'
            """;

    @Inject
    private Sql sql;

    @Override
    public Name name() {
        return Name.PLAYBOOKS;
    }

    @Override
    public Map<UUID, PlaybookFacts> load(List<Question> questions) {
        Map<UUID, List<ApprovedPlaybook>> approved = new HashMap<>();
        sql.query(APPROVED)
                .with(
                        "receivers",
                        Sql.ids(questions.stream()
                                .map(Question::receiver)
                                .distinct()
                                .toList()))
                .with("today", Days.of(questions.get(0).at()))
                .list(row -> approved.computeIfAbsent(row.id(0), any -> new ArrayList<>())
                        .add(new ApprovedPlaybook(row.text(1), row.day(2), row.optionalDay(3))));
        return questions.stream()
                .collect(Collectors.toMap(
                        Question::agreement,
                        question -> new PlaybookFacts(approved.getOrDefault(question.receiver(), List.of()))));
    }
}
