package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.sample.PopulationKind;
import org.sekisho.domain.assurance.sample.PopulationRow;
import org.sekisho.domain.assurance.sample.SampleDirectory;
import org.sekisho.domain.assurance.sample.SampleFilter;
import org.sekisho.domain.assurance.sample.SampleItemFilter;
import org.sekisho.domain.assurance.sample.SampleItemRow;
import org.sekisho.domain.assurance.sample.SampleRow;
import org.sekisho.domain.assurance.sample.SampleState;
import org.sekisho.domain.assurance.sample.SamplingMethod;
import org.sekisho.domain.assurance.sample.SheetState;
import org.sekisho.domain.assurance.sample.StratumCount;
import org.sekisho.domain.assurance.sample.TestResult;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Samples, their items and their populations as lists show them. */
@ApplicationScoped
public class SampleLists implements SampleDirectory {

    private static final String NUMBER = "lpad(cast(s.number as text), 10, '0')";
    private static final String POSITION = "lpad(cast(i.position as text), 10, '0')";

    static final KeysetList SAMPLES = new KeysetList(
            """
            s.engagement_id, e.number as engagement_number, s.number, s.purpose, s.kind, s.method, s.period_first, s.period_last,
            s.size, s.records, s.counted, s.state, s.frozen_at, t.items, t.tested, t.approved, t.exceptions
            """,
            """
            from audit_sample s
                join engagement e on e.id = s.engagement_id
                cross join lateral (
                    select count(*) as items, count(*) filter (where i.state in ('TESTED', 'APPROVED')) as tested,
                           count(*) filter (where i.state = 'APPROVED') as approved,
                           count(*) filter (where i.state in ('TESTED', 'APPROVED') and i.result = 'EXCEPTION') as exceptions
                    from sample_item i where i.sample_id = s.id) t
            """,
            "s.id",
            Map.of("number", NUMBER, "kind", "s.kind", "method", "s.method", "state", "s.state"),
            "number",
            true);

    static final KeysetList ITEMS = new KeysetList(
            "i.sample_id, i.engagement_id, i.position, i.subject_id, i.stratum, i.reason, i.state, i.result, i.prepared_by_person_id, "
                    + Naming.of("p") + " as prepared_by, i.prepared_at, " + Naming.of("r")
                    + " as reviewed_by, i.judged_at, i.return_reason",
            """
            from sample_item i
                left join person p on p.id = i.prepared_by_person_id
                left join person r on r.id = i.judged_by_person_id
            """,
            "i.id",
            Map.of(
                    "position",
                    POSITION,
                    "stratum",
                    "i.stratum || ' ' || " + POSITION,
                    "state",
                    "i.state",
                    "result",
                    "coalesce(i.result, '')"),
            "position",
            false);

    static final KeysetList POPULATION = new KeysetList(
            "i.position, i.stratum, exists (select from sample_item x where x.sample_id = i.sample_id and x.subject_id = i.subject_id)",
            "from sample_population_item i",
            "i.subject_id",
            Map.of("position", POSITION, "stratum", "i.stratum || ' ' || " + POSITION),
            "position",
            false);

    @Inject
    private Sql sql;

    @Override
    public Page<SampleRow> list(SampleFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .with("and s.engagement_id = :engagement", "engagement", Optional.of(filter.engagement()))
                .with("and s.kind = :kind", "kind", filter.kind())
                .with("and s.method = :method", "method", filter.method())
                .with("and s.state = :state", "state", filter.state());
        return SAMPLES.page(sql, page, filters, SampleLists::sample);
    }

    @Override
    public Optional<SampleRow> find(UUID id) {
        Filters filters = new Filters().with("and s.id = :id", "id", Optional.of(id));
        return SAMPLES.page(sql, PageRequest.first(), filters, SampleLists::sample).items().stream()
                .findFirst();
    }

    @Override
    public Page<SampleItemRow> items(SampleItemFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .with("and i.sample_id = :sample", "sample", Optional.of(filter.sample()))
                .with("and i.state = :state", "state", filter.state())
                .with("and i.result = :result", "result", filter.result())
                .with("and i.stratum = :stratum", "stratum", filter.stratum());
        return ITEMS.page(sql, page, filters, SampleLists::item);
    }

    @Override
    public Optional<SampleItemRow> findItem(UUID id) {
        Filters filters = new Filters().with("and i.id = :id", "id", Optional.of(id));
        return ITEMS.page(sql, PageRequest.first(), filters, SampleLists::item).items().stream()
                .findFirst();
    }

    @Override
    public List<StratumCount> strata(UUID sample) {
        return sql.query(
                        """
                        select p.stratum, count(*) as records, count(i.id) as items
                        from sample_population_item p
                            left join sample_item i on i.sample_id = p.sample_id and i.subject_id = p.subject_id
                        where p.sample_id = :sample
                        group by p.stratum
                        order by p.stratum collate "C"
                        """)
                .with("sample", sample)
                .list(row -> new StratumCount(row.text(0), (int) row.number(1), (int) row.number(2)));
    }

    @Override
    public Page<PopulationRow> population(
            UUID sample, Optional<String> stratum, Optional<String> id, PageRequest page) {
        Filters filters = new Filters()
                .with("and i.sample_id = :sample", "sample", Optional.of(sample))
                .with("and i.stratum = :stratum", "stratum", stratum)
                .with("and starts_with(cast(i.subject_id as text), :beginning)", "beginning", id);
        return POPULATION.page(
                sql,
                page,
                filters,
                row -> new PopulationRow(
                        (int) row.number(KeysetList.FIRST),
                        row.id(1),
                        row.text(KeysetList.FIRST + 1),
                        row.flag(KeysetList.FIRST + 2)));
    }

    private static SampleRow sample(Row row) {
        int at = KeysetList.FIRST;
        return new SampleRow(
                row.id(1),
                row.id(at),
                row.text(at + 1),
                (int) row.number(at + 2),
                row.text(at + 3),
                row.constant(at + 4, PopulationKind.class),
                row.constant(at + 5, SamplingMethod.class),
                new Period(row.day(at + 6), row.day(at + 7)),
                (int) row.number(at + 8),
                (int) row.number(at + 9),
                row.number(at + 10),
                row.constant(at + 11, SampleState.class),
                row.instant(at + 12),
                (int) row.number(at + 13),
                (int) row.number(at + 14),
                (int) row.number(at + 15),
                (int) row.number(at + 16));
    }

    private static SampleItemRow item(Row row) {
        int at = KeysetList.FIRST;
        return new SampleItemRow(
                row.id(1),
                row.id(at),
                row.id(at + 1),
                (int) row.number(at + 2),
                row.id(at + 3),
                row.text(at + 4),
                row.text(at + 5),
                row.constant(at + 6, SheetState.class),
                row.optionalConstant(at + 7, TestResult.class),
                row.optionalId(at + 8),
                row.optionalText(at + 9),
                row.optionalInstant(at + 10),
                row.optionalText(at + 11),
                row.optionalInstant(at + 12),
                row.text(at + 13));
    }
}
