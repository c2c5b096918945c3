package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.report.decision.TableDirectory;
import org.sekisho.domain.report.decision.TableFilter;
import org.sekisho.domain.report.decision.TableRow;
import org.sekisho.domain.report.decision.TableState;
import org.sekisho.domain.report.decision.TableUse;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Decision tables as lists read them. */
@ApplicationScoped
public class TableLists implements TableDirectory {

    private static final KeysetList LIST = new KeysetList(
            "t.code, t.version, t.title, t.used_for, t.state, t.rows_count, " + Naming.of("p")
                    + " as drafter, t.drafted_at, t.adopted_at, t.retired_at",
            "from decision_table t left join person p on p.id = t.drafted_by_person_id",
            "t.id",
            Map.of(
                    "code", "t.code || '/' || lpad(cast(t.version as text), 6, '0')",
                    "title", "t.title",
                    "use", "t.used_for",
                    "state", "t.state",
                    "drafted", "to_char(t.drafted_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')"),
            "code",
            false);

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public Page<TableRow> list(TableFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .with("and position(lower(:words) in lower(t.code || ' ' || t.title)) > 0", "words", filter.words())
                .withAnyOf("and t.state = any (string_to_array(:states, ','))", "states", filter.states())
                .with("and t.used_for = :use", "use", filter.use().map(Enum::name));
        return entrance.withReachOf(SystemReach.NAMES, () -> LIST.page(sql, page, filters, TableLists::row));
    }

    private static TableRow row(Row row) {
        int at = KeysetList.FIRST;
        return new TableRow(
                row.text(at),
                (int) row.number(at + 1),
                row.text(at + 2),
                row.constant(at + 3, TableUse.class),
                row.constant(at + 4, TableState.class),
                (int) row.number(at + 5),
                row.optionalText(at + 6),
                row.instant(at + 7),
                row.optionalInstant(at + 8),
                row.optionalInstant(at + 9));
    }
}
