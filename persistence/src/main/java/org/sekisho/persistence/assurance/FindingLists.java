package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.finding.ActionFilter;
import org.sekisho.domain.assurance.finding.ActionRow;
import org.sekisho.domain.assurance.finding.ActionState;
import org.sekisho.domain.assurance.finding.FindingDays;
import org.sekisho.domain.assurance.finding.FindingDirectory;
import org.sekisho.domain.assurance.finding.FindingFilter;
import org.sekisho.domain.assurance.finding.FindingRow;
import org.sekisho.domain.assurance.finding.FindingSeverity;
import org.sekisho.domain.assurance.finding.FindingState;
import org.sekisho.domain.assurance.finding.Position;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Findings and corrective actions as lists show them; words come sealed, and only where their table lets the reader see them. */
@ApplicationScoped
public class FindingLists implements FindingDirectory {

    /** The heaviest first. */
    private static final String WEIGHT =
            "case %s.severity when 'CRITICAL' then '1' when 'HIGH' then '2' when 'MEDIUM' then '3' else '4' end";

    private static final KeysetList FINDINGS = new KeysetList(
            "f.engagement_id, e.number as engagement_number, f.number, f.organisation_id, " + Naming.of("o")
                    + """
                     as organisation, f.section, f.severity, f.state, f.revision, t.sealed as sealed_title, f.facts_due, f.response_due,
                    f.remedy_due, f.position,
                    (select count(*) from corrective_action a where a.finding_id = f.id and a.state <> 'REPLACED') as actions,
                    (select count(*) from corrective_action a where a.finding_id = f.id and a.state = 'VERIFIED') as verified,
                    coalesce((select string_agg(c.control_id, ' ' order by c.control_id collate "C")
                              from audit_finding_control c where c.finding_id = f.id), '') as controls
                    """,
            """
            from audit_finding f
                join engagement e on e.id = f.engagement_id
                join organisation o on o.id = f.organisation_id
                left join audit_finding_text t on t.finding_id = f.id and t.revision = f.revision and t.part = 'TITLE'
            """,
            "f.id",
            Map.of(
                    "number",
                    "lpad(cast(f.number as text), 10, '0')",
                    "severity",
                    WEIGHT.formatted("f"),
                    "section",
                    "f.section",
                    "remedy",
                    "coalesce(cast(f.remedy_due as text), '9')",
                    "state",
                    "f.state"),
            "number",
            false);

    private static final KeysetList ACTIONS = new KeysetList(
            "a.engagement_id, e.number as engagement_number, a.finding_id, f.number as finding_number, a.number,"
                    + " a.organisation_id, " + Naming.of("o")
                    + """
                     as organisation, a.severity, a.due, a.state, s.id as statement_id, s.sealed, r.number as replaces,
                    a.replacement_due, a.reported_at, a.judged_at
                    """,
            """
            from corrective_action a
                join engagement e on e.id = a.engagement_id
                join audit_finding f on f.id = a.finding_id
                join organisation o on o.id = a.organisation_id
                left join audit_finding_statement s on s.action_id = a.id and s.kind = 'PLANNED'
                left join corrective_action r on r.id = a.replaces_id
            """,
            "a.id",
            Map.of(
                    "due",
                    "cast(coalesce(a.replacement_due, a.due) as text)",
                    "number",
                    "e.number || lpad(cast(a.number as text), 10, '0')",
                    "severity",
                    WEIGHT.formatted("a"),
                    "state",
                    "a.state"),
            "due",
            false);

    /** Its own, and those of earlier audits that it follows up. */
    private static final String LOOKED_AT =
            """
            and exists (select from engagement w
                        where w.id = :engagement
                          and (w.id = a.engagement_id
                               or (w.responsible_party_id = a.organisation_id and w.agreement_id is not distinct from a.agreement_id
                                   and e.period_first < w.period_first)))
            """;

    @Inject
    private Sql sql;

    @Override
    public Page<FindingRow> findings(FindingFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .with("and f.engagement_id = :engagement", "engagement", filter.engagement())
                .withAnyOf("and f.state = any (string_to_array(:states, ','))", "states", filter.states())
                .withAnyOf(
                        "and f.severity = any (string_to_array(:severities, ','))", "severities", filter.severities())
                .with("and f.section = :section", "section", filter.section());
        return FINDINGS.page(sql, page, filters, FindingLists::findingRow);
    }

    @Override
    public Optional<FindingRow> finding(UUID id) {
        Filters filters = new Filters().with("and f.id = :id", "id", Optional.of(id));
        return FINDINGS.page(sql, PageRequest.first(), filters, FindingLists::findingRow).items().stream()
                .findFirst();
    }

    @Override
    public Page<ActionRow> actions(ActionFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .with(LOOKED_AT, "engagement", filter.engagement())
                .with("and a.finding_id = :finding", "finding", filter.finding())
                .withAnyOf("and a.state = any (string_to_array(:states, ','))", "states", filter.states())
                .withAnyOf(
                        "and a.severity = any (string_to_array(:severities, ','))", "severities", filter.severities());
        return ACTIONS.page(sql, page, filters, FindingLists::actionRow);
    }

    @Override
    public Optional<ActionRow> action(UUID id) {
        Filters filters = new Filters().with("and a.id = :id", "id", Optional.of(id));
        return ACTIONS.page(sql, PageRequest.first(), filters, FindingLists::actionRow).items().stream()
                .findFirst();
    }

    private static FindingRow findingRow(Row row) {
        int at = KeysetList.FIRST;
        return new FindingRow(
                row.id(1),
                row.id(at),
                row.text(at + 1),
                (int) row.number(at + 2),
                row.id(at + 3),
                row.text(at + 4),
                row.constant(at + 5, EvidenceSection.class),
                words(row.text(at + 16)),
                row.constant(at + 6, FindingSeverity.class),
                row.constant(at + 7, FindingState.class),
                (int) row.number(at + 8),
                row.isNull(at + 9) ? Optional.empty() : Optional.of(row.bytes(at + 9)),
                row.isNull(at + 10)
                        ? Optional.empty()
                        : Optional.of(new FindingDays(row.day(at + 10), row.day(at + 11), row.day(at + 12))),
                row.isNull(at + 13) ? Optional.empty() : Optional.of(row.constant(at + 13, Position.class)),
                (int) row.number(at + 14),
                (int) row.number(at + 15));
    }

    /** Ids of controls hold no blank. */
    private static List<String> words(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(" "));
    }

    private static ActionRow actionRow(Row row) {
        int at = KeysetList.FIRST;
        return new ActionRow(
                row.id(1),
                row.id(at),
                row.text(at + 1),
                row.id(at + 2),
                (int) row.number(at + 3),
                (int) row.number(at + 4),
                row.id(at + 5),
                row.text(at + 6),
                row.constant(at + 7, FindingSeverity.class),
                row.day(at + 8),
                row.constant(at + 9, ActionState.class),
                row.optionalId(at + 10),
                row.isNull(at + 11) ? Optional.empty() : Optional.of(row.bytes(at + 11)),
                row.isNull(at + 12) ? Optional.empty() : Optional.of((int) row.number(at + 12)),
                row.isNull(at + 13) ? Optional.empty() : Optional.of(row.day(at + 13)),
                row.isNull(at + 14) ? Optional.empty() : Optional.of(row.instant(at + 14)),
                row.isNull(at + 15) ? Optional.empty() : Optional.of(row.instant(at + 15)));
    }
}
