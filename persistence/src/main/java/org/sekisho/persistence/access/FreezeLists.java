package org.sekisho.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.freeze.FreezeDirectory;
import org.sekisho.domain.agreement.freeze.FreezeFilter;
import org.sekisho.domain.agreement.freeze.FreezeKind;
import org.sekisho.domain.agreement.freeze.FreezeRow;
import org.sekisho.domain.agreement.freeze.FreezeState;
import org.sekisho.domain.agreement.freeze.LiftSide;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Freezes as lists and pages read them. */
@ApplicationScoped
public class FreezeLists implements FreezeDirectory {

    private static final KeysetList LIST = new KeysetList(
            "f.version, f.scope, f.target_id, case f.scope when 'PERSON' then " + Naming.of("t")
                    + " when 'ORGANISATION' then " + Naming.of("c")
                    + " when 'AGREEMENT' then a.number end as target_name,"
                    + " f.reason, f.state, f.frozen_by_person_id, " + Naming.of("p") + " as frozen_by_name,"
                    + " f.frozen_by_organisation_id, " + Naming.of("o")
                    + " as organisation_name, f.frozen_at, f.lifted_at",
            """
            from access_freeze f
                join organisation o on o.id = f.frozen_by_organisation_id
                left join person p on p.id = f.frozen_by_person_id
                left join person t on f.scope = 'PERSON' and t.id = f.target_id
                left join organisation c on f.scope = 'ORGANISATION' and c.id = f.target_id
                left join agreement a on f.scope = 'AGREEMENT' and a.id = f.target_id
            """,
            "f.id",
            Map.of(
                    "frozenAt", "to_char(f.frozen_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')",
                    "kind", "f.scope",
                    "organisation", Naming.of("o"),
                    "state", "f.state"),
            "frozenAt",
            true);

    private static final String LIFTS =
            "select l.freeze_id, l.side, l.person_id, " + Naming.of("p") + " as person_name,"
                    + """
                    l.organisation_id, l.reason, l.agreed_at
            from freeze_lift l left join person p on p.id = l.person_id
            where l.freeze_id = any (cast(string_to_array(:freezes, ',') as uuid[]))
            order by l.agreed_at
            """;

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public Page<FreezeRow> list(FreezeFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .with("and f.scope = :kind", "kind", filter.kind())
                .with("and f.target_id = :target", "target", filter.target())
                .with(
                        """
                        and (f.scope = 'ALL' or f.target_id = :agreement
                             or f.target_id in (select r.organisation_id from agreement_party r
                                                where r.agreement_id = :agreement and r.role = 'INSTITUTION_RECEIVING'))
                        """,
                        "agreement",
                        filter.agreement())
                .withAnyOf("and f.state = any (string_to_array(:states, ','))", "states", filter.states())
                .with(
                        """
                        and position(lower(:words) in lower(concat_ws(' ', f.reason, a.number, t.name_en, t.name_ja, c.name_en, c.name_ja))) > 0
                        """,
                        "words",
                        filter.words());
        return page(filters, page);
    }

    @Override
    public Optional<FreezeRow> find(UUID id) {
        return page(new Filters().with("and f.id = :id", "id", Optional.of(id)), PageRequest.first()).items().stream()
                .findFirst();
    }

    private Page<FreezeRow> page(Filters filters, PageRequest request) {
        return entrance.withReachOf(SystemReach.NAMES, () -> {
            Page<FreezeRow> page = LIST.page(sql, request, filters, FreezeLists::row);
            Map<UUID, List<FreezeRow.Lift>> lifts = lifts(page.items());
            return page.map(row -> withLifts(row, lifts.getOrDefault(row.id(), List.of())));
        });
    }

    private Map<UUID, List<FreezeRow.Lift>> lifts(List<FreezeRow> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        String ids = rows.stream().map(row -> row.id().toString()).collect(Collectors.joining(","));
        return sql.query(LIFTS).with("freezes", ids).list(row -> Map.entry(row.id(0), lift(row))).stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static FreezeRow.Lift lift(Row row) {
        return new FreezeRow.Lift(
                row.constant(1, LiftSide.class),
                row.id(2),
                row.optionalText(3),
                row.id(4),
                row.text(5),
                row.instant(6));
    }

    private static FreezeRow row(Row row) {
        int at = KeysetList.FIRST;
        return new FreezeRow(
                row.id(1),
                (int) row.number(at),
                row.constant(at + 1, FreezeKind.class),
                row.optionalId(at + 2),
                row.optionalText(at + 3),
                row.text(at + 4),
                row.constant(at + 5, FreezeState.class),
                row.id(at + 6),
                row.optionalText(at + 7),
                row.id(at + 8),
                row.text(at + 9),
                row.instant(at + 10),
                row.optionalInstant(at + 11),
                List.of());
    }

    private static FreezeRow withLifts(FreezeRow row, List<FreezeRow.Lift> lifts) {
        return new FreezeRow(
                row.id(),
                row.version(),
                row.kind(),
                row.target(),
                row.targetName(),
                row.reason(),
                row.state(),
                row.frozenBy(),
                row.frozenByName(),
                row.frozenByOrganisation(),
                row.frozenByOrganisationName(),
                row.frozenAt(),
                row.liftedAt(),
                lifts);
    }
}
