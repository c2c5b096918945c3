package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.access.AssuranceFacts;
import org.sekisho.domain.agreement.access.ConditionSource;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.shared.Days;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/**
 * When an agreement's last audit of the organisation that receives access was closed, which one is under way, and which corrective
 * actions of critical severity aren't done. A critical finding whose facts stand and for which nothing is planned counts as one: whoever
 * plans nothing isn't let off.
 */
@ApplicationScoped
public class AssuranceCondition implements ConditionSource {

    private static final String LAST_CLOSED =
            """
            select agreement_id, responsible_party_id, max(closed_at) from engagement
            where agreement_id = any (cast(string_to_array(:agreements, ',') as uuid[])) and state = 'CLOSED'
            group by agreement_id, responsible_party_id
            """;

    /** One that was begun comes before one that is only scheduled, and the one due first before the others. */
    private static final String UNDER_WAY =
            """
            select distinct on (agreement_id, responsible_party_id) agreement_id, responsible_party_id, number, state, report_due
            from engagement
            where agreement_id = any (cast(string_to_array(:agreements, ',') as uuid[])) and state <> 'CLOSED'
            order by agreement_id, responsible_party_id, state = 'SCHEDULED', report_due
            """;

    /**
     * What was reported in time waits for those who follow up, and stops nobody meanwhile; what was reported late stays open until it was
     * seen to work; what didn't help is open until something replaces it.
     */
    static final String OPEN_CRITICAL =
            """
            select a.agreement_id, a.organisation_id, e.number || ' / CA-' || a.number, coalesce(a.replacement_due, a.due) as due
            from corrective_action a join engagement e on e.id = a.engagement_id
            where a.agreement_id = any (cast(string_to_array(:agreements, ',') as uuid[])) and a.severity = 'CRITICAL'
              and (a.state in ('OPEN', 'NOT_EFFECTIVE')
                   or (a.state = 'REPORTED' and cast(a.reported_at at time zone 'Asia/Tokyo' as date) > a.due))
            union all
            select f.agreement_id, f.organisation_id, e.number || ' / F-' || f.number, f.remedy_due
            from audit_finding f join engagement e on e.id = f.engagement_id
            where f.agreement_id = any (cast(string_to_array(:agreements, ',') as uuid[])) and f.severity = 'CRITICAL'
              and f.state in ('ESTABLISHED', 'RESPONDED')
              and not exists (select from corrective_action a where a.finding_id = f.id)
            order by due
            """;

    @Inject
    private Sql sql;

    @Override
    public Name name() {
        return Name.ASSURANCE;
    }

    @Override
    public Map<UUID, AssuranceFacts> load(List<Question> questions) {
        String agreements = Sql.ids(questions.stream().map(Question::agreement).toList());
        Map<Audited, LocalDate> closed = new HashMap<>();
        sql.query(LAST_CLOSED)
                .with("agreements", agreements)
                .list(row -> closed.put(Audited.of(row), Days.of(row.instant(2))));
        Map<Audited, AssuranceFacts.Engagement> underWay = new HashMap<>();
        sql.query(UNDER_WAY)
                .with("agreements", agreements)
                .list(row -> underWay.put(
                        Audited.of(row),
                        new AssuranceFacts.Engagement(
                                row.text(2), row.constant(3, EngagementState.class), row.day(4))));
        Map<Audited, List<AssuranceFacts.CorrectiveAction>> critical = new HashMap<>();
        sql.query(OPEN_CRITICAL).with("agreements", agreements).list(row -> critical.computeIfAbsent(
                        Audited.of(row), any -> new ArrayList<>())
                .add(new AssuranceFacts.CorrectiveAction(row.text(2), row.day(3))));
        return questions.stream().collect(Collectors.toMap(Question::agreement, question -> {
            Audited audited = new Audited(question.agreement(), question.receiver());
            return new AssuranceFacts(
                    Optional.ofNullable(closed.get(audited)),
                    Optional.ofNullable(underWay.get(audited)),
                    critical.getOrDefault(audited, List.of()));
        }));
    }

    private record Audited(UUID agreement, UUID organisation) {

        static Audited of(Row row) {
            return new Audited(row.id(0), row.id(1));
        }
    }
}
