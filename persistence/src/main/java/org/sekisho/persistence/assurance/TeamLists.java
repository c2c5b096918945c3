package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.engagement.TeamDirectory;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;

/** Teams and declarations in the order of lists. People's names are read for the order, whoever looks. */
@ApplicationScoped
public class TeamLists implements TeamDirectory {

    private static final String NAME = "coalesce(" + Naming.of("p") + ", '')";

    private static final KeysetList MEMBERS = new KeysetList(
            "m.person_id",
            "from engagement_member m left join person p on p.id = m.person_id",
            "m.id",
            Map.of("assigned", time("m.assigned_at"), "name", NAME, "released", time("m.released_at")),
            "assigned",
            false);

    private static final KeysetList DECLARATIONS = new KeysetList(
            "d.firm_id",
            """
            from independence_declaration d
                left join person p on p.id = d.person_id
                left join organisation f on f.id = d.firm_id
            """,
            "d.id",
            Map.of(
                    "declared",
                    time("d.declared_at"),
                    "whose",
                    "case when d.person_id is null then coalesce(" + Naming.of("f") + ", '') else " + NAME + " end",
                    "state",
                    "d.state",
                    "valid",
                    "coalesce(cast(d.valid_until as text), '')"),
            "declared",
            true);

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    private static String time(String column) {
        return "coalesce(to_char(" + column + " at time zone 'UTC', 'YYYYMMDDHH24MISSUS'), '')";
    }

    @Override
    public Page<UUID> members(UUID engagement, Optional<Standing> standing, PageRequest page) {
        Filters filters = new Filters()
                .with("and m.engagement_id = :engagement", "engagement", Optional.of(engagement))
                .with(
                        "and (m.released_at is null) = cast(:current as boolean)",
                        "current",
                        standing.map(each -> String.valueOf(each == Standing.ON_TEAM)));
        return list(MEMBERS, filters, page);
    }

    @Override
    public Page<UUID> declarations(UUID engagement, DeclarationFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .with("and d.engagement_id = :engagement", "engagement", Optional.of(engagement))
                .withAnyOf("and d.state = any (string_to_array(:states, ','))", "states", filter.states())
                .with(
                        "and (d.person_id is null) = cast(:firms as boolean)",
                        "firms",
                        filter.whose().map(each -> String.valueOf(each == Whose.FIRM)));
        return list(DECLARATIONS, filters, page);
    }

    private Page<UUID> list(KeysetList list, Filters filters, PageRequest page) {
        return entrance.withReachOf(SystemReach.NAMES, () -> list.page(sql, page, filters, row -> row.id(1)));
    }
}
