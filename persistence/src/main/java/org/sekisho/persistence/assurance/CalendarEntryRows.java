package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.sekisho.domain.assurance.calendar.CalendarEntries;
import org.sekisho.domain.assurance.calendar.CalendarEntry;
import org.sekisho.domain.assurance.calendar.CalendarEntry.Kind;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** What is due in audits, as far as the actor may see it: no query names whose it is. */
@ApplicationScoped
public class CalendarEntryRows implements CalendarEntries {

    /** Terms are settled anew until the fieldwork begins, and when that was no column says. */
    static final String ENGAGEMENTS =
            """
            select e.id, e.number, e.period_last, e.report_due, e.state, e.row_version, e.scheduled_at,
                   case when e.state <> 'SCHEDULED' or e.row_version <= 1
                        then greatest(e.scheduled_at, e.fieldwork_at, e.reporting_at, e.closed_at) end as changed_at
            from engagement e
            order by e.report_due desc, e.id limit :most
            """;

    static final String REQUESTS =
            """
            select r.id, e.number as engagement_number, r.number, r.due, r.row_version, r.raised_at,
                   greatest(r.raised_at, r.answered_at, r.judged_at) as changed_at
            from audit_request r join engagement e on e.id = r.engagement_id
            where r.state in ('OPEN', 'RETURNED')
            order by r.due desc, r.id limit :most
            """;

    static final String FINDINGS =
            """
            select f.id, e.number as engagement_number, f.number,
                   case f.state when 'FACT_CHECK' then f.facts_due else f.response_due end as due, f.row_version, f.raised_at,
                   greatest(f.shown_at, f.established_at) as changed_at,
                   case f.state when 'FACT_CHECK' then 'FACTS_DUE' else 'RESPONSE_DUE' end as kind
            from audit_finding f join engagement e on e.id = f.engagement_id
            where f.state in ('FACT_CHECK', 'ESTABLISHED')
            order by due desc, f.id limit :most
            """;

    static final String ACTIONS =
            """
            select a.id, e.number as engagement_number, a.number, coalesce(a.replacement_due, a.due) as due, a.row_version, a.planned_at,
                   greatest(a.planned_at, a.judged_at) as changed_at, 'ACTION_DUE' as kind
            from corrective_action a join engagement e on e.id = a.engagement_id
            where a.state in ('OPEN', 'NOT_EFFECTIVE')
            order by due desc, a.id limit :most
            """;

    private static final Comparator<CalendarEntry> ORDER = Comparator.comparing(CalendarEntry::day)
            .thenComparing(CalendarEntry::number)
            .thenComparing(CalendarEntry::kind)
            .thenComparing(CalendarEntry::thing);

    @Inject
    private Sql sql;

    @Override
    public List<CalendarEntry> all() {
        List<CalendarEntry> entries = new ArrayList<>();
        sql.query(ENGAGEMENTS).with("most", MOST).list(CalendarEntryRows::ofEngagement).stream()
                .flatMap(each -> each)
                .forEach(entries::add);
        entries.addAll(sql.query(REQUESTS).with("most", MOST).list(row -> within(row, Kind.REQUEST_DUE)));
        for (String query : List.of(FINDINGS, ACTIONS)) {
            entries.addAll(sql.query(query).with("most", MOST).list(row -> within(row, row.constant(7, Kind.class))));
        }
        return entries.stream().sorted(ORDER).toList();
    }

    private static Stream<CalendarEntry> ofEngagement(Row row) {
        return Stream.of(
                ofEngagement(row, Kind.PERIOD_END, row.day(2)), ofEngagement(row, Kind.REPORT_DUE, row.day(3)));
    }

    private static CalendarEntry ofEngagement(Row row, Kind kind, LocalDate day) {
        return new CalendarEntry(
                kind,
                row.id(0),
                row.text(1),
                OptionalInt.empty(),
                row.constant(4, EngagementState.class) == EngagementState.CLOSED,
                day,
                row.instant(6),
                row.optionalInstant(7),
                (int) row.number(5));
    }

    private static CalendarEntry within(Row row, Kind kind) {
        return new CalendarEntry(
                kind,
                row.id(0),
                row.text(1),
                OptionalInt.of((int) row.number(2)),
                false,
                row.day(3),
                row.instant(5),
                row.optionalInstant(6),
                (int) row.number(4));
    }
}
