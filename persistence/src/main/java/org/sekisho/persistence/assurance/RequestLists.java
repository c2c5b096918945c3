package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.RequestDirectory;
import org.sekisho.domain.assurance.engagement.RequestFilter;
import org.sekisho.domain.assurance.engagement.RequestRow;
import org.sekisho.domain.assurance.engagement.RequestState;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Requests of auditors as lists show them. */
@ApplicationScoped
public class RequestLists implements RequestDirectory {

    private static final KeysetList LIST = new KeysetList(
            "r.engagement_id, e.number as engagement_number, r.number, r.organisation_id, " + Naming.of("o")
                    + """
                     as organisation, r.section, r.item, r.period_first, r.period_last, r.due, r.state,
                    (select count(*) from audit_request_evidence x where x.request_id = r.id) as evidence, r.return_reason,
                    r.withdrawal_reason
                    """,
            """
            from audit_request r
                join engagement e on e.id = r.engagement_id
                join organisation o on o.id = r.organisation_id
            """,
            "r.id",
            Map.of(
                    "due",
                    "cast(r.due as text)",
                    "number",
                    "e.number || lpad(cast(r.number as text), 10, '0')",
                    "organisation",
                    Naming.of("o"),
                    "section",
                    "r.section",
                    "state",
                    "r.state"),
            "due",
            false);

    @Inject
    private Sql sql;

    @Override
    public Page<RequestRow> list(RequestFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .with("and r.engagement_id = :engagement", "engagement", filter.engagement())
                .withAnyOf("and r.state = any (string_to_array(:states, ','))", "states", filter.states())
                .with("and r.section = :section", "section", filter.section())
                .with("and r.organisation_id = :asked", "asked", filter.organisation());
        return LIST.page(sql, page, filters, RequestLists::row);
    }

    @Override
    public Optional<RequestRow> find(UUID id) {
        Filters filters = new Filters().with("and r.id = :id", "id", Optional.of(id));
        return LIST.page(sql, PageRequest.first(), filters, RequestLists::row).items().stream()
                .findFirst();
    }

    @Override
    public Map<EvidenceSection, Integer> waiting(UUID engagement) {
        Map<EvidenceSection, Integer> waiting = new EnumMap<>(EvidenceSection.class);
        sql.query(
                        """
                        select section, count(*) from audit_request
                        where engagement_id = :engagement and state in ('OPEN', 'RETURNED')
                        group by section
                        """)
                .with("engagement", engagement)
                .list(row -> Map.entry(row.constant(0, EvidenceSection.class), (int) row.number(1)))
                .forEach(section -> waiting.put(section.getKey(), section.getValue()));
        return waiting;
    }

    private static RequestRow row(Row row) {
        int at = KeysetList.FIRST;
        return new RequestRow(
                row.id(1),
                row.id(at),
                row.text(at + 1),
                (int) row.number(at + 2),
                row.id(at + 3),
                row.text(at + 4),
                row.constant(at + 5, EvidenceSection.class),
                row.text(at + 6),
                new Period(row.day(at + 7), row.day(at + 8)),
                row.day(at + 9),
                row.constant(at + 10, RequestState.class),
                (int) row.number(at + 11),
                row.text(at + 12),
                row.text(at + 13));
    }
}
