package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.Conclusion;
import org.sekisho.domain.assurance.engagement.EngagementDirectory;
import org.sekisho.domain.assurance.engagement.EngagementFilter;
import org.sekisho.domain.assurance.engagement.EngagementRow;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Engagements as lists show them. */
@ApplicationScoped
public class EngagementLists implements EngagementDirectory {

    private static final KeysetList LIST = new KeysetList(
            "e.number, e.agreement_id, a.number as agreement_number, e.responsible_party_id, " + Naming.of("audited")
                    + " as audited, e.firm_id, " + Naming.of("firm")
                    + """
                     as firm, e.standard, e.assurance_level, e.state, e.period_first, e.period_last, e.report_due, e.fieldwork_at,
                    e.reporting_at, e.conclusion,
                    (select count(*) from audit_request r where r.engagement_id = e.id) as requests,
                    (select count(*) from audit_request r where r.engagement_id = e.id and r.state = 'ACCEPTED') as settled,
                    (select count(*) from evidence_item i where i.state in ('RECEIVED', 'ACCEPTED') and i.engagement_id = e.id) as evidence
                    """,
            """
            from engagement e
                join organisation audited on audited.id = e.responsible_party_id
                left join organisation firm on firm.id = e.firm_id
                left join agreement a on a.id = e.agreement_id
            """,
            "e.id",
            Map.of(
                    "due",
                    "cast(e.report_due as text)",
                    "number",
                    "e.number",
                    "audited",
                    Naming.of("audited"),
                    "firm",
                    "coalesce(" + Naming.of("firm") + ", '')",
                    "state",
                    "e.state",
                    "period",
                    "cast(e.period_first as text)"),
            "due",
            false);

    @Inject
    private Sql sql;

    @Override
    public Page<EngagementRow> list(EngagementFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .withAnyOf("and e.state = any (string_to_array(:states, ','))", "states", filter.states())
                .with("and e.agreement_id = :agreement", "agreement", filter.agreement())
                .with("and e.responsible_party_id = :audited", "audited", filter.audited())
                .with("and e.firm_id = :firm", "firm", filter.firm())
                .with(
                        "and e.report_due >= :dueFirst",
                        "dueFirst",
                        filter.dueWithin().map(Period::first))
                .with(
                        "and e.report_due <= :dueLast",
                        "dueLast",
                        filter.dueWithin().map(Period::last))
                .with(
                        "and position(lower(:words) in lower(e.number || ' ' || audited.name_en || ' ' || audited.name_ja)) > 0",
                        "words",
                        filter.words());
        return LIST.page(sql, page, filters, EngagementLists::row);
    }

    @Override
    public Optional<EngagementRow> find(UUID id) {
        Filters filters = new Filters().with("and e.id = :id", "id", Optional.of(id));
        return LIST.page(sql, PageRequest.first(), filters, EngagementLists::row).items().stream()
                .findFirst();
    }

    private static EngagementRow row(Row row) {
        int at = KeysetList.FIRST;
        return new EngagementRow(
                row.id(1),
                row.text(at),
                row.optionalId(at + 1),
                row.optionalText(at + 2),
                row.id(at + 3),
                row.text(at + 4),
                row.optionalId(at + 5),
                row.optionalText(at + 6),
                row.constant(at + 7, Standard.class),
                row.constant(at + 8, AssuranceLevel.class),
                row.constant(at + 9, EngagementState.class),
                new Period(row.day(at + 10), row.day(at + 11)),
                row.day(at + 12),
                row.optionalInstant(at + 13),
                row.optionalInstant(at + 14),
                row.optionalConstant(at + 15, Conclusion.class),
                row.number(at + 16),
                row.number(at + 17),
                row.number(at + 18));
    }
}
