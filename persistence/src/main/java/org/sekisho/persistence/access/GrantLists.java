package org.sekisho.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.grant.GrantAct;
import org.sekisho.domain.agreement.grant.GrantDirectory;
import org.sekisho.domain.agreement.grant.GrantFilter;
import org.sekisho.domain.agreement.grant.GrantRow;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.agreement.grant.GrantView;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Grants as lists and pages read them; the names of the people in them are read with the reach for names. */
@ApplicationScoped
public class GrantLists implements GrantDirectory {

    private static final String PERSON_NAME = Naming.of("p");
    private static final String ORGANISATION_NAME = Naming.of("o");
    private static final String ADDRESS = Naming.address("p", "g.organisation_id", Naming.today());

    private static final KeysetList LIST = new KeysetList(
            "g.agreement_id, a.number, g.organisation_id, " + ORGANISATION_NAME + " as organisation_name, g.person_id, "
                    + PERSON_NAME
                    + " as person_name, " + ADDRESS + ", g.role, g.first_day, g.last_day, g.state,"
                    + " (select max(s.done_at) from grant_step s where s.access_grant_id = g.id) as changed_at,"
                    + " g.reason, g.version",
            """
            from access_grant g
                join agreement a on a.id = g.agreement_id
                join organisation o on o.id = g.organisation_id
                join person p on p.id = g.person_id
            """,
            "g.id",
            Map.of(
                    "person", PERSON_NAME,
                    "organisation", ORGANISATION_NAME,
                    "role", "g.role",
                    "firstDay", "cast(g.first_day as text)",
                    "lastDay", "cast(g.last_day as text)",
                    "state", "g.state"),
            "person",
            false);

    private static final String STEPS =
            "select s.number, s.act, s.actor_name, s.person_id, " + PERSON_NAME + " as person_name,"
                    + """
                    s.organisation_id, s.done_at, s.reason
            from grant_step s left join person p on p.id = s.person_id
            where s.access_grant_id = :grant
            order by s.number
            """;

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public Page<GrantRow> list(GrantFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .with("and g.agreement_id = :agreement", "agreement", filter.agreement())
                .with("and g.organisation_id = :organisation", "organisation", filter.organisation())
                .with("and g.person_id = :person", "person", filter.person())
                .with("and g.role = :role", "role", filter.role())
                .withAnyOf("and g.state = any (string_to_array(:states, ','))", "states", filter.states())
                .with("and g.last_day < :endsBefore", "endsBefore", filter.endsBefore())
                .with(
                        "and position(lower(:words) in lower(p.name_en || ' ' || p.name_ja || ' ' || " + ADDRESS
                                + ")) > 0",
                        "words",
                        filter.words());
        return entrance.withReachOf(SystemReach.NAMES, () -> LIST.page(sql, page, filters, GrantLists::row));
    }

    @Override
    public Optional<GrantView> find(UUID id) {
        return entrance.withReachOf(SystemReach.NAMES, () -> view(id));
    }

    private Optional<GrantView> view(UUID id) {
        Filters filters = new Filters().with("and g.id = :id", "id", Optional.of(id));
        List<GrantView.Step> steps = sql.query(STEPS).with("grant", id).list(GrantLists::step);
        return LIST
                .page(
                        sql,
                        PageRequest.first(),
                        filters,
                        row -> new GrantView(
                                row(row),
                                row.text(KeysetList.FIRST + 12),
                                (int) row.number(KeysetList.FIRST + 13),
                                steps))
                .items()
                .stream()
                .findFirst();
    }

    private static GrantRow row(Row row) {
        int at = KeysetList.FIRST;
        return new GrantRow(
                row.id(1),
                row.id(at),
                row.text(at + 1),
                row.id(at + 2),
                row.text(at + 3),
                row.id(at + 4),
                row.text(at + 5),
                row.text(at + 6),
                row.constant(at + 7, Role.class),
                row.day(at + 8),
                row.day(at + 9),
                row.constant(at + 10, GrantState.class),
                row.instant(at + 11));
    }

    private static GrantView.Step step(Row row) {
        return new GrantView.Step(
                (int) row.number(0),
                row.constant(1, GrantAct.class),
                row.text(2),
                row.optionalId(3),
                row.optionalText(4),
                row.optionalId(5),
                row.instant(6),
                row.text(7));
    }
}
