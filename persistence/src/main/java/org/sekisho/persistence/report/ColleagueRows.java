package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.review.Colleagues;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.persistence.shared.Sql.Statement;

/** Colleagues with the roles and ties that they would act with: the same that a sign-in gives them. */
@ApplicationScoped
public class ColleagueRows implements Colleagues {

    private static final String SELECT = "select p.id, o.id, o.kind, "
            + """
            array_to_string(array(select distinct a.organisation_id from affiliation a
                where a.person_id = p.id and a.first_day <= :today
                  and (a.last_day is null or :today < a.last_day + 1 + interval '2 years')), ','),
            array_to_string(array(select r.role from role_assignment r
                where r.person_id = p.id and r.organisation_id = o.id and r.state = 'IN_EFFECT'), ','), p.email,
            """
            + Naming.of("p")
            + """
             from person p join organisation o on o.id = :organisation
            where p.state = 'ACTIVE' and o.state = 'ACTIVE'
              and exists (select from affiliation a where a.person_id = p.id and a.organisation_id = o.id
                          and a.first_day <= :today and (a.last_day is null or a.last_day >= :today))
            """;

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public Optional<Colleague> find(String person, UUID organisation, LocalDate day) {
        String name = person.strip();
        return entrance.withReachOf(SystemReach.CONFLICT_CHECK, () -> query(organisation, day)
                .and("and (cast(p.id as text) = lower(:person) or p.email = lower(:person))")
                .with("person", name)
                .first(ColleagueRows::colleague));
    }

    @Override
    public Optional<UUID> holder(String person, UUID chain, UUID organisation) {
        return entrance.withReachOf(SystemReach.CONFLICT_CHECK, () -> sql.query(
                        """
                        select h.person_id from review_seat h join person p on p.id = h.person_id
                        where h.chain_id = :chain and h.organisation_id = :organisation and (h.ended_at is null or h.ended_how = 'VOTED')
                          and (cast(p.id as text) = lower(:person) or p.email = lower(:person))
                        limit 1
                        """)
                .with("chain", chain)
                .with("organisation", organisation)
                .with("person", person.strip())
                .first(row -> row.id(0)));
    }

    @Override
    public List<Colleague> holding(Set<Role> roles, UUID organisation, LocalDate day) {
        String any = roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
        return entrance.withReachOf(SystemReach.CONFLICT_CHECK, () -> query(organisation, day)
                .and("and exists (select from role_assignment r where r.person_id = p.id and r.organisation_id = o.id"
                        + " and r.state = 'IN_EFFECT' and r.role = any (string_to_array(:roles, ',')))"
                        + " order by 7, p.id limit " + MOST)
                .with("roles", any)
                .list(ColleagueRows::colleague));
    }

    private Statement query(UUID organisation, LocalDate day) {
        return sql.query(SELECT).with("organisation", organisation).with("today", day);
    }

    private static Colleague colleague(Row row) {
        Set<Role> roles = row.list(4).stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
        Actor actor = Actor.person(row.id(0), row.id(1), row.constant(2, OrganisationKind.class), row.ids(3), roles);
        return new Colleague(actor, row.text(6), row.text(5));
    }
}
