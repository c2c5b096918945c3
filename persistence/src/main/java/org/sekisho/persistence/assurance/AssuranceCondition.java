package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
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
 * When an agreement's last audit of the organisation that receives access was closed, and which one is under way. Corrective actions
 * aren't kept by this version of the product: no engagement can have one, so that none is open is known.
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
        return questions.stream().collect(Collectors.toMap(Question::agreement, question -> {
            Audited audited = new Audited(question.agreement(), question.receiver());
            return new AssuranceFacts(
                    Optional.ofNullable(closed.get(audited)), Optional.ofNullable(underWay.get(audited)), List.of());
        }));
    }

    private record Audited(UUID agreement, UUID organisation) {

        static Audited of(Row row) {
            return new Audited(row.id(0), row.id(1));
        }
    }
}
