package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.report.decision.EscalationLevel;
import org.sekisho.domain.report.escalation.Circle;
import org.sekisho.domain.report.escalation.EscalationDirectory;
import org.sekisho.domain.report.escalation.EscalationFilter;
import org.sekisho.domain.report.escalation.EscalationRow;
import org.sekisho.domain.report.escalation.EscalationState;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.persistence.shared.Keyset;
import org.sekisho.persistence.shared.Keyset.Sort;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.persistence.shared.Sql.Statement;

/** Lists of escalations, and what waits of them. */
@ApplicationScoped
public class EscalationLists implements EscalationDirectory {

    private static final String COLUMNS = "e.id, e.report_id, r.number, e.organisation_id, " + Naming.of("o")
            + """
            , e.agreement_id, a.number, e.level, e.state, e.opened_at, e.told_at, e.due_at, e.raises, e.circle, e.eased_at is not null,
            e.voluntary_at is not null, e.acknowledged_at
            """;

    private static final String FROM =
            """
            from escalation e join report r on r.id = e.report_id join agreement a on a.id = e.agreement_id
                join organisation o on o.id = e.organisation_id
            where true
            """;

    /** What waits by its clock, then what was told, then the others by when they were opened, the latest first. */
    private static final String URGENCY =
            """
            case e.state when 'WAITING' then '1' || to_char(e.due_at at time zone 'UTC', 'YYYYMMDDHH24MISS')
                         else case e.state when 'TOLD' then '2' when 'ACKNOWLEDGED' then '3' else '4' end
                              || lpad(cast(99999999999 - cast(extract(epoch from e.opened_at) as bigint) as text), 11, '0') end
            """;

    private static final String LEVEL = "case e.level when 'NOW' then '1' when 'WITHIN_24_HOURS' then '2' else '3' end";

    private static final Keyset LIST = new Keyset(
            "e.id",
            Sort.text(URGENCY),
            Map.of(
                    "urgency", Sort.text(URGENCY),
                    "opened", Sort.latest("e.opened_at"),
                    "due", new Sort("coalesce(e.due_at, timestamptz 'infinity')", "timestamptz", false),
                    "level", Sort.text(LEVEL),
                    "state", Sort.text("e.state"),
                    "organisation", Sort.text(Naming.of("o")),
                    "number", Sort.text("lpad(cast(r.number as text), 10, '0')")));

    /** Whoever tells people by mail sees no report, and names none. */
    private static final String GOING =
            """
            select e.id, coalesce((select r.number from report r where r.id = e.report_id), 0), e.organisation_id, o.name_en, o.name_ja, e.level, e.state,
                   e.opened_at, e.told_at, e.due_at, e.raises, e.circle, e.eased_at is not null,
                   e.context_at is not null
            from escalation e join organisation o on o.id = e.organisation_id
            where e.state <> 'STOOD_DOWN' and (e.state <> 'ACKNOWLEDGED' or e.eased_at is not null)
            """;

    @Inject
    private Sql sql;

    @Override
    public Page<EscalationRow> list(EscalationFilter filter, PageRequest page) {
        return LIST.page(sql, COLUMNS, FROM, rows -> narrow(rows, filter), page, EscalationLists::row);
    }

    private static Statement narrow(Statement rows, EscalationFilter filter) {
        Statement narrowed = rows.where("and e.level = :level", "level", filter.level())
                .where("and e.organisation_id = :owner", "owner", filter.organisation())
                .where("and e.agreement_id = :agreement", "agreement", filter.agreement())
                .where("and e.report_id = :report", "report", filter.report());
        return filter.states().isEmpty()
                ? narrowed
                : narrowed.and("and e.state = any (string_to_array(:states, ','))")
                        .with(
                                "states",
                                filter.states().stream()
                                        .map(EscalationState::name)
                                        .sorted()
                                        .collect(Collectors.joining(",")));
    }

    @Override
    public Optional<EscalationRow> find(UUID escalation) {
        return sql.query("select " + COLUMNS + FROM + " and e.id = :escalation")
                .with("escalation", escalation)
                .first(EscalationLists::row);
    }

    @Override
    public List<Authority> authorities(LocalDate day) {
        return sql.query(
                        """
                        select o.id, o.name_en, o.name_ja from organisation o
                        where o.kind = 'AUTHORITY' and o.state = 'ACTIVE' and is_designated(o.id, :day) order by o.name_en, o.id
                        """)
                .with("day", day)
                .list(row -> new Authority(row.id(0), name(row, 1)));
    }

    @Override
    public Name name(UUID organisation) {
        return sql.query("select o.name_en, o.name_ja from organisation o where o.id = :organisation")
                .with("organisation", organisation)
                .first(row -> name(row, 0))
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    private static Name name(Row row, int at) {
        return new Name(row.text(at), row.text(at + 1));
    }

    @Override
    public Map<UUID, String> organisations(Set<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.query("select o.id, " + Naming.of("o")
                            + " from organisation o where o.id = any (cast(string_to_array(:ids, ',') as uuid[]))")
                    .with("ids", Sql.ids(ids))
                    .list(row -> names.put(row.id(0), row.text(1)));
        }
        return names;
    }

    @Override
    public List<Going> going(Optional<UUID> organisation, int most) {
        return sql.query(GOING)
                .where("and e.organisation_id = :owner", "owner", organisation)
                .and("order by coalesce(e.due_at, timestamptz 'infinity'), e.opened_at, e.id limit :most")
                .with("most", most)
                .list(EscalationLists::going);
    }

    private static Going going(Row row) {
        return new Going(
                row.id(0),
                ReportRow.reference(row.number(1)),
                row.id(2),
                name(row, 3),
                row.constant(5, EscalationLevel.class),
                row.constant(6, EscalationState.class),
                row.instant(7),
                row.instant(8),
                row.optionalInstant(9),
                (int) row.number(10),
                row.constant(11, Circle.class),
                row.flag(12),
                row.flag(13));
    }

    private static EscalationRow row(Row row) {
        return new EscalationRow(
                row.id(0),
                row.id(1),
                ReportRow.reference(row.number(2)),
                row.id(3),
                row.text(4),
                row.id(5),
                row.text(6),
                row.constant(7, EscalationLevel.class),
                row.constant(8, EscalationState.class),
                row.instant(9),
                row.instant(10),
                row.optionalInstant(11),
                (int) row.number(12),
                row.constant(13, Circle.class),
                row.flag(14),
                row.flag(15),
                row.optionalInstant(16));
    }
}
