package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.sekisho.domain.assurance.control.CatalogueDirectory;
import org.sekisho.domain.assurance.control.CatalogueFilter;
import org.sekisho.domain.assurance.control.CatalogueRow;
import org.sekisho.domain.assurance.control.CatalogueState;
import org.sekisho.domain.assurance.control.Wording;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Versions of the catalogue of controls as lists read them. */
@ApplicationScoped
public class CatalogueLists implements CatalogueDirectory {

    static final KeysetList LIST = new KeysetList(
            "c.version, c.title_en, c.title_ja, c.state, c.controls, " + Naming.of("p")
                    + " as drafter, c.drafted_at, c.published_at, c.withdrawn_at,"
                    + " (select count(*) from engagement e where e.catalogue_version = c.version) as engagements",
            "from control_catalogue c left join person p on p.id = c.drafted_by_person_id",
            "c.id",
            Map.of(
                    "version", "lpad(cast(c.version as text), 10, '0')",
                    "title", "c.title_en || ' ' || c.title_ja",
                    "state", "c.state",
                    "drafted", "to_char(c.drafted_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')"),
            "version",
            true);

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public Page<CatalogueRow> list(CatalogueFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .with(
                        "and position(lower(:words) in lower(c.title_en || ' ' || c.title_ja)) > 0",
                        "words",
                        filter.words())
                .withAnyOf("and c.state = any (string_to_array(:states, ','))", "states", filter.states());
        return entrance.withReachOf(SystemReach.NAMES, () -> LIST.page(sql, page, filters, CatalogueLists::row));
    }

    private static CatalogueRow row(Row row) {
        int at = KeysetList.FIRST;
        return new CatalogueRow(
                (int) row.number(at),
                new Wording(row.text(at + 1), row.text(at + 2)),
                row.constant(at + 3, CatalogueState.class),
                (int) row.number(at + 4),
                row.optionalText(at + 5),
                row.instant(at + 6),
                row.optionalInstant(at + 7),
                row.optionalInstant(at + 8),
                row.number(at + 9));
    }
}
